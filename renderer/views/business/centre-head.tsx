import type { CentreRow } from '../../../shared/contracts/engine/business.ts';
import { centreText } from '../../../shared/text/business.ts';
import { commonText, inLine } from '../../../shared/text/common.ts';
import { fileText } from '../../../shared/text/vault.ts';
import { useWhyReadOnly } from '../../app/vault-context.ts';
import { Button } from '../../components/button.tsx';
import { DetailHead } from '../../components/detail-head.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Mark } from '../../components/mark.tsx';
import { Menu } from '../../components/menu.tsx';
import { usePlatformChoices } from './choices.ts';

export type CentreHeadProps = { readonly row: CentreRow; readonly onEdit: () => void; readonly onRemove: () => void };

/** Which centre it is, and what can be done with the whole of it. */
export function CentreHead({ row, onEdit, onRemove }: CentreHeadProps) {
  const readOnly = useWhyReadOnly();
  const platforms = usePlatformChoices();
  const sub = [platforms.nameOf(row.platform), row.archived ? inLine(centreText.archived) : null];
  return (
    <DetailHead
      mark={<Mark platform={row.platform} size="big" />}
      title={row.name}
      sub={sub.filter((part) => part !== null).join(' · ')}
    >
      <Menu
        trigger={<IconButton icon="dots" label={centreText.actions} />}
        entries={[
          {
            label: centreText.remove,
            icon: 'trash',
            why: readOnly === null ? null : fileText.readOnly,
            onAct: onRemove,
          },
        ]}
      />
      <Button why={readOnly} onClick={onEdit} aria-label={centreText.edit}>
        {commonText.edit}
      </Button>
    </DetailHead>
  );
}
