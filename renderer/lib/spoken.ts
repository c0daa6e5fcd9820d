import type { Settings } from '../../shared/settings.ts';
import { presentLanguage } from '../../shared/text/language.ts';
import { languageOf, speak } from '../../shared/text/speak.ts';

/** Speaks the language of a setting, and says so on the page's root, for a screen reader's voice. Settles when its words are there. */
export async function speakAs(setting: Settings['language']): Promise<void> {
  await speak(languageOf(setting, navigator.languages));
  document.documentElement.lang = presentLanguage();
}
