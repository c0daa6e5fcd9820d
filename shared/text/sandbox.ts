import type { SandboxStep } from '../sandbox-steps.ts';
import { count, firstName, ofName } from './common.ts';
import { inLanguage } from './language.ts';

/** Words of the sandbox: the way in, and the bar that stands over it for as long as it lasts. */
export const sandboxText = inLanguage('sandbox.sandboxText', {
  title: 'Sandbox',
  enter: 'Try it',
  enterBody: 'Be an owner and her freelancer at once, with sample accounts. Nothing of it is kept.',
  entering: 'Making the samples',
  you: (name: string, isOwner: boolean) => `You are ${name}, ${isOwner ? 'the owner' : 'the freelancer'}.`,
  kept: 'Nothing here is kept.',
  turn: (other: string) => `Go to ${ofName(firstName(other))} side`,
  end: 'End',
  endAll: 'End the sandbox',
  give: (other: string) => `Give it to ${firstName(other)}`,
  given: (other: string) => `${firstName(other)} has it in the inbox.`,
  tried: (done: number, all: number) => `${done} of ${all} tried`,
} as const);

/** Words of the panel that shows the other side. Names are whole ones. */
export const besideText = inLanguage('sandbox.besideText', {
  title: (other: string) => `${ofName(firstName(other))} side`,
  person: (name: string, isOwner: boolean) => `${name}, ${isOwner ? 'the owner' : 'the freelancer'}`,
  look: (other: string) => `Look at ${ofName(firstName(other))} side`,
  hide: (other: string) => `Hide ${ofName(firstName(other))} side`,
  close: 'Close',
  toThem: (other: string) => `On the way to ${firstName(other)}`,
  toYou: 'On the way to you',
  handYou: 'Bring it here',
  brought: 'It is in your inbox.',
  toInbox: 'Go to the inbox',
  inbox: (other: string) => `${ofName(firstName(other))} inbox`,
  nothing: 'Nothing waits.',
  open: 'Open it there',
  loans: 'Loans',
  noLoans: 'Nothing is lent.',
  own: (n: number) => `and ${count(n, 'account')} of their own`,
  more: (n: number) => `and ${n} more`,
  news: 'What happened there',
} as const);

/** What to try next: the first step nobody has taken yet, said to the one who is shown. Names are whole ones. */
export const nextToTry = inLanguage(
  'sandbox.nextToTry',
  (step: SandboxStep | null, isOwner: boolean, of: { readonly owner: string; readonly freelancer: string }): string => {
    const [owner, freelancer] = [firstName(of.owner), firstName(of.freelancer)];
    const turn = (text: string, asOwner: boolean): string =>
      asOwner === isOwner ? text : `Go to ${ofName(asOwner ? owner : freelancer)} side. ${text}`;
    switch (step) {
      case 'sealed':
        return turn(`Open Harbour TikTok and hand it off to ${freelancer}.`, true);
      case 'given':
        return turn(`Give the sealed message to ${freelancer}, or copy it and paste it in that inbox.`, true);
      case 'taken':
        return turn(`Take up in the inbox what ${owner} lends you.`, false);
      case 'receipt':
        return turn(`Give the receipt to ${owner}.`, false);
      case 'ended':
        return turn('Open the loan in the ledger and end it.', true);
      case null:
        return 'That was all of it. Look around, or end the sandbox and make a vault of your own.';
    }
  },
);

/** Rules that the sample loans have. */
export const sampleText = inLanguage('sandbox.sampleText', {
  shopRules: ['May change products and pictures', 'May not change payouts'],
  postRules: ['May post and answer comments', 'May not change the mail address'],
} as const);
