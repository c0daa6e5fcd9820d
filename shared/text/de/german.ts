import type { Catalogue } from '../language.ts';
import { accountForm } from './account-form.ts';
import { accountList } from './account-list.ts';
import { accounts } from './accounts.ts';
import { adCodes } from './ad-codes.ts';
import { app } from './app.ts';
import { appointment } from './appointment.ts';
import { aside } from './aside.ts';
import { business } from './business.ts';
import { certificate } from './certificate.ts';
import { clipboard } from './clipboard.ts';
import { common } from './common.ts';
import { controls } from './controls.ts';
import { copies } from './copies.ts';
import { dates } from './dates.ts';
import { devices } from './devices.ts';
import { errorFacts } from './error-facts.ts';
import { errorsInput } from './errors-input.ts';
import { errorsVault } from './errors-vault.ts';
import { errorsWire } from './errors-wire.ts';
import { fileState } from './file-state.ts';
import { general } from './general.ts';
import { generator } from './generator.ts';
import { grantLife } from './grant-life.ts';
import { handoff } from './handoff.ts';
import { health } from './health.ts';
import { inbox } from './inbox.ts';
import { keychain } from './keychain.ts';
import { ledger } from './ledger.ts';
import { ledgerWords } from './ledger-words.ts';
import { log } from './log.ts';
import { logPage } from './log-page.ts';
import { palette } from './palette.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { platforms } from './platforms.ts';
import { platformsPage } from './platforms-page.ts';
import { notice } from './notice.ts';
import { question } from './question.ts';
import { readFailure } from './read-failure.ts';
import { received } from './received.ts';
import { relay } from './relay.ts';
import { reminders } from './reminders.ts';
import { requests } from './requests.ts';
import { rescue } from './rescue.ts';
import { review } from './review.ts';
import { runSteps } from './run-steps.ts';
import { runs } from './runs.ts';
import { sandbox } from './sandbox.ts';
import { sandboxBeside } from './sandbox-beside.ts';
import { sealed } from './sealed.ts';
import { settings } from './settings.ts';
import { spelling } from './spelling.ts';
import { stepAdvice } from './step-advice.ts';
import { stepAdviceMore } from './step-advice-more.ts';
import { stepTitles } from './step-titles.ts';
import { strength } from './strength.ts';
import { tray } from './tray.ts';
import { vault } from './vault.ts';
import { zoned } from './zoned.ts';

/** Everything said in German, by text file; loaded only where German is spoken. */
export const german: Catalogue = {
  'account-form': accountForm,
  'account-list': accountList,
  accounts,
  'ad-codes': adCodes,
  app,
  appointment,
  aside,
  business,
  certificate,
  clipboard,
  common,
  controls,
  copies,
  dates,
  devices,
  'error-facts': errorFacts,
  'errors-input': errorsInput,
  'errors-vault': errorsVault,
  'errors-wire': errorsWire,
  'file-state': fileState,
  general,
  generator,
  'grant-life': grantLife,
  handoff,
  health,
  inbox,
  keychain,
  ledger,
  'ledger-words': ledgerWords,
  log,
  'log-page': logPage,
  palette,
  people,
  pictures,
  platforms,
  'platforms-page': platformsPage,
  notice,
  question,
  'read-failure': readFailure,
  received,
  relay,
  reminders,
  requests,
  rescue,
  review,
  'run-steps': runSteps,
  runs,
  sandbox,
  'sandbox-beside': sandboxBeside,
  sealed,
  settings,
  spelling,
  'step-advice': stepAdvice,
  'step-advice-more': stepAdviceMore,
  'step-titles': stepTitles,
  strength,
  tray,
  vault,
  zoned,
};
