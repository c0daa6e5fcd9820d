import { CONTRASTS, MOTIONS, TEXT_SIZES, THEMES } from '../../../shared/settings.ts';
import { lookText } from '../../../shared/text/settings.ts';
import { Seg } from '../../components/seg.tsx';
import { useSettings } from '../../lib/shell.ts';
import { SettingRow } from './setting-row.tsx';
import { useChangeSettings } from './use-change-settings.ts';

/** Theme, contrast, text size and motion of the window. */
export function LookPage() {
  const { theme, contrast, textSize, motion } = useSettings();
  const change = useChangeSettings();
  return (
    <div className="card">
      <SettingRow title={lookText.theme}>
        <Seg
          label={lookText.theme}
          value={theme}
          onChange={(next) => change({ theme: next })}
          options={THEMES.map((value) => ({ value, label: lookText.themes[value] }))}
        />
      </SettingRow>
      <SettingRow title={lookText.contrast}>
        <Seg
          label={lookText.contrast}
          value={contrast}
          onChange={(next) => change({ contrast: next })}
          options={CONTRASTS.map((value) => ({ value, label: lookText.contrasts[value] }))}
        />
      </SettingRow>
      <SettingRow title={lookText.size} lead={lookText.sizeLead}>
        <Seg
          label={lookText.size}
          value={textSize}
          onChange={(next) => change({ textSize: next })}
          options={TEXT_SIZES.map((value) => ({ value, label: lookText.sizes[value] }))}
        />
      </SettingRow>
      <SettingRow title={lookText.motion} lead={lookText.motionLead}>
        <Seg
          label={lookText.motion}
          value={motion}
          onChange={(next) => change({ motion: next })}
          options={MOTIONS.map((value) => ({ value, label: lookText.motions[value] }))}
        />
      </SettingRow>
    </div>
  );
}
