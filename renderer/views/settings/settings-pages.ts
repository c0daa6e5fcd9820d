import { settingsText } from '../../../shared/text/settings.ts';
import type { IconName } from '../../components/icon.tsx';
import type { SettingsPage } from '../../lib/route.ts';

type Page = { readonly id: SettingsPage; readonly icon: IconName; readonly label: string };

/** Pages about a vault's file, its keys and its backups: the sandbox has none. */
const OF_FILE: ReadonlySet<SettingsPage> = new Set(['health', 'passphrase', 'backups', 'aside']);

/** The page that is shown where one was asked for. */
export function settingsPage(page: SettingsPage, inSandbox: boolean): SettingsPage {
  return inSandbox && OF_FILE.has(page) ? 'general' : page;
}

/** The pages of the settings in their order that there are. */
export function settingsPagesIn(inSandbox: boolean): readonly Page[] {
  return settingsPages().filter(({ id }) => settingsPage(id, inSandbox) === id);
}

/** The pages of the settings in their order. */
export function settingsPages(): readonly Page[] {
  return [
    { id: 'health', icon: 'shield', label: settingsText.health },
    { id: 'general', icon: 'settings', label: settingsText.general },
    { id: 'look', icon: 'look', label: settingsText.look },
    { id: 'locking', icon: 'lock', label: settingsText.locking },
    { id: 'passphrase', icon: 'key', label: settingsText.passphrase },
    { id: 'backups', icon: 'download', label: settingsText.backups },
    { id: 'platforms', icon: 'globe', label: settingsText.platforms },
    { id: 'keys', icon: 'laptop', label: settingsText.keys },
  ];
}
