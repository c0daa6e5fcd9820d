/** The row of one's own card, and the place where a person is added; every other key is a contact's id. */
export const ME = 'me';
export const ADD = 'add';
