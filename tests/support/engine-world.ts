import { setImmediate as immediate } from 'node:timers/promises';
import { DigestTeller } from '../../main/engine/digest-teller.ts';
import type { Disk } from '../../main/engine/disk.ts';
import type { Every } from '../../main/engine/follower.ts';
import { engineHandlers } from '../../main/engine/handlers.ts';
import { Host } from '../../main/engine/host.ts';
import { Keeper } from '../../main/engine/keeper.ts';
import { KnownVaults } from '../../main/engine/known-vaults.ts';
import { LongWork } from '../../main/engine/long-work.ts';
import { Pictures } from '../../main/engine/pictures.ts';
import type { StartReader } from '../../main/engine/reader-process.ts';
import { OtherCopies } from '../../main/engine/other-copies.ts';
import { QualityPass } from '../../main/engine/quality-pass.ts';
import { Rescue } from '../../main/engine/rescue.ts';
import { Safety } from '../../main/engine/safety.ts';
import { Sandbox } from '../../main/engine/sandbox/sandbox.ts';
import { SecretGate } from '../../main/engine/secret-gate.ts';
import { Uploads } from '../../main/engine/uploads.ts';
import { directKdf, type Kdf } from '../../main/core/crypto/kdf.ts';
import { b64u, type Bytes } from '../../main/core/bytes.ts';
import type { CallName, Params, Result } from '../../shared/contract.ts';
import { type EngineContract, engineContract } from '../../shared/contracts/engine.ts';
import type { Digest } from '../../shared/contracts/digest.ts';
import type { Topic } from '../../shared/topics.ts';
import { type HostContract, hostContract, type NoticeKind } from '../../shared/contracts/host.ts';
import { refuse } from '../../shared/errors.ts';
import type { Port } from '../../shared/port.ts';
import { type Client, createClient } from '../../shared/wire/client.ts';
import { memoryPorts } from '../../shared/wire/memory-port.ts';
import { serve } from '../../shared/wire/serve.ts';
import { directGuesser } from './direct-guesser.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A clock that stands still until it is set; Unix seconds. */
export interface TestClock {
  now: number;
}

const derived = new Map<string, Bytes | null>();

/** The real Argon2id, run once for each input. */
export const memoisedKdf: Kdf = {
  async derive(password, salt, ops, memKib) {
    const key = [b64u(password), b64u(salt), ops, memKib].join(' ');
    if (!derived.has(key)) derived.set(key, await directKdf.derive(password, salt, ops, memKib));
    return derived.get(key)?.slice() ?? null;
  },
};

/** One engine in this process, with everything but the process itself: real handlers behind the real wire, a real file, a settable clock. */
export interface TestEngine {
  readonly client: Client<EngineContract>;
  /** The result of a call; throws with the code when it is refused. */
  ask<N extends CallName<EngineContract>>(name: N, params: Params<EngineContract, N>): Promise<Result<EngineContract, N>>;
  /** The code a call is refused with; null when it is not. */
  refusal<N extends CallName<EngineContract>>(name: N, params: Params<EngineContract, N>): Promise<string | null>;
  readonly keeper: Keeper;
  readonly folder: string;
  readonly clock: TestClock;
  /** What was copied, oldest first. */
  readonly copied: { readonly text: string; readonly what: string; readonly seconds: number | null }[];
  /** Paths behind the tokens the shell would have issued. */
  readonly tokens: Map<string, string>;
  /** The system's keychain; `fault` is what it answers instead. */
  readonly keychain: { readonly items: Map<string, string>; fault: 'absent' | 'denied' | 'timed_out' | 'locked' | null };
  readonly safety: Safety;
  readonly qualityPass: QualityPass;
  /** Questions whether so many secrets are asked for by the person, and what is answered. */
  readonly confirming: { asked: number; goOn: boolean };
  readonly bugs: string[];
  /** What the shell was told for its lock screen, oldest first. */
  readonly digests: readonly Digest[];
  /** What the person was told outside of the page, oldest first. */
  readonly notices: readonly NoticeKind[];
  readonly digest: DigestTeller;
  /** Everything that went out on the page's wire. */
  readonly sent: string[];
  /** The page's end of the wire. */
  readonly wire: Port;
}

/** What stands for the machine around an engine. */
export interface TestPorts {
  /** The app's own folder; the documents' when it is not told. */
  readonly profile?: string;
  /** The app's own version. */
  readonly version?: string;
  /** Starts what reads pictures; where not told, nothing can be started. */
  readonly startReader?: StartReader;
  readonly disk?: Disk;
  readonly every?: Every;
  readonly onChanged?: (topics: ReadonlySet<Topic>) => void;
}

const noReader: StartReader = () => Promise.reject(new Error('no picture reader'));

/** Starts an engine on a folder of its own, or on one given, where an earlier engine has left its vault. */
export async function startEngine(
  clock: TestClock,
  folder = temporaryFolder(),
  { profile = folder, version = '0.1.0', startReader = noReader, ...ports }: TestPorts = {},
): Promise<TestEngine> {
  const copied: TestEngine['copied'] = [];
  const tokens = new Map<string, string>();
  const bugs: string[] = [];
  const sent: string[] = [];
  const digests: Digest[] = [];
  const notices: NoticeKind[] = [];
  const confirming = { asked: 0, goOn: true };
  const keychain: TestEngine['keychain'] = { items: new Map(), fault: null };
  const [shellEnd, hostEnd] = memoryPorts();
  serve(
    hostContract,
    {
      'host.ready': () => ({ profile, documents: folder, clockOffset: 0, version, language: 'en' as const }),
      'host.pong': () => ({}),
      'host.quiesced': () => ({}),
      'host.vault': () => ({}),
      'host.digest': (told) => {
        digests.push(told);
        return {};
      },
      'host.notice': ({ what }) => {
        notices.push(what);
        return {};
      },
      'host.pinned': () => ({}),
      'secrets.confirm': () => {
        confirming.asked++;
        return { goOn: confirming.goOn };
      },
      'pictures.start': () => refuse('capability_missing'),
      'pictures.end': () => ({}),
      'files.redeem': ({ token }) => {
        const file = tokens.get(token);
        tokens.delete(token);
        return file === undefined ? refuse('expired_token') : { path: file };
      },
      'clipboard.copy': (copy) => {
        copied.push(copy);
        return { until: copy.seconds === null ? null : clock.now + copy.seconds };
      },
      'keychain.get': ({ vault }) => {
        const secret = keychain.items.get(vault);
        if (keychain.fault !== null) return { outcome: keychain.fault };
        return secret === undefined ? { outcome: 'no_item' as const } : { outcome: 'ok' as const, secret };
      },
      'keychain.set': ({ vault, secret }) => {
        if (keychain.fault !== null) return { outcome: keychain.fault };
        keychain.items.set(vault, secret);
        return { outcome: 'ok' as const };
      },
      'keychain.delete': ({ vault }) => {
        if (keychain.fault !== null) return { outcome: keychain.fault };
        keychain.items.delete(vault);
        return { outcome: 'ok' as const };
      },
    },
    shellEnd,
    { allows: () => true, onBug: (call) => bugs.push(call) },
  );
  const known = new KnownVaults(profile);
  await known.load();
  const work = new LongWork({ tell: (data) => server.emit('progress', data), pause: immediate, isStopping: () => false });
  const keeper = new Keeper({
    known,
    kdf: memoisedKdf,
    clock: () => clock.now,
    version,
    documents: folder,
    profile,
    onChanged: () => undefined,
    onOpen: () => undefined,
    watch: () => work.watch('opening'),
    ...ports,
  });
  const host = new Host(createClient<HostContract>(hostEnd));
  const { onChanged = () => undefined } = ports;
  const sandbox = new Sandbox({ keeper, host, clock: () => clock.now, onChanged, onOpen: () => undefined });
  const digest = new DigestTeller({ keeper, known, host });
  const safety = new Safety({
    keeper,
    known,
    host,
    kdf: memoisedKdf,
    clock: () => clock.now,
    version,
    profile,
    watch: (task) => work.watch(task),
    ...(ports.disk === undefined ? {} : { disk: ports.disk }),
  });
  const qualityPass = new QualityPass({
    session: () => keeper.session,
    guesser: directGuesser,
    onChanged,
  });
  const handlers = engineHandlers({
    guesser: directGuesser,
    qualities: qualityPass,
    sandbox,
    keeper,
    known,
    safety,
    rescue: new Rescue({ keeper, host }),
    copies: new OtherCopies({
      host,
      clock: () => clock.now,
      profile,
      watch: (task) => work.watch(task),
      ...(ports.disk === undefined ? {} : { disk: ports.disk }),
    }),
    host,
    uploads: new Uploads(),
    pictures: new Pictures(host, startReader),
    gate: new SecretGate(
      () => clock.now * 1000,
      (of) => host.confirmSecrets(of),
    ),
    documents: folder,
    clockOffset: 0,
    work,
    onCodes: async () => undefined,
  });
  const [engineEnd, pageEnd] = memoryPorts();
  pageEnd.onMessage((text) => sent.push(text));
  const server = serve(engineContract, handlers, engineEnd, {
    allows: (when) => when === 'any' || (when === 'open') === (sandbox.current !== null),
    onBug: (call, error) => bugs.push(`${call}: ${String(error)}`),
  });
  const client = createClient<EngineContract>(pageEnd);
  return {
    client,
    confirming,
    async ask(name, params) {
      const reply = await client.call(name, params);
      if (!reply.ok) throw new Error(`${name} refused: ${reply.code} ${JSON.stringify(reply.facts ?? {})} ${bugs.join('; ')}`);
      return reply.value;
    },
    async refusal(name, params) {
      const reply = await client.call(name, params);
      return reply.ok ? null : reply.code;
    },
    keeper,
    folder,
    clock,
    copied,
    tokens,
    keychain,
    safety,
    qualityPass,
    digests,
    notices,
    digest,
    bugs,
    sent,
    wire: pageEnd,
  };
}

/** Makes a vault and opens it, at the low-memory preset. */
export async function makeVault(engine: TestEngine, name: string, password: string): Promise<string[]> {
  const { words } = await engine.ask('vault.create', { name, password, cost: 'low' });
  return words;
}

/** Words of an engine's own card, joined as they are read out. */
export async function wordsOf(engine: Pick<TestEngine, 'ask'>): Promise<string> {
  return (await engine.ask('me.get', {})).words.join(' ');
}

/** Exchanges cards between two engines; gives each one's contact of the other. Words are typed both ways unless told otherwise. */
export async function introduce(
  a: Pick<TestEngine, 'ask'>,
  b: Pick<TestEngine, 'ask'>,
  verify = true,
): Promise<{ readonly a: string; readonly b: string }> {
  const add = async (to: Pick<TestEngine, 'ask'>, from: Pick<TestEngine, 'ask'>): Promise<string> => {
    const { card } = await from.ask('me.get', {});
    const landed = await to.ask('inbox.read', { source: { text: `Hi, here is my card:\n\n${card}\n` } });
    if (landed.contact === null) throw new Error('a card names a contact');
    if (verify) await to.ask('people.verify', { id: landed.contact, words: await wordsOf(from), pasted: false });
    return landed.contact;
  };
  return { a: await add(a, b), b: await add(b, a) };
}
