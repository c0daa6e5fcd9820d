import { Icon } from './icon.tsx';

export type ConsequenceProps = {
  /** True for what will be so, false for what stays as it was. */
  readonly happens: boolean;
  readonly children: string;
};

/** One line of what an act does, or does not do; set them in a `ul` of class `consequences`. */
export function Consequence({ happens, children }: ConsequenceProps) {
  return (
    <li>
      <Icon name={happens ? 'check' : 'x'} size="small" tone={happens ? 'sealed' : 'faint'} />
      {children}
    </li>
  );
}
