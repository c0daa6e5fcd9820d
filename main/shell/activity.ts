/** Events of a page that show that somebody is there. */
export const ACTIVITIES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Milliseconds that pass at least between two reports of them. */
export const ACTIVE_MS = 4000;
