import { type FormEvent, useState } from 'react';
import type { AccountDetail } from '../../../shared/contracts/engine/accounts.ts';
import { formText } from '../../../shared/text/account-form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { errorLine } from '../../../shared/text/errors.ts';
import { useVaultBanner } from '../../app/vault-banner.tsx';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Bar } from '../../components/bar.tsx';
import { Button } from '../../components/button.tsx';
import { View } from '../../components/window.tsx';
import { isKept, useAct } from '../../lib/act.ts';
import { usePlatforms } from '../../lib/platforms.ts';
import { back, replace } from '../../lib/route.ts';
import { showToast } from '../../lib/toast-store.ts';
import { LeaveGuard } from '../leave-guard.tsx';
import { type AccountDraft, formOf } from './account-draft.ts';
import { BackupInput } from './backup-input.tsx';
import { FieldsInput } from './fields-input.tsx';
import { NotesInput } from './notes-input.tsx';
import { PasswordPart } from './password-part.tsx';
import { PlatformPart } from './platform-part.tsx';
import { SignInPart } from './sign-in-part.tsx';
import { SimilarNote } from './similar-note.tsx';

export type AccountEditorProps = {
  /** Null for a new account. */
  readonly account: AccountDetail | null;
  readonly start: AccountDraft;
};

/** Everything of an account that a person writes, on one page. */
export function AccountEditor({ account, start }: AccountEditorProps) {
  const banner = useVaultBanner();
  const whyNot = useWhyReadOnly();
  // The facts may change behind the editor; what was typed stays and wins when it is saved.
  const [first] = useState(start);
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const platforms = usePlatforms();
  const save = useAct('accounts.save');
  const changed = draft !== first;
  const change = (part: Partial<AccountDraft>): void => {
    save.forget();
    setDraft((now) => ({ ...now, ...part }));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const form = formOf(draft, platforms.name);
    if (form === null) return;
    const reply = await save.run(form);
    if (!reply.ok && !isKept(reply)) return;
    // Saved, or kept to be: nothing holds this place any more.
    setDraft(first);
    showToast({ text: reply.ok ? formText.saved(form.title) : commonText.notSavedYet });
    const made = reply.ok ? reply.value.id : null;
    setTimeout(() => {
      if (account !== null) back();
      else replace({ view: 'accounts', client: form.client === null ? 'all' : { id: form.client }, account: made });
    });
  };
  const part = { draft, change };
  return (
    <View
      banner={banner}
      bar={
        <Bar
          title={account === null ? formText.newTitle : formText.editTitle(account.title)}
          back={{ label: commonText.back, onBack: back }}
          actions={
            <>
              <Button variant="quiet" keys="Escape" onClick={back}>
                {commonText.cancel}
              </Button>
              <Button type="submit" form="account-form" variant="primary" busy={save.busy ? commonText.saving : null} why={whyNot}>
                {commonText.save}
              </Button>
            </>
          }
        />
      }
    >
      <div className="scroll" data-pane="detail">
        <form id="account-form" className="editor" onSubmit={(event) => void submit(event)}>
          {save.failure && (
            <p className="hint error" role="alert">
              {errorLine(save.failure.code, save.failure.facts)}
            </p>
          )}
          <PlatformPart {...part} />
          <SignInPart {...part}>
            <PasswordPart {...part} account={account} />
            <SimilarNote draft={draft} />
          </SignInPart>
          <BackupInput {...part} known={account?.backupCodes.length ?? 0} />
          <NotesInput {...part} account={account} />
          <FieldsInput {...part} tried={tried} />
        </form>
      </div>
      <LeaveGuard when={changed && !save.busy} />
    </View>
  );
}
