import type { NoticeKind } from '../../shared/contracts/host.ts';
import { assertNever } from '../../shared/errors.ts';
import { type Notice, notices } from '../../shared/text/notice.ts';

/** What the person is told of something that has left the vault. */
export function noticeOf(what: NoticeKind): Notice {
  switch (what) {
    case 'code_sent':
      return notices.codeSent;
    default:
      return assertNever(what);
  }
}
