import type { Translated } from '../language.ts';
import type * as english from '../step-advice.ts';

/** German of ../step-advice.ts. */
export const stepAdvice: Translated<typeof english> = {
  wayAdvice: {
    opensDirectly: 'Die Seite öffnet sich direkt.',
    loginOf: (own, login) => `${own} öffnest du mit der Anmeldung von ${login}; das geschieht also dort.`,
    skipIfNone: 'Findest du nichts davon, überspring das.',
    none: 'Das gibt es dort nicht, also ist hier nichts zu tun: Überspring das.',
    doubt: { medium: 'ziemlich gewiss', low: 'nicht gewiss' },
  },
  accessAdvice: {
    tell: 'Eine kurze Nachricht erspart später Streit. Das Latchkey dort entfernt, was es hält; was kopiert wurde, bleibt kopiert.',
    listAccess:
      'Geh hier Leihen, Rollen und Business-Zugänge durch, und frag, was sonst noch benutzt wird. Was niemand aufgeschrieben hat, bleibt offen.',
    lookForRoles: 'Suche in den Einstellungen nach „Team“, „People“, „Users“ oder „Permissions“.',
    lookForApps: 'Suche in den Einstellungen nach „Connected apps“, „Apps and websites“ oder „Permissions“.',
    noRoles: 'Auf dieser Plattform sind keine Rollen bekannt: Überspring das, wenn du keine findest.',
    needless: 'Nimm jede Rolle weg, die niemand mehr braucht.',
    appsStay: 'Eine App, die hineingelassen wurde, bleibt drin, bis sie dort entfernt ist.',
    rolesUnder: (path) => `Rollen stehen unter „${path}“.`,
    leadsToRoles: 'Dieser Weg führt zu den Rollen.',
    roleUnknown:
      'Ob die Plattform stattdessen eine Rolle geben kann, ist nicht bekannt. Suche zuerst nach „Team“, „Users“ oder „Permissions“.',
    role: {
      yes: 'Die Plattform kann statt des Passworts eine Rolle geben und sie sauber zurücknehmen.',
      partly: 'Die Plattform kann für einen Teil davon eine Rolle geben.',
      no: 'Die Plattform hat keine Rolle zu vergeben; also muss die Anmeldung selbst verliehen werden.',
    },
  },
  loginAdvice: {
    lookForPassword: 'Suche in den Einstellungen nach „Password“, unter „Account“, „Security“ oder „Sign-in“.',
    lookForDevices: 'Suche in den Sicherheitseinstellungen nach „Devices“, „Sessions“ oder „Where you’re logged in“.',
    lookForTwoStep: 'Suche in den Sicherheitseinstellungen nach „Two-step“ oder „Two-factor“.',
    lookForAuthenticator:
      'Suche in den Sicherheitseinstellungen nach „Two-step“ oder „Two-factor“. Den Authenticator aus- und wieder einzuschalten macht einen neuen Schlüssel.',
    lookForBackupAnew:
      'Suche bei den Einstellungen zum zweiten Faktor nach „Backup codes“ oder „Recovery codes“. Neue beenden die alten. Überspring das, wenn es keine gibt.',
    lookForRecovery: 'Suche in den Kontoeinstellungen nach „Mail“ und „Phone“.',
    makeFirst: 'Erzeuge zuerst hier ein neues und füge es dann dort ein.',
    noAuthenticator: 'Authenticator-Apps sind für sie nicht aufgeführt.',
    oldKeyEnds: 'Codes, die du verliehen hast, enden mit dem alten Schlüssel.',
    writeDown: 'Schreib die neuen hier auf.',
    whoOwns: 'Wem diese gehören, der kann das Konto zurückholen.',
    smsThere: 'Codes per SMS gehen auch an dieses Telefon.',
    oneByOne: {
      yes: 'Jedes Gerät lässt sich einzeln abmelden.',
      no: 'Einzeln abmelden lassen sie sich nicht.',
      disputed: 'Ob sie sich einzeln abmelden lassen, ist umstritten.',
    },
    everywhere: {
      yes: 'Ein Knopf meldet alle anderen ab.',
      no: 'Einen Knopf für alle gibt es nicht.',
      open: 'Ob es einen Knopf für alle gibt, ist nicht bekannt.',
    },
    passwordSignsOut: {
      yes: 'Ein neues Passwort meldet sie auch ab; sieh trotzdem nach.',
      partly: 'Ein neues Passwort meldet einige davon ab, nicht alle.',
      choice: 'Beim neuen Passwort wählst du, ob sie abgemeldet werden.',
      disputed: 'Ob ein neues Passwort sie abmeldet, ist umstritten.',
      open: 'Ob ein neues Passwort sie abmeldet, ist nicht bekannt; verlass dich nicht darauf.',
    },
  },
};
