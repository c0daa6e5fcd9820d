import { Button } from '../../components/button.tsx';
import { Mark } from '../../components/mark.tsx';

/** An account of the vault as a dialog shows it. */
export interface Linked {
  readonly id: string;
  readonly title: string;
  readonly username: string | null;
  readonly platform?: string | undefined;
}

export type LinkedAccountProps = {
  readonly label: string;
  readonly account: Linked | null;
  /** Said while there is none. */
  readonly none: string;
  readonly choose: string;
  readonly onChoose: () => void;
  readonly unlink?: { readonly label: string; readonly onAct: () => void } | undefined;
};

/** The account something belongs to, and the button that chooses another. */
export function LinkedAccount({ label, account, none, choose, onChoose, unlink }: LinkedAccountProps) {
  return (
    <div className="control" role="group" aria-label={label}>
      <div className="control-label">
        <span>{label}</span>
      </div>
      <div className="biz-linked">
        {account?.platform !== undefined && <Mark platform={account.platform} size="small" />}
        <span className="cut">
          {account === null ? (
            <span className="soft">{none}</span>
          ) : (
            <>
              <b>{account.title}</b> <span className="soft">{account.username}</span>
            </>
          )}
        </span>
        {account !== null && unlink !== undefined && (
          <Button variant="quiet" size="small" onClick={unlink.onAct}>
            {unlink.label}
          </Button>
        )}
        <Button size="small" onClick={onChoose}>
          {choose}
        </Button>
      </div>
    </div>
  );
}
