import type * as english from '../notice.ts';
import type { Translated } from '../language.ts';

/** German of ../notice.ts. */
export const notice: Translated<typeof english> = {
  notices: {
    codeSent: {
      title: 'Latchkey hat einen Code verschickt',
      body: 'Du hast eine Anfrage mit einem Code beantwortet. Wenn du das nicht warst, sperre den Tresor.',
    },
  },
};
