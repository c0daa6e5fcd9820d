// What index.html draws by itself needs no more than these: the rest comes after the first content is on the screen.
import './styles/tokens.css';
import './styles/base.css';
import './styles/opening.css';

void import('./start.tsx');
