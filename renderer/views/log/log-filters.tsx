import { LOG_GROUPS, type LogGroup } from '../../../shared/log-groups.ts';
import { MAX_ROWS } from '../../../shared/limits.ts';
import { logGroupText, logPageText as text } from '../../../shared/text/log-page.ts';
import { Button } from '../../components/button.tsx';
import { DayField } from '../../components/day-field.tsx';
import { Select } from '../../components/select.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { isPlainDate } from '../../lib/plain-date.ts';
import { useAsk } from '../../lib/query.ts';
import { type LogRoute, replace } from '../../lib/route.ts';
import { dayOf } from '../handoff/own-zone.ts';

const ANY = 'any';
/** Before any vault was made. */
const FIRST = '2020-01-01';

/** Which entries are shown: by what they are about, by person, by account, and between which days. */
export function LogFilters({ route }: { readonly route: LogRoute }) {
  const people = useAsk('people.list', {}).data?.people ?? [];
  const used = useAsk('accounts.list', { query: '', sort: 'used', trashed: false, offset: 0, limit: MAX_ROWS }).data?.rows ?? [];
  const { account } = route;
  const { data: chosen } = useAsk('accounts.get', { id: account ?? '' }, { when: account !== undefined });
  // An account that is not among the last used, or in the trash, is reached from its own page.
  const more = chosen === undefined || used.some(({ id }) => id === chosen.id) ? [] : [chosen];
  const accounts = [...more, ...used].map(({ id, title, username }) => ({
    value: id,
    label: username === null ? title : `${title}, ${username}`,
  }));
  const isNarrowed = Object.keys(route).length > 1;
  return (
    <div className="log-filters" role="group" aria-label={text.filters}>
      <Select<LogGroup | typeof ANY>
        look="chip"
        label={text.group}
        value={route.group ?? ANY}
        onChange={(group) => narrowTo(route, { group })}
        options={[{ value: ANY, label: text.anyGroup }, ...LOG_GROUPS.map((value) => ({ value, label: logGroupText[value] }))]}
      />
      {people.length > 0 && (
        <Select
          look="chip"
          label={text.person}
          value={route.person ?? ANY}
          onChange={(person) => narrowTo(route, { person })}
          options={[{ value: ANY, label: text.anyPerson }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {accounts.length > 0 && (
        <Select
          look="chip"
          label={text.account}
          value={accounts.some(({ value }) => value === account) ? (account ?? ANY) : ANY}
          onChange={(next) => narrowTo(route, { account: next })}
          options={[{ value: ANY, label: text.anyAccount }, ...accounts]}
        />
      )}
      <Day label={text.from} value={route.from} onChange={(from) => narrowTo(route, { from })} />
      <Day label={text.until} value={route.until} onChange={(until) => narrowTo(route, { until })} />
      {isNarrowed && (
        <Button variant="quiet" size="small" onClick={() => replace({ view: 'log' })}>
          {text.showAll}
        </Button>
      )}
    </div>
  );
}

type DayProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
};

function Day({ label, value, onChange }: DayProps) {
  const today = dayOf(engineNow());
  return (
    <DayField
      look="chip"
      label={label}
      none={text.anyDay}
      value={isPlainDate(value) ? value : null}
      onChange={onChange}
      onClear={() => onChange(undefined)}
      today={today}
      min={FIRST}
      max={today}
    />
  );
}

interface Narrowing {
  readonly account?: string | undefined;
  readonly person?: string | undefined;
  readonly group?: LogGroup | typeof ANY | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** The same log, narrowed otherwise; `any` and no day take a filter away. */
function narrowTo(route: LogRoute, change: Narrowing): void {
  const { account, person, group, from, until } = { ...route, ...change };
  replace({
    view: 'log',
    ...(account === undefined || account === ANY ? {} : { account }),
    ...(person === undefined || person === ANY ? {} : { person }),
    ...(group === undefined || group === ANY ? {} : { group }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  });
}
