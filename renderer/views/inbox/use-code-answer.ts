import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { answerText } from '../../../shared/text/relay.ts';
import { type Failure, isKept, useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

/** The three answers to a request for a code. */
export interface CodeAnswer {
  readonly busy: 'sending' | 'typing' | 'refusing' | null;
  readonly failure: Failure | null;
  send(minutes: number): Promise<void>;
  type(code: string): Promise<void>;
  refuse(): Promise<void>;
}

/** Answers a request for a code by hand; what was sealed is shown where the request is. */
export function useCodeAnswer(id: string): CodeAnswer {
  const answer = useAct('relay.answer');
  const type = useAct('relay.type');
  const deny = useAct('relay.deny');
  return {
    busy: answer.busy ? 'sending' : type.busy ? 'typing' : deny.busy ? 'refusing' : null,
    failure: answer.failure ?? type.failure ?? deny.failure,
    async send(minutes) {
      const reply = await answer.run({ id, minutes });
      if (isKept(reply)) showToast({ text: commonText.notSavedYet });
    },
    async type(code) {
      const reply = await type.run({ id, code });
      if (isKept(reply)) showToast({ text: commonText.notSavedYet });
    },
    async refuse() {
      const reply = await deny.run({ id });
      if (reply.ok) showToast({ text: answerText.refused });
      else if (reply.code !== 'busy') showToast({ text: errorLine(reply.code, reply.facts) });
    },
  };
}
