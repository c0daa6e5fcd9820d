import './styles/tokens.css';
import './styles/base.css';
import './styles/index.css';
import './gallery/gallery.css';
import { createRoot } from 'react-dom/client';
import { Ui } from './components/ui.tsx';
import { AccountsPage } from './gallery/accounts-page.tsx';
import { HandOffPage } from './gallery/hand-off-page.tsx';
import { RunPage } from './gallery/run-page.tsx';
import { StatesPage } from './gallery/states-page.tsx';
import { MorePage } from './gallery/more-page.tsx';

const pages = { states: StatesPage, more: MorePage, accounts: AccountsPage, handoff: HandOffPage, run: RunPage };

/** The pages of the development gallery, chosen by the address: `gallery.html?page=more&theme=dark&contrast=high`. */
const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme !== null) document.documentElement.dataset['theme'] = theme;
if (asked.get('contrast') === 'high') document.documentElement.dataset['contrast'] = 'high';
const name = asked.get('page') ?? 'states';
const Page = name in pages ? pages[name as keyof typeof pages] : StatesPage;

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <Ui>
    <Page />
  </Ui>,
);
