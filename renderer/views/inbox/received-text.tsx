import { plainLine, plainText } from '../../lib/plain-text.ts';

export type ReceivedTextProps = {
  readonly children: string;
  /** Of several lines, which stay. */
  readonly lines?: boolean | undefined;
};

/** What someone else wrote, as text and nothing more: no markup, no links, nothing unseen, its direction kept to itself. */
export function ReceivedText({ children, lines }: ReceivedTextProps) {
  return <bdi className={lines ? 'received-text lines' : 'received-text'}>{lines ? plainText(children) : plainLine(children)}</bdi>;
}
