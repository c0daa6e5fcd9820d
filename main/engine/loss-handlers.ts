import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import { deletesKey, overwrittenBy, showsSecrets } from '../core/accounts/losses.ts';
import type { Data } from '../core/records/shapes.ts';
import type { LossGate } from './loss-gate.ts';
import type { SecretGate } from './secret-gate.ts';
import type { Session } from './session.ts';

interface Guards {
  /** Of what nothing brings back, accounts in the trash apart. */
  readonly removals: LossGate;
  /** Of secrets, titles and sign-ins of accounts that others take the place of. */
  readonly overwrites: LossGate;
  readonly gate: SecretGate;
}

/** The same answers, where each call that writes over a secret, or takes away what nothing brings back, is counted first and asked about when it is many. */
export function guardedLosses(
  handlers: Handlers<EngineContract>,
  { removals, overwrites, gate }: Guards,
  open: () => Session,
): Handlers<EngineContract> {
  const account = (id: string | undefined): Data<'account'> | null => (id === undefined ? null : open().book.get('account', id));
  const isAdded = (platform: string): boolean =>
    open()
      .platformFile.added()
      .platforms.some(({ id }) => id === platform);
  return {
    ...handlers,
    'accounts.save': (form) => {
      const before = account(form.id);
      const save = () => overwrites.lose(overwrittenBy(before, form), () => handlers['accounts.save'](form));
      // SECURITY: a secret field made a plain one is shown from then on, as good as revealed.
      return showsSecrets(before, form) ? gate.give(form.id ?? '', 'field', save) : save();
    },
    'accounts.putBack': (form) => overwrites.lose(1, () => handlers['accounts.putBack'](form)),
    'codes.counter': (form) => overwrites.lose(1, () => handlers['codes.counter'](form)),
    'business.saveAdCode': (form) =>
      overwrites.lose(form.id !== undefined && form.code !== null ? 1 : 0, () => handlers['business.saveAdCode'](form)),
    'candidate.worked': (form) => overwrites.lose(1, () => handlers['candidate.worked'](form)),
    'factors.remove': (form) => {
      const forGood = deletesKey(account(form.account), form.factor);
      // SECURITY: what was counted as no loss is none by the time it is done either.
      return removals.lose(forGood ? 1 : 0, () => open().factors.remove({ ...form, forGood }));
    },
    'clients.remove': (form) => removals.lose(1, () => handlers['clients.remove'](form)),
    'people.remove': (form) => removals.lose(1, () => handlers['people.remove'](form)),
    'business.remove': (form) => removals.lose(1, () => handlers['business.remove'](form)),
    'business.removeAsset': (form) => removals.lose(1, () => handlers['business.removeAsset'](form)),
    // Any text is a platform's id: one that nobody added is none to ask about.
    'platforms.remove': (form) => removals.lose(isAdded(form.id) ? 1 : 0, () => handlers['platforms.remove'](form)),
    'rescue.drop': (form) => removals.lose(1, () => handlers['rescue.drop'](form)),
    'aside.remove': (form) => removals.lose(1, () => handlers['aside.remove'](form)),
    'received.giveBack': (form) => removals.lose(1, () => handlers['received.giveBack'](form)),
  };
}
