import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import { firstName } from '../../../shared/text/common.ts';
import { formatEnd } from '../../../shared/text/dates.ts';
import { answeringText } from '../../../shared/text/requests.ts';
import { Banner } from '../../components/banner.tsx';
import { engineNow } from '../../lib/clock-sync.ts';
import { plainLine } from '../../lib/plain-text.ts';
import { CODES_REACH } from './asked-form.ts';

export type AskedLineProps = {
  readonly request: RequestDetail;
  readonly narrow: boolean;
  /** The account has codes to lend. */
  readonly codes: boolean;
  /** False once the handoff is for somebody else. */
  readonly answers: boolean;
};

/** The request a handoff answers, over its form. */
export function AskedLine({ request: { row }, narrow, codes, answers }: AskedLineProps) {
  const now = engineNow();
  const isShorter = codes && !narrow && row.until > now + CODES_REACH * 86_400;
  const said = [
    answeringText.line(plainLine(row.role), formatEnd(row.until, now)),
    narrow ? answeringText.narrowed(codes) : isShorter ? answeringText.shorter : null,
  ];
  const name = plainLine(firstName(row.person?.name ?? ''));
  return (
    <Banner
      tone={answers ? 'sealed' : 'look'}
      icon={answers ? 'inbox' : undefined}
      title={answeringText.asks(name, plainLine(row.account))}
    >
      {answers ? said.filter((part) => part !== null).join('. ') : answeringText.other(name)}
    </Banner>
  );
}
