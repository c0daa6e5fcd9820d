import { settingsText } from '../../../shared/text/settings.ts';
import { useSandbox } from '../../app/sandbox-context.ts';
import { Icon } from '../../components/icon.tsx';
import type { SettingsPage } from '../../lib/route.ts';
import { settingsPagesIn } from './settings-pages.ts';

export type SettingsNavProps = {
  readonly current: SettingsPage;
  /** Things to do on the health page. */
  readonly todo: number;
  readonly onGo: (page: SettingsPage) => void;
};

/** The pages of the settings, at the left. */
export function SettingsNav({ current, todo, onGo }: SettingsNavProps) {
  const inSandbox = useSandbox() !== null;
  return (
    <nav className="settings-nav" aria-label={settingsText.pages}>
      {settingsPagesIn(inSandbox).map(({ id, icon, label }) => (
        <button
          key={id}
          type="button"
          className="nav-item"
          data-autofocus={id === current || undefined}
          aria-current={id === current ? 'page' : undefined}
          onClick={() => onGo(id)}
        >
          <Icon name={icon} />
          <span className="name">{label}</span>
          {id === 'health' && todo > 0 && (
            <em data-tone="ending">
              {todo}
              <span className="hole"> {settingsText.todo(todo)}</span>
            </em>
          )}
        </button>
      ))}
    </nav>
  );
}
