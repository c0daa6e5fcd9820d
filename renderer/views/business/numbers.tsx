import { useState } from 'react';
import type { NumberRow } from '../../../shared/contracts/engine/business.ts';
import { numberLine, numbersText } from '../../../shared/text/ad-codes.ts';
import { businessText } from '../../../shared/text/business.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { HookArt } from '../../components/key-mark.tsx';
import { Mark } from '../../components/mark.tsx';
import { useMoreRows } from '../../lib/more-rows.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { type BusinessRoute, go, replace } from '../../lib/route.ts';
import { SearchField } from '../accounts/search-field.tsx';
import { BusinessFrame } from './business-frame.tsx';
import { usePlatformChoices } from './choices.ts';
import { CopyNumber } from './copy-number.tsx';
import { PersonNumbersDialog } from './person-numbers-dialog.tsx';

/** The book of numbers: of centres, their things and people, to be searched and copied. */
export function Numbers({ route }: { readonly route: BusinessRoute }) {
  const readOnly = useWhyReadOnly();
  const platforms = usePlatformChoices();
  const [asking, setAsking] = useState(false);
  const query = route.query ?? '';
  const list = useMoreRows('business.numbers', query === '' ? {} : { query });
  const isEmpty = list.total === 0 && query === '';
  const ofPerson = (primary: boolean) => (
    <Button
      {...(primary ? { variant: 'primary' as const, size: 'large' as const, 'data-autofocus': true } : { icon: 'plus' as const })}
      why={readOnly}
      onClick={() => setAsking(true)}
    >
      {numbersText.addTo}
    </Button>
  );
  const focusList = (): void => document.querySelector<HTMLElement>('.biz-number button')?.focus();
  return (
    <BusinessFrame route={route} actions={isEmpty ? undefined : ofPerson(false)}>
      {isEmpty ? (
        <EmptyState art={<HookArt />} title={numbersText.emptyTitle} action={ofPerson(true)}>
          {numbersText.emptyBody}
        </EmptyState>
      ) : (
        <section className="scroll biz-page" aria-label={numbersText.title} data-pane="detail">
          <div className="row wrap biz-over">
            <p className="soft pretty grow">{numbersText.lead}</p>
            <SearchField
              label={numbersText.find}
              value={query}
              onChange={(text) => replace({ view: 'business', centre: null, tab: 'numbers', query: text })}
              onDown={focusList}
            />
          </div>
          {list.total === 0 ? (
            <p className="card pad soft" role="status">
              {numbersText.nothingFound}
            </p>
          ) : (
            <ul className="card biz-rows" aria-label={numbersText.title}>
              {list.rows.map((row) => (
                <Row
                  key={`${row.of}/${row.platform}/${row.name}/${row.value}`}
                  row={row}
                  platformName={platforms.nameOf(row.platform)}
                />
              ))}
            </ul>
          )}
          {list.more !== null && (
            <Button variant="quiet" size="small" onClick={list.more}>
              {businessText.more}
            </Button>
          )}
        </section>
      )}
      {asking && <PersonNumbersDialog onClose={() => setAsking(false)} />}
    </BusinessFrame>
  );
}

function Row({ row, platformName }: { readonly row: NumberRow; readonly platformName: string }) {
  const { of, owner, value, platform, centre } = row;
  const name = plainLine(owner);
  return (
    <li className="biz-number">
      <Mark platform={platform} />
      <span className="cut">
        {centre === null ? (
          <b className="cut">{name}</b>
        ) : (
          <button type="button" className="biz-to cut" onClick={() => go({ view: 'business', centre, open: true })}>
            <b>{name}</b>
          </button>
        )}
        <span className="small soft cut">{plainLine(numberLine(row, platformName))}</span>
      </span>
      <span className="mono biz-value">{plainLine(value)}</span>
      <CopyNumber of={of} value={value} name={name} />
    </li>
  );
}
