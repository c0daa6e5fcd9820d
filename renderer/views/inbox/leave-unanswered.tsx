import { errorLine } from '../../../shared/text/errors.ts';
import { peopleText } from '../../../shared/text/people.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { gotText } from '../../../shared/text/requests.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useAct } from '../../lib/act.ts';
import { showToast } from '../../lib/toast-store.ts';

/** Puts a request away without an answer. */
export function LeaveUnanswered({ id }: { readonly id: string }) {
  const close = useAct('requests.close');
  const readOnly = useWhyReadOnly();
  const leave = async (): Promise<void> => {
    const reply = await close.run({ id });
    if (!reply.ok) showToast({ text: errorLine(reply.code, reply.facts) });
  };
  return (
    <Menu
      trigger={<IconButton icon="dots" label={peopleText.actions} />}
      entries={[
        {
          label: gotText.putAway,
          icon: 'archive',
          why: readOnly === null ? null : fileText.readOnly,
          onAct: () => void leave(),
        },
      ]}
    />
  );
}
