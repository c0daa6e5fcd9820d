import { settingsText } from '../../../shared/text/settings.ts';
import type { IconName } from '../../components/icon.tsx';
import type { SettingsPage } from '../../lib/route.ts';

/** The pages of the settings in their order. */
export const PAGES: readonly { readonly id: SettingsPage; readonly icon: IconName; readonly label: string }[] = [
  { id: 'health', icon: 'shield', label: settingsText.health },
  { id: 'locking', icon: 'lock', label: settingsText.locking },
  { id: 'passphrase', icon: 'key', label: settingsText.passphrase },
  { id: 'backups', icon: 'download', label: settingsText.backups },
  { id: 'platforms', icon: 'globe', label: settingsText.platforms },
  { id: 'look', icon: 'look', label: settingsText.look },
];
