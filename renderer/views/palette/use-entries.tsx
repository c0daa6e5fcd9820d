import { COMMANDS, type CommandId } from '../../../shared/commands.ts';
import { commandText } from '../../../shared/text/app.ts';
import { paletteActText, paletteGroupText } from '../../../shared/text/palette.ts';
import { useVault } from '../../app/vault-context.ts';
import { ClientTag } from '../../components/client-tag.tsx';
import { Face } from '../../components/face.tsx';
import type { IconName } from '../../components/icon.tsx';
import { Mark } from '../../components/mark.tsx';
import { runCommand, useCommands } from '../../lib/commands.ts';
import { useAsk } from '../../lib/query.ts';
import { go } from '../../lib/route.ts';
import { settingsPagesIn } from '../settings/settings-pages.ts';
import { fits } from './match.ts';
import type { GroupName, Result } from './result.ts';

/** Commands that mean nothing in the palette: it is one of them, and the others are about where the focus is. */
const NEVER: ReadonlySet<CommandId> = new Set(['find', 'back', 'nextPane', 'seal']);
/** Of the commands about accounts, those that are about no one account. */
const FREE: ReadonlySet<CommandId> = new Set(['undo']);
/** What the small window of quick access cannot do, for it shows no list and no account. */
const WHOLE_ONLY: ReadonlySet<CommandId> = new Set(['search', 'keys', 'undo']);

/** People and clients that are shown at most, each. */
const MOST = 5;

/** Icons of commands that are not a place's own. */
const ICONS: Partial<Record<CommandId, IconName>> = {
  ...{ search: 'search', newAccount: 'plus', pasteMessage: 'paste', generate: 'dice', settings: 'settings', lock: 'lock' },
  ...{ undo: 'undo', edit: 'edit', copyUsername: 'person', copyPassword: 'key', copyCode: 'clock', reveal: 'eye' },
  ...{ openSite: 'external', handOff: 'handOff', takeBack: 'undo', pin: 'pin', keys: 'laptop', addPerson: 'plus', askFor: 'send' },
  ...{ goAccounts: 'key', goReceived: 'lent', goRequests: 'send', goLedger: 'ledger', goRuns: 'runs', goReview: 'review' },
  ...{ goInbox: 'inbox', goBusiness: 'business', goPeople: 'people', goReminders: 'bell', goLog: 'file', goTrash: 'trash' },
  ...{ goHealth: 'shield', goBackups: 'download', myCard: 'person' },
};

/** A row of what the page knows by itself, and how well it fits. */
export interface Entry {
  readonly group: GroupName;
  readonly fit: 0 | 1;
  readonly result: Result;
}

/** Commands, places, clients, people and pages of the settings that fit what was typed; of nothing typed, commands and places alone. */
export function useEntries(query: string, quick: boolean): readonly Entry[] {
  const commands = useCommandEntries(quick);
  const records = useRecordEntries();
  const typed = query.trim() !== '';
  const all = typed ? [...commands, ...records] : commands;
  const found = all.flatMap(({ also, ...entry }) => {
    const fit = fits(query, entry.result.title, also);
    return fit === null ? [] : [{ ...entry, fit }];
  });
  return few(found.toSorted((a, b) => a.fit - b.fit));
}

type Unfitted = Omit<Entry, 'fit'> & { readonly also: string };

/** What cannot be run now is left out: a list to choose from should hold nothing that cannot be chosen. The sheet of keys has it all. */
function useCommandEntries(quick: boolean): readonly Unfitted[] {
  const now = useCommands();
  return now.flatMap((id) => {
    const group = groupOf(id);
    if (NEVER.has(id) || (quick && (group === 'account' || WHOLE_ONLY.has(id)))) return [];
    const mark = <Mark icon={ICONS[id] ?? 'forward'} />;
    const act = { kind: 'shows', run: () => void runCommand(id) } as const;
    return [{ group, also: '', result: { id: `command-${id}`, mark, title: commandText[id], act, command: id } }];
  });
}

function groupOf(id: CommandId): GroupName {
  const { group } = COMMANDS[id];
  if (group === 'account' && !FREE.has(id)) return 'account';
  return group === 'go' ? 'places' : 'commands';
}

function useRecordEntries(): readonly Unfitted[] {
  const clients = useAsk('clients.list', {}).data?.clients ?? [];
  const people = useAsk('people.list', {}).data?.people ?? [];
  const inSandbox = useVault().sandbox !== undefined;
  const entry = (group: GroupName, result: Omit<Result, 'act'>, run: () => void, also = ''): Unfitted => ({
    ...{ group, also },
    result: { ...result, act: { kind: 'shows', run } },
  });
  return [
    ...clients.map(({ id, name, colour, accounts }) =>
      entry(
        'clients',
        { id: `client-${id}`, mark: <ClientTag name={name} colour={colour} />, title: name, two: paletteActText.client(accounts) },
        () => go({ view: 'accounts', client: { id }, account: null }),
      ),
    ),
    ...people.map(({ id, name, organisation }) =>
      entry(
        'people',
        { id: `person-${id}`, mark: <Face name={name} />, title: name, two: organisation ?? undefined },
        () => go({ view: 'people', person: id, open: true }),
        organisation ?? '',
      ),
    ),
    ...settingsPagesIn(inSandbox).map(({ id, icon, label }) =>
      entry(
        'settings',
        { id: `settings-${id}`, mark: <Mark icon={icon} />, title: label, two: paletteActText.settings },
        () => go({ view: 'settings', page: id, open: true }),
        paletteGroupText.settings,
      ),
    ),
  ];
}

/** Of records no more than fit beside the rest. */
function few(entries: readonly Entry[]): readonly Entry[] {
  const shown = new Map<GroupName, number>();
  return entries.filter(({ group }) => {
    const count = (shown.get(group) ?? 0) + 1;
    shown.set(group, count);
    return (group !== 'clients' && group !== 'people') || count <= MOST;
  });
}
