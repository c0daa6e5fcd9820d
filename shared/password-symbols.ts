/** Symbols a password may be drawn from. */
export const SYMBOLS = '!#$%&()*+,-./:;<=>?@[]^_{|}~';
