import { commonText } from '../../shared/text/common.ts';
import { LockArt } from '../components/key-mark.tsx';

/**
 * What the window shows until it knows more: the key and the name, where the lock screen has them. `index.html` holds the same, so that
 * it is there before any script. No landmark: there is nothing to go to yet.
 */
export function Opening() {
  return (
    <div className="lock-screen">
      <div className="lock-box">
        <LockArt />
        <h1 className="big">{commonText.app}</h1>
      </div>
    </div>
  );
}
