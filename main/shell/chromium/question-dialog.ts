import type { Question } from '../../../shared/text/question.ts';
import { findProgram, runProgram } from './run-program.ts';

/** A program of the desktop that asks a question; it exits with 0 for yes alone. */
export interface QuestionDialog {
  readonly file: string;
  readonly args: (question: Question) => string[];
}

/**
 * The desktop's own dialog for a question, because the window of an app has none that its page could not answer; null when there is no
 * such program.
 */
export function findQuestionDialog(env: NodeJS.ProcessEnv = process.env): QuestionDialog | null {
  const zenity = findProgram('zenity', env);
  if (zenity !== null) return { file: zenity, args: zenityArgs };
  const kdialog = findProgram('kdialog', env);
  return kdialog === null ? null : { file: kdialog, args: kdialogArgs };
}

/** Asks; false also when the dialog is closed, cannot be shown, or `signal` takes it away. */
export async function askQuestion(dialog: QuestionDialog, question: Question, signal: AbortSignal): Promise<boolean> {
  const ended = await runProgram(dialog.file, dialog.args(question), signal).catch(() => null);
  return ended?.code === 0;
}

// The button that Enter presses is no: a person who types on when the dialog comes up has not agreed.
function zenityArgs({ title, body, yes, no }: Question): string[] {
  const words = [`--title=${title}`, `--text=${body}`, `--ok-label=${yes}`, `--cancel-label=${no}`];
  return ['--question', '--no-markup', '--default-cancel', '--width=420', ...words];
}

// kdialog has no switch for the button that Enter presses.
function kdialogArgs({ title, body, yes, no }: Question): string[] {
  return ['--title', title, '--warningyesno', body, '--yes-label', yes, '--no-label', no];
}
