import { writeFile } from 'node:fs/promises';
import { type Done, type Refused, refuse } from '../../shared/errors.ts';
import { faultOf } from './file-store.ts';
import { fileCode } from './vault-codes.ts';

/** Writes a text to a file a person chose, readable by them alone. */
export async function saveText(file: string, text: string): Promise<Done | Refused> {
  try {
    await writeFile(file, text, { mode: 0o600 });
    return {};
  } catch (error) {
    const fault = faultOf(error);
    return refuse(fault === 'gone' ? 'folder_read_only' : fileCode(fault));
  }
}
