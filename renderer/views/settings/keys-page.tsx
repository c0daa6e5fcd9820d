import { settingsText } from '../../../shared/text/settings.ts';
import { KeyLists } from '../../app/key-sheet.tsx';

/** All keys, to be read. */
export function KeysPage() {
  return (
    <div className="card pad">
      <h2 className="hole">{settingsText.keys}</h2>
      <KeyLists all />
    </div>
  );
}
