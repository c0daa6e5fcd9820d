import { passwordBytes } from './kdf.ts';

/** Why a password may not be set. */
export type PasswordFault = 'password_short' | 'password_long' | 'password_characters' | 'password_common';

const LEAST = 12;

// The heads of public lists of leaked passwords, those of twelve characters or more; shorter ones are refused already.
const COMMON = new Set(
  (
    '123456789012 1234567890123 12345678901234 123456789123 123456123456 123123123123 012345678910 012345678901 098765432109 ' +
    '987654321098 112233445566 111222333444 123454321234 102030405060 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv ' +
    'q1w2e3r4t5y6 qazwsxedcrfv qwertyuiop12 qwertyuiop123 qwertyuiop[] qwertyuiopasdf qwerty123456 qwerty1234567 qwertyqwerty ' +
    'qwerty12345678 asdfghjkl123 asdfghjkl;:" zxcvbnm12345 zxcvbnm123456 abcdefghijkl abcdefghijklm abcd12345678 abcdef123456 ' +
    'abc123abc123 password1234 password12345 password123456 passwordpassword password2024 password2025 password2026 ' +
    'password123! passw0rd1234 p@ssw0rd1234 p@ssword1234 mypassword12 mypassword123 letmeinletmein letmein12345 letmein123456 ' +
    'welcome12345 welcome123456 iloveyou1234 iloveyou12345 iloveyouforever iloveyousomuch administrator administrator1 ' +
    'admin1234567 adminadminadmin changeme1234 changemenow1 secretsecret secret123456 masterpassword trustno1trustno1 ' +
    'sunshine1234 princess1234 football1234 baseball1234 superman1234 dragon123456 monkey123456 manchesterunited ' +
    'liverpoolfc1 unbelievable thequickbrownfox latchkeylatchkey tiktok123456 instagram123 instagram1234 facebook1234'
  ).split(' '),
);

/**
 * Why a password may not be set, or null when it may. Counted in code points after NFC. Unassigned code points are refused
 * because a later Unicode may give them another NFC, and lone surrogates because UTF-8 cannot tell them apart.
 */
export function checkNewPassword(password: string): PasswordFault | null {
  const text = password.normalize('NFC');
  if (!text.isWellFormed() || /\p{Cn}/u.test(text)) return 'password_characters';
  const points = [...text];
  if (points.length < LEAST) return 'password_short';
  if (passwordBytes(text) === null) return 'password_long';
  if (new Set(points).size < 3 || COMMON.has(text.toLowerCase())) return 'password_common';
  return null;
}
