import { LANGUAGES, type Settings } from '../settings.ts';
import { type Language, setLanguage } from './language.ts';

const isLanguage = (tag: string): tag is Language => tag !== 'system' && (LANGUAGES as readonly string[]).includes(tag);

/** The language that a setting asks for; `wishes` are the system's languages as BCP 47 tags, the dearest first. */
export function languageOf(setting: Settings['language'], wishes: readonly string[]): Language {
  if (setting !== 'system') return setting;
  return wishes.map((wish) => wish.toLowerCase().split(/[-_]/)[0] ?? '').find(isLanguage) ?? 'en';
}

let asked: Language = 'en';

/**
 * From now on this process speaks a language. Its words are loaded first, which takes a moment; English is there from the start, and stays
 * where the words of another are not to be had. Of two that were asked for at once, the last is spoken.
 */
export async function speak(language: Language): Promise<void> {
  asked = language;
  const words =
    language === 'de'
      ? await import('./de/german.ts').then(
          ({ german }) => german,
          () => null,
        )
      : null;
  if (asked === language) setLanguage(words === null ? 'en' : language, words);
}
