import { useEffect, useRef } from 'react';
import { LANGUAGES, type Settings, USES } from '../../../shared/settings.ts';
import { generalText } from '../../../shared/text/general.ts';
import { LANGUAGE_NAMES } from '../../../shared/text/language.ts';
import { languageOf } from '../../../shared/text/speak.ts';
import { Check } from '../../components/check.tsx';
import { RadioGroup } from '../../components/radio.tsx';
import { Select } from '../../components/select.tsx';
import { useCapability, useSettings } from '../../lib/shell.ts';
import { QuickRow } from './quick-row.tsx';
import { SettingRow } from './setting-row.tsx';
import { useChangeSettings } from './use-change-settings.ts';

/** What Latchkey is used for, its language, and what of it stays around the window. */
export function GeneralPage() {
  const { use, language, stayInTray } = useSettings();
  const change = useChangeSettings();
  const hasTray = useCapability('tray');
  return (
    <>
      <div className="card pad">
        <RadioGroup
          legend={generalText.use}
          // A vault of somebody who was never asked begins as the first of them does.
          value={use ?? USES[0]}
          onChange={(chosen) => change({ use: chosen })}
          options={USES.map((value) => ({
            value,
            label: generalText.uses[value].name,
            hint: generalText.uses[value].hint,
          }))}
        />
      </div>
      <div className="card block">
        <Language value={language} onChange={(chosen) => change({ language: chosen })} />
        {hasTray && (
          <div className="setting-row">
            <Check checked={stayInTray} onChange={(on) => change({ stayInTray: on })} hint={generalText.trayHint}>
              {generalText.tray}
            </Check>
          </div>
        )}
        <QuickRow />
      </div>
    </>
  );
}

type Choice = Settings['language'];

// The page is drawn anew in another language; whoever chose it goes on where they were.
let chosenHere = false;

function Language({ value, onChange }: { readonly value: Choice; readonly onChange: (language: Choice) => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosenHere) place.current?.querySelector('button')?.focus();
    chosenHere = false;
  }, []);
  return (
    <SettingRow title={generalText.language} lead={generalText.languageLead}>
      <div className="setting-choice wide" ref={place}>
        <Select
          label={generalText.language}
          labelHidden
          value={value}
          onChange={(next) => {
            chosenHere = true;
            onChange(next);
          }}
          options={LANGUAGES.map((one) => ({ value: one, label: nameOf(one) }))}
        />
      </div>
    </SettingRow>
  );
}

function nameOf(language: Choice): string {
  if (language !== 'system') return LANGUAGE_NAMES[language];
  return generalText.asSystem(LANGUAGE_NAMES[languageOf('system', navigator.languages)]);
}
