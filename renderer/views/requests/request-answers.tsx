import type { RequestDetail } from '../../../shared/contracts/engine/requests.ts';
import { askedText } from '../../../shared/text/requests.ts';
import { Button } from '../../components/button.tsx';
import { Caption } from '../../components/card.tsx';
import { Face } from '../../components/face.tsx';
import { plainLine } from '../../lib/plain-text.ts';
import { go } from '../../lib/route.ts';
import { SenderBanner } from '../inbox/sender-banner.tsx';

export type RequestAnswersProps = {
  readonly answers: RequestDetail['answers'];
  /** Anyone on the way could have answered. */
  readonly open: boolean;
};

/** Answers from people whose words are not compared: each with the place to compare them and the way to read it. */
export function RequestAnswers({ answers, open }: RequestAnswersProps) {
  return (
    <div>
      <Caption>{askedText.answers(answers.length)}</Caption>
      <p className="small soft pretty asked-lead">{open ? askedText.answersLead : askedText.answersSealed}</p>
      <ul className="asked-answers">
        {answers.map(({ inbox, person }) => (
          <li key={inbox}>
            <div className="row">
              <Face name={person.name} />
              <b className="grow cut">{askedText.from(plainLine(person.name))}</b>
              <Button size="small" iconEnd="forward" onClick={() => go({ view: 'inbox', item: inbox, open: true })}>
                {askedText.openAnswer}
              </Button>
            </div>
            <SenderBanner contact={person.contact} todo={askedText.compareFirst} />
          </li>
        ))}
      </ul>
    </div>
  );
}
