import { type FormEvent, useState } from 'react';
import { errorLine } from '../../../shared/text/errors.ts';
import { ownStepText as text } from '../../../shared/text/platforms-page.ts';
import { Dialog } from '../../components/dialog.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { useAct } from '../../lib/act.ts';
import { linkOf } from '../../lib/link.ts';

export type OwnStepDialogProps = {
  readonly account: string;
  /** The step's id, and its title. */
  readonly step: string;
  readonly title: string;
  /** What stands there now, by the catalogue or by the person's own note. */
  readonly path: string;
  readonly link: string;
  /** Whether that is the person's own note. */
  readonly isNoted: boolean;
  readonly onClose: () => void;
};

/** Notes where one account has a step: menu words, a page, or both. Mounted while it is open. */
export function OwnStepDialog(props: OwnStepDialogProps) {
  const { account, step, title, isNoted, onClose } = props;
  const save = useAct('platforms.saveOwnStep');
  const [path, setPath] = useState(props.path);
  const [page, setPage] = useState(props.link);
  const [tried, setTried] = useState(false);
  const link = page.trim() === '' ? null : linkOf(page.trim());
  const fault = faultIn({ path, page, hasLink: link !== null });
  const put = async (next: { readonly path: string | null; readonly link: string | null }): Promise<void> => {
    const reply = await save.run({ account, step, ...next });
    if (reply.ok) onClose();
  };
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    setTried(true);
    if (fault === null) void put({ path: menuOf(path), link: link?.url ?? null });
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title(title)}
      lead={text.lead}
      safe={text.cancel}
      act={{ label: text.save, onAct: submit, busy: save.busy ? text.saving : null }}
      away={!isNoted ? undefined : { label: text.goBack, onAct: () => void put({ path: null, link: null }) }}
    >
      <form className="own-step" onSubmit={submit}>
        <TextInput
          label={text.path}
          value={path}
          onChange={setPath}
          maxLength={254}
          hint={text.pathHint}
          error={tried && fault?.of === 'path' ? fault.sentence : null}
        />
        <TextInput
          label={text.link}
          value={page}
          onChange={setPage}
          maxLength={2048}
          inputMode="url"
          hint={link === null ? text.linkHint : text.leadsTo(link.host)}
          error={tried && fault?.of === 'page' ? fault.sentence : null}
        />
        {save.failure !== null && (
          <p className="hint error" role="alert">
            {errorLine(save.failure.code, save.failure.facts)}
          </p>
        )}
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}

type Typed = { readonly path: string; readonly page: string; readonly hasLink: boolean };

function faultIn({ path, page, hasLink }: Typed): { readonly of: 'path' | 'page'; readonly sentence: string } | null {
  if (page.trim() !== '' && !hasLink) return { of: 'page', sentence: text.linkWrong };
  return menuOf(path) === null && !hasLink ? { of: 'path', sentence: text.empty } : null;
}

/** Menu words as they are kept: one ` > ` between labels; null for none. */
function menuOf(typed: string): string | null {
  const labels = typed.split('>').map((label) => label.trim());
  const menu = labels.filter((label) => label !== '').join(' > ');
  return menu === '' ? null : menu;
}
