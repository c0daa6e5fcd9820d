import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from '../../../renderer/lib/plain-text.ts';

describe('text of someone else', () => {
  it('shows bidi controls by their names', () => {
    expect(plainLine('photo\u202egpj.exe')).toBe('photo⟨U+202E⟩gpj.exe');
    for (const mark of [
      '\u200e',
      '\u200f',
      '\u061c',
      '\u202a',
      '\u202b',
      '\u202c',
      '\u202d',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
    ]) {
      expect(plainLine(`a${mark}b`)).toBe(`a⟨U+${mark.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩b`);
    }
  });

  it('shows control characters and line ends in a line', () => {
    expect(plainLine('a\u0000b\u001bc\u0085d\ne\u2028f')).toBe('a⟨U+0000⟩b⟨U+001B⟩c⟨U+0085⟩d⟨U+000A⟩e⟨U+2028⟩f');
  });

  it('keeps line feeds and tabs in a text, and nothing else of the kind', () => {
    expect(plainText('one\r\ntwo\tthree\rfour\u0007')).toBe('one\ntwo\tthree⟨U+000D⟩four⟨U+0007⟩');
  });

  it('shows what draws as nothing', () => {
    expect(plainLine('An\u200ba')).toBe('An⟨U+200B⟩a');
    expect(plainLine('A\u00adna\ufeff\u2060')).toBe('A⟨U+00AD⟩na⟨U+FEFF⟩⟨U+2060⟩');
    expect(plainLine('\u3164\u{e0041}')).toBe('⟨U+3164⟩⟨U+E0041⟩');
  });

  it('leaves joiners where a script or an emoji needs them, and shows them among Latin letters', () => {
    expect(plainLine('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(plainLine('क्\u200dष')).toBe('क्\u200dष');
    expect(plainLine('👩\u200d💻')).toBe('👩\u200d💻');
    expect(plainLine('👩🏽\u200d💻')).toBe('👩🏽\u200d💻');
    expect(plainLine('An\u200da')).toBe('An⟨U+200D⟩a');
  });

  it('shows half a surrogate pair', () => {
    expect(plainLine('a\ud800b')).toBe('a⟨U+D800⟩b');
  });

  it('leaves ordinary text of any script alone', () => {
    for (const text of ['Tomás Reyes', 'Συγγραφέας', '東京 2026', 'שלום עולם', 'naïve café', '“quoted” – 5 €', '<b>not bold</b>']) {
      expect(plainLine(text)).toBe(text);
    }
  });
});
