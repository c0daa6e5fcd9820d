import type { runCalls } from '../../shared/contracts/engine/runs.ts';
import { isRefused } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { Host } from './host.ts';
import { saveText } from './save-text.ts';
import type { SecretGate } from './secret-gate.ts';
import type { Session } from './session.ts';

type RunHandlers = Handlers<{ readonly calls: typeof runCalls; readonly events: Record<never, never> }>;

/** Runs, new passwords, devices and the log, answered. */
export function runHandlers({ host, gate }: { readonly host: Host; readonly gate: SecretGate }, open: () => Session): RunHandlers {
  return {
    'runs.start': (form) => open().runs.start(form),
    'runs.list': (page) => open().runs.list(page),
    'runs.get': ({ id }) => open().runs.get(id),
    'runs.step': (form) => open().runs.step(form),
    'runs.close': ({ run }) => open().runs.close(run),
    'runs.saveCalendar': async ({ run, token }) => {
      const text = open().runs.calendar(run);
      if (isRefused(text)) return text;
      const file = await host.redeem(token, 'save_calendar');
      return isRefused(file) ? file : saveText(file, text);
    },
    'candidate.make': (form) => open().candidates.make(form),
    'candidate.copy': async ({ account, which }) => {
      const text = await gate.give(account, `candidate ${which}`, () => open().candidates.text(account, which));
      return isRefused(text) ? text : host.copySecret(text, which === 'new' ? 'candidate' : 'password');
    },
    'candidate.worked': ({ account }) => open().candidates.worked(account),
    'candidate.drop': ({ account }) => open().candidates.drop(account),
    'devices.list': ({ account }) => ({ devices: open().devices.of(account) }),
    'devices.save': (form) => open().devices.save(form),
    'devices.remove': ({ id }) => open().devices.remove(id),
    'devices.read': (form) => open().devices.read(form),
    'devices.saveList': (form) => open().devices.saveList(form),
    'log.list': (query) => open().log.list(query),
    'log.verify': () => open().log.verify(),
  };
}
