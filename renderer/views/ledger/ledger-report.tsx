import type { FileKind } from '../../../shared/contracts/shell.ts';
import type { ErrorCode, ErrorFacts } from '../../../shared/errors.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { ledgerFileText as text, ledgerText } from '../../../shared/text/ledger.ts';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useEngine } from '../../lib/engine.ts';
import type { LedgerRoute } from '../../lib/route.ts';
import { usePickPlace } from '../../lib/pick-place.ts';
import { showToast } from '../../lib/toast-store.ts';
import { wantedOf } from './use-ledger.ts';

type Saved = Promise<
  { readonly ok: true } | { readonly ok: false; readonly code: ErrorCode; readonly facts?: ErrorFacts | undefined }
>;

export type LedgerReportProps = {
  readonly route: LedgerRoute;
  /** The name of the client the ledger is narrowed to. */
  readonly client: string | null;
};

/** Saves what is shown as a table or a page, or a client's closing certificate; nothing where the host has no dialog to save with. */
export function LedgerReport({ route, client }: LedgerReportProps) {
  const engine = useEngine();
  const pick = usePickPlace();
  if (pick === null) return null;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const save = async (
    kind: FileKind,
    name: string,
    said: (file: string) => string,
    write: (token: string) => Saved,
  ): Promise<void> => {
    const file = await pick(kind, name);
    if (file === null) return;
    const reply = await write(file.token);
    showToast({ text: reply.ok ? said(file.name) : errorLine(reply.code, reply.facts) });
  };
  const wanted = wantedOf(route);
  const table = (): Promise<void> =>
    save('save_table', text.tableName, text.tableSaved, (token) => engine.call('ledger.saveTable', { ...wanted, zone, token }));
  const page = (): Promise<void> =>
    save('save_page', text.pageName, text.pageSaved, (token) => engine.call('ledger.saveReport', { ...wanted, zone, token }));
  const certificate = (of: string): Promise<void> =>
    save('save_page', text.certificateName, text.pageSaved, (token) =>
      engine.call('ledger.saveCertificate', { client: of, zone, token }),
    );
  const { client: of } = route;
  return (
    <Menu
      trigger={
        <Button variant="quiet" icon="download">
          {ledgerText.report}
        </Button>
      }
      entries={[
        { label: text.table, icon: 'file', onAct: () => void table() },
        { label: text.page, icon: 'print', onAct: () => void page() },
        'line',
        {
          label: client === null ? text.certificate : text.certificateOf(client),
          icon: 'shield',
          why: of === undefined ? text.whyNoClient : null,
          onAct: () => void (of === undefined ? undefined : certificate(of)),
        },
      ]}
    />
  );
}
