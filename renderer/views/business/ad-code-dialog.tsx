import { useState } from 'react';
import type { AdCodeRow } from '../../../shared/contracts/engine/business.ts';
import { AD_CODE_DAYS } from '../../../shared/limits.ts';
import { adCodeText } from '../../../shared/text/ad-codes.ts';
import { commonText } from '../../../shared/text/common.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { DayField } from '../../components/day-field.tsx';
import { PasswordInput } from '../../components/password-input.tsx';
import { Seg } from '../../components/seg.tsx';
import { Select } from '../../components/select.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { addDays, type PlainDate } from '../../lib/plain-date.ts';
import { dayOf, instantAt } from '../handoff/own-zone.ts';
import { ChooseAccount } from '../inbox/choose-account.tsx';
import { chosenId, NONE, typed, usePeopleChoices } from './choices.ts';
import { FormDialog } from './form-dialog.tsx';
import { type Linked, LinkedAccount } from './linked-account.tsx';
import { useSaving } from './use-saving.ts';

const DAY = 86_400;
/** Longest ago a code may have been made, in days: the longest one runs a year. */
const REACH = 366;
type Days = (typeof AD_CODE_DAYS)[number];

export type AdCodeDialogProps = {
  /** Null for one more. */
  readonly code: AdCodeRow | null;
  readonly onClose: () => void;
};

function formOf(code: AdCodeRow | null) {
  return {
    account: (code?.account ?? null) as Linked | null,
    contact: code?.person?.contact ?? NONE,
    about: code?.about ?? '',
    code: '',
    days: (AD_CODE_DAYS.find((days) => days === code?.days) ?? 30) as Days,
    made: dayOf(code?.from ?? engineNow()),
  };
}

/** The instant a code runs from: the one it was made at where the day is the same, now where that is today, else the day's begin. */
function fromOf(made: PlainDate, code: AdCodeRow | null): number {
  if (code !== null && dayOf(code.from) === made) return code.from;
  const now = engineNow();
  return dayOf(now) === made ? now : instantAt(made, 0);
}

/** Notes a code made at the platform: of which post, for whom, and for how long. */
export function AdCodeDialog({ code, onClose }: AdCodeDialogProps) {
  const [form, setForm] = useState(() => formOf(code));
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const [choosing, setChoosing] = useState(false);
  const people = usePeopleChoices(adCodeText.anyone, form.contact);
  const saving = useSaving('business.saveAdCode', onClose);
  const { account, about, made, days } = form;
  const today = dayOf(engineNow());
  const problem = account === null ? adCodeText.accountMissing : typed(about) === null ? adCodeText.aboutMissing : null;
  const save = (): void => {
    if (account === null) return;
    void saving.save({
      ...(code === null ? {} : { id: code.id }),
      account: account.id,
      contact: chosenId(form.contact),
      about: about.trim(),
      code: form.code === '' ? null : form.code,
      ...{ days, from: fromOf(made, code) },
    });
  };
  return (
    <>
      <FormDialog
        open={!choosing}
        title={code === null ? adCodeText.newTitle : adCodeText.editTitle}
        lead={adCodeText.noteLead}
        act={commonText.save}
        problem={problem}
        saving={saving}
        onSave={save}
        onClose={onClose}
      >
        <LinkedAccount
          label={adCodeText.account}
          account={account}
          none={adCodeText.noAccount}
          choose={adCodeText.chooseAccount}
          onChoose={() => setChoosing(true)}
        />
        <div className="biz-pair">
          <TextInput
            label={adCodeText.about}
            placeholder={adCodeText.aboutHint}
            value={about}
            onChange={(next) => change({ about: next })}
            maxLength={254}
          />
          <Select
            label={adCodeText.person}
            value={form.contact}
            onChange={(contact) => change({ contact })}
            options={people.options}
          />
        </div>
        <PasswordInput
          label={adCodeText.code}
          hint={code?.kept === true ? adCodeText.codeKept : adCodeText.codeHint}
          value={form.code}
          onChange={(next) => change({ code: next })}
          maxLength={512}
        />
        <div className="biz-pair">
          <div className="control">
            <div className="control-label">
              <span>{adCodeText.days}</span>
            </div>
            <Seg
              label={adCodeText.days}
              value={String(days)}
              onChange={(next) => change({ days: AD_CODE_DAYS.find((one) => String(one) === next) ?? days })}
              options={AD_CODE_DAYS.map((one) => ({ value: String(one), label: adCodeText.dayCount(one) }))}
            />
          </div>
          <DayField
            label={adCodeText.made}
            value={made}
            today={today}
            min={addDays(today, -REACH)}
            max={today}
            onChange={(next) => change({ made: next })}
          />
        </div>
        <LastDay from={fromOf(made, code)} days={days} />
      </FormDialog>
      <ChooseAccount
        open={choosing}
        onClose={() => setChoosing(false)}
        onChoose={(chosen) => {
          change({ account: chosen });
          setChoosing(false);
        }}
      />
    </>
  );
}

function LastDay({ from, days }: { readonly from: number; readonly days: number }) {
  const now = engineNow();
  const until = from + days * DAY;
  const day = formatDay(until - 1, now);
  return (
    <p className={until <= now ? 'small c-ending' : 'small soft'} role="status">
      {until <= now ? adCodeText.past(day) : adCodeText.lastDay(day)}
    </p>
  );
}
