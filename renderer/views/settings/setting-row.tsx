import type { ReactNode } from 'react';

export type SettingRowProps = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** The choice, at the right; below the words where there is little room. */
  readonly children?: ReactNode;
};

/** One setting: its name, a sentence, the choice. */
export function SettingRow({ title, lead, children }: SettingRowProps) {
  return (
    <div className="setting-row">
      <div className="grow">
        <b>{title}</b>
        {lead !== undefined && <p className="small soft pretty">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
