import { shapes } from './icon-shapes.tsx';
import { platformShapes } from './platform-shapes.tsx';

const all = { ...platformShapes, ...shapes };

/** Every line icon there is; a misspelt one does not compile. */
export type IconName = keyof typeof all;

/** All icon names, for the gallery. */
export const iconNames = Object.keys(all) as IconName[];

const toneClass = {
  sealed: 'c-sealed',
  ending: 'c-ending',
  exposed: 'c-exposed',
  courtesy: 'c-courtesy',
  soft: 'soft',
  faint: 'faint',
};

export type IconProps = {
  readonly name: IconName;
  /** 14, 16 or 20 px; 16 when left out. */
  readonly size?: 'small' | 'large' | undefined;
  /** One of the colours that mean something; the colour of the text around it when left out. */
  readonly tone?: keyof typeof toneClass | undefined;
  /** What a screen reader says; an icon beside its own words needs none and is then hidden from it. */
  readonly label?: string | undefined;
};

/** One line icon in the colour of the text around it. */
export function Icon({ name, size, tone, label }: IconProps) {
  const names = ['i', size === 'small' && 's', size === 'large' && 'l', tone && toneClass[tone]].filter(Boolean).join(' ');
  const spoken = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label };
  return (
    <svg className={names} viewBox="0 0 16 16" {...spoken}>
      {all[name]}
    </svg>
  );
}
