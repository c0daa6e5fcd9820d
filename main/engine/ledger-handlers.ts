import type { FileKind } from '../../shared/contracts/shell.ts';
import type { ledgerCalls } from '../../shared/contracts/engine/ledger.ts';
import { type Done, isRefused, type Refused } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Host } from './host.ts';
import { saveText } from './save-text.ts';
import type { Session } from './session.ts';

type LedgerHandlers = Handlers<{ readonly calls: typeof ledgerCalls; readonly events: Record<never, never> }>;

/** The ledger, answered, and what is written of it to files the person chose. */
export function ledgerHandlers(host: Host, open: () => Session): LedgerHandlers {
  /** `client` is whom a certificate is of; the log has it before the file does. */
  const save = async (text: string | Refused, token: string, kind: FileKind, client: string | null): Promise<Done | Refused> => {
    if (isRefused(text)) return text;
    const file = await host.redeem(token, kind);
    if (isRefused(file)) return file;
    const noted = await open().ledger.noteMade(client);
    return isRefused(noted) ? noted : saveText(file, text);
  };
  return {
    'ledger.list': (query) => open().ledger.list(query),
    'ledger.saveTable': ({ zone, token, ...wanted }) => save(open().ledger.table(wanted, zone), token, 'save_table', null),
    'ledger.saveReport': ({ zone, token, ...wanted }) => save(open().ledger.report(wanted, zone), token, 'save_page', null),
    'ledger.saveCertificate': ({ client, zone, token }) =>
      save(open().ledger.certificate(client, zone), token, 'save_page', client),
  };
}
