import { Icon } from './icon.tsx';

export type ConsequenceProps = {
  /** True for what will be so, false for what stays as it was. */
  readonly happens: boolean;
  readonly children: string;
  /** The language of the line where it is not the window’s. */
  readonly lang?: 'en' | undefined;
};

/** One line of what an act does, or does not do; set them in a `ul` of class `consequences`. */
export function Consequence({ happens, children, lang }: ConsequenceProps) {
  return (
    <li lang={lang}>
      <Icon name={happens ? 'check' : 'x'} size="small" tone={happens ? 'sealed' : 'faint'} />
      {children}
    </li>
  );
}
