import encodeQR from 'qr';
import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { Losing } from '../../shared/contracts/host.ts';
import type { WorkTask } from '../../shared/contracts/engine/work.ts';
import { isRefused, type Refused, refuse } from '../../shared/errors.ts';
import { MAX_CHUNK, MAX_PASTE } from '../../shared/limits.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import { giveBack } from '../core/access/give-back.ts';
import type { Guesser } from '../core/accounts/guessing.ts';
import { checkNewPassword } from '../core/crypto/new-password.ts';
import { randomBytes } from '../core/crypto/sodium.ts';
import { pagePassphrase } from '../core/crypto/words.ts';
import { accountListHandlers } from './account-list-handlers.ts';
import { asideHandlers } from './aside-handlers.ts';
import { businessHandlers } from './business-handlers.ts';
import { copyHandlers } from './copy-handlers.ts';
import { grantLifeHandlers } from './grant-life-handlers.ts';
import { DrawnPasswords } from './drawn-passwords.ts';
import type { Host } from './host.ts';
import { logHandlers } from './log-handlers.ts';
import { FREE_OVERWRITES, FREE_REMOVALS, LossGate } from './loss-gate.ts';
import { guardedLosses } from './loss-handlers.ts';
import type { Keeper } from './keeper.ts';
import type { KnownVaults } from './known-vaults.ts';
import { ledgerHandlers } from './ledger-handlers.ts';
import type { OtherCopies } from './other-copies.ts';
import type { Pictures } from './pictures.ts';
import { platformHandlers } from './platform-handlers.ts';
import { relayHandlers } from './relay-handlers.ts';
import { readChosen } from './read-chosen.ts';
import { reminderHandlers } from './reminder-handlers.ts';
import { requestHandlers } from './request-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import type { Rescue } from './rescue.ts';
import { runHandlers } from './run-handlers.ts';
import type { Safety } from './safety.ts';
import { outOfSandbox, sandboxHandlers } from './sandbox-handlers.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { saveText } from './save-text.ts';
import type { SecretGate } from './secret-gate.ts';
import { safetyHandlers } from './safety-handlers.ts';
import type { Session } from './session.ts';
import type { QualityPass } from './quality-pass.ts';
import { strengthHandlers } from './strength-handlers.ts';
import type { Uploads } from './uploads.ts';
import { createCode } from './vault-codes.ts';

interface Parts {
  readonly keeper: Keeper;
  readonly sandbox: Sandbox;
  readonly known: KnownVaults;
  readonly safety: Safety;
  readonly rescue: Rescue;
  readonly copies: OtherCopies;
  readonly host: Host;
  readonly uploads: Uploads;
  readonly pictures: Pictures;
  /** Every secret that goes to the page or the clipboard goes through it. */
  readonly gate: SecretGate;
  readonly guesser: Guesser;
  readonly qualities: QualityPass;
  readonly documents: string;
  readonly clockOffset: number;
  /** The long work under way. */
  readonly work: { cancel(task: WorkTask): void };
  readonly onCodes: (done: number, total: number) => Promise<void>;
}

type EngineHandlers = Handlers<EngineContract>;

/** Every call of the page, answered; the contract's door has checked shapes and state before. */
export function engineHandlers(parts: Parts): EngineHandlers {
  const { keeper, sandbox, known, host, uploads, gate } = parts;
  const open = (): Session => {
    const session = sandbox.current;
    if (session === null) throw new Error('the contract lets this call in only with an open vault');
    return session;
  };
  // What is signed or opened needs an identity that reads.
  const signing = (): Session | null => (open().me.isKnown ? open() : null);
  const copy = async (text: string | Refused, what: string) => (isRefused(text) ? text : host.copySecret(text, what));
  const drawn = new DrawnPasswords();
  const lossGate = (free: number, of: Losing) =>
    new LossGate(
      free,
      () => performance.now(),
      (count) => host.confirmLoss(of, count),
    );
  const purges = lossGate(FREE_REMOVALS, 'purges');
  const losses = { removals: lossGate(FREE_REMOVALS, 'removals'), overwrites: lossGate(FREE_OVERWRITES, 'overwrites'), gate };
  let counted = 0;
  const revealed = (text: string | Refused) => (isRefused(text) ? text : { text });

  const handlers: EngineHandlers = {
    ...outOfSandbox(sandbox, safetyHandlers(parts, open)),
    ...sandboxHandlers(sandbox),
    ...accountListHandlers(open, parts.qualities, purges),
    ...strengthHandlers(parts.guesser, () => sandbox.current, open),
    ...asideHandlers(host, open),
    ...outOfSandbox(sandbox, copyHandlers(parts.copies, open)),
    'work.cancel': ({ task }) => {
      parts.work.cancel(task);
      return {};
    },
    'clock.offset': () => ({ seconds: parts.clockOffset }),
    'clock.behind': () => ({ seconds: open().book.clockBehind }),
    'clock.lower': () => open().book.lowerClock(),
    'vaults.list': () => known.list(parts.documents),
    'vaults.add': async ({ token }) => {
      const file = await host.redeem(token, 'open_vault');
      return isRefused(file) ? file : { vault: await known.add(file, null) };
    },
    'vaults.forget': async ({ vault }) => {
      await known.forget(vault);
      return {};
    },
    'vault.checkPassword': ({ password }) => {
      const refused = checkNewPassword(password);
      return refused === null ? {} : refuse(createCode(refused));
    },
    'vault.suggestWords': () => ({ words: pagePassphrase(randomBytes(10)).split(' ') }),
    'vault.create': async ({ name, password, token, cost }) => {
      const place = token === undefined ? null : await host.redeem(token, 'save_vault');
      return isRefused(place) ? place : keeper.create({ name, password, place, cost });
    },
    'vault.open': (form) => keeper.open(form),
    'vault.state': () => ({ open: sandbox.state() ?? keeper.state() }),
    'uploads.put': ({ upload, piece }) => uploads.put(upload, piece),

    'clients.list': () => open().clients.list(),
    'clients.save': (form) => open().clients.save(form),
    'clients.remove': ({ id }) => open().clients.remove(id),

    'accounts.list': (query) => open().accounts.list(query),
    'accounts.get': ({ id }) => open().details.get(id),
    'accounts.save': (form) => open().accounts.save(form),
    'accounts.trash': ({ id }) => open().accounts.trash(id),
    'accounts.restore': ({ id }) => open().accounts.restore(id),
    'accounts.putBack': ({ id, field }) => {
      const [of, entry = ''] = field.split('/');
      const { earlier, earlierSecrets } = open().accounts;
      return of === 'history' ? earlier.restore({ id, history: entry }) : earlierSecrets.restore({ id, earlier: entry });
    },
    'accounts.reveal': async ({ id, field }) =>
      field === 'code'
        ? refuse('not_found')
        : revealed(await gate.give(id, field, () => open().accounts.secret(id, field, 'revealed'))),
    'accounts.copy': async ({ id, field }) => {
      if (field !== 'code')
        return copy(await gate.give(id, field, () => open().accounts.secret(id, field, 'copied')), field.split('/')[0] ?? field);
      return copy((await open().factors.copied(id)) ?? refuse('no_seed'), 'code');
    },
    'accounts.backupUsed': (form) => open().accounts.backupUsed(form),
    'accounts.generate': ({ recipe }) => drawn.draw(recipe),
    'accounts.copyDrawn': async ({ drawn: one }) => copy(drawn.text(one) ?? refuse('not_found'), 'password'),

    'factors.read': ({ text }) => open().factors.pending.read(text),
    'factors.putPicture': ({ picture, piece }) => parts.pictures.put(picture, piece),
    'factors.readPicture': async ({ source, more }) => {
      const read = await parts.pictures.read(source);
      return isRefused(read) || 'draw' in read ? read : open().factors.pending.readFound(read, more);
    },
    'factors.pictureToDraw': ({ picture }) => parts.pictures.toDraw(picture),
    'factors.pendingCode': ({ pending }) => open().factors.pending.code(pending),
    'factors.adjust': (form) => open().factors.pending.adjust(form),
    'factors.confirm': (form) => open().factors.confirm(form),
    'factors.note': (form) => open().factors.note(form),
    'factors.noteOutside': (form) => open().factors.noteOutside(form),
    'factors.remove': (form) => open().factors.remove(form),
    'factors.putBack': (form) => open().factors.putBack(form),
    'codes.live': ({ account }) => open().factors.live(account),
    // SECURITY: one by a counter stays good until it is used, so that each is a secret of its own.
    'codes.next': ({ account }) => gate.give(account, `code ${counted++}`, () => open().factors.counters.next(account)),
    'codes.counter': (form) => open().factors.counters.set(form),

    'me.get': () => {
      if (!open().me.isKnown) return refuse('damaged_vault');
      const me = open().me.view();
      const qr = encodeQR(me.card, 'raw', { ecc: 'low', border: 2 }).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
      return { ...me, qr };
    },
    'me.copyCard': () => (open().me.isKnown ? host.copyPlain(open().me.view().card, 'card') : refuse('damaged_vault')),
    'people.list': () => open().contacts.list(),
    'people.get': ({ id }) => open().contacts.get(id),
    'people.save': (form) => open().contacts.save(form),
    'people.verify': (form) => open().contacts.verify(form),
    'people.remove': ({ id }) => open().contacts.remove(id),

    'inbox.read': async ({ source }) => {
      const text = await sourceText(source, host, uploads);
      return isRefused(text) ? text : (signing()?.inbox.read(text) ?? refuse('damaged_vault'));
    },
    'inbox.list': (page) => open().inbox.list(page),
    'inbox.get': ({ id }) => open().inbox.get(id),
    'inbox.accept': ({ id }) => signing()?.inbox.accept(id) ?? refuse('damaged_vault'),
    'inbox.decline': ({ id }) => signing()?.inbox.decline(id) ?? refuse('damaged_vault'),
    'inbox.override': ({ id }) => open().inbox.override(id),
    'inbox.done': ({ id }) => open().inbox.done(id),
    'messages.get': ({ message }) => open().outbox.get(message),
    'messages.text': ({ message, offset }) => {
      const text = open().outbox.text(message);
      return text === null ? refuse('not_found') : { piece: text.slice(offset, offset + MAX_CHUNK), total: text.length };
    },
    'messages.copy': ({ message }) => {
      const text = open().outbox.text(message);
      return text === null ? refuse('not_found') : host.copyPlain(text, 'message');
    },
    'messages.save': async ({ message, token }) => {
      const text = open().outbox.text(message);
      if (text === null) return refuse('not_found');
      const file = await host.redeem(token, 'save_message');
      return isRefused(file) ? file : saveText(file, text);
    },

    'handoff.preview': (draft) => open().handoffs.preview(draft),
    'handoff.seal': async ({ draft, sendUnverified }) => {
      // SECURITY: what is sealed to a card of a page's own making is as good as shown to it.
      const done = await gate.give(
        draft.account,
        'handoff',
        () => signing()?.handoffs.seal(draft, sendUnverified, parts.onCodes) ?? refuse('damaged_vault'),
      );
      if (!isRefused(done)) await parts.onCodes(1, 1);
      return done;
    },

    'grants.list': (page) => open().grants.list(page),
    'grants.get': ({ id }) => open().grants.get(id),
    'received.list': (page) => open().received.list(page),
    'received.get': ({ id }) => open().received.get(id),
    'received.code': ({ id }) => open().received.code(id),
    'received.reveal': async ({ id, field }) =>
      field === 'code' ? refuse('not_found') : revealed(await gate.give(id, field, () => open().received.secret(id, field))),
    'received.copy': async ({ id, field }) => {
      if (field !== 'code')
        return copy(await gate.give(id, field, () => open().received.secret(id, field)), field.split('/')[0] ?? field);
      return copy(await open().received.copied(id), 'code');
    },
    'received.receipt': ({ id }) => signing()?.receipts.over(id) ?? refuse('damaged_vault'),
    'received.giveBack': ({ id }) => {
      const session = signing();
      return session === null ? refuse('damaged_vault') : giveBack(session, id);
    },

    ...requestHandlers(open, signing),
    ...logHandlers(open, signing, host),
    ...reviewHandlers(open, signing),
    ...reminderHandlers(host, open),
    ...relayHandlers({ host, gate }, open, signing),
    ...grantLifeHandlers(parts, open, signing),
    ...runHandlers({ host, gate }, open),
    ...ledgerHandlers(host, open),
    ...businessHandlers({ host, gate }, open),
    ...platformHandlers(host, open),
  };
  return guardedLosses(handlers, losses, open);
}

type Source = { text: string } | { upload: string } | { token: string };

async function sourceText(source: Source, host: Host, uploads: Uploads): Promise<string | Refused> {
  if ('text' in source) return source.text;
  if ('upload' in source) return uploads.take(source.upload) ?? refuse('not_found');
  const file = await host.redeem(source.token, 'open_message');
  if (isRefused(file)) return file;
  const bytes = await readChosen(file, MAX_PASTE);
  return isRefused(bytes) ? bytes : bytes.toString('utf8');
}
