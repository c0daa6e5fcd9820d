import { systemClock } from '../../main/shell/clock.ts';
import { endProcess } from '../../main/shell/end-process.ts';
import { Keychain } from '../../main/shell/keychain.ts';
import { keytarKeychain } from '../../main/shell/keytar.ts';

// A program of its own that works the keychain as the shell does: node keychain-program.mjs PROFILE CALL...
// A call is `state`, `get:VAULT`, `set:VAULT:SECRET`, `delete:VAULT`, or `raw:VAULT:TEXT`, which puts a text there past all checks.
// Writes one line of JSON for each, {call, outcome, secret?, ms}, and ends as the app does.
const [profile = '', ...calls] = process.argv.slice(2);
const system = keytarKeychain();
const keychain = new Keychain(system, profile, systemClock);

async function run(call: string, vault: string, text: string): Promise<object> {
  switch (call) {
    case 'get':
      return keychain.get(vault);
    case 'set':
      return keychain.set(vault, text);
    case 'delete':
      return keychain.delete(vault);
    case 'raw':
      await system?.set('Latchkey', vault, text);
      return { outcome: 'ok' };
    default: {
      const { available, reason } = await keychain.state();
      return { outcome: available ? 'ok' : reason };
    }
  }
}

for (const each of calls) {
  const [call = '', vault = '', text = ''] = each.split(':');
  const begin = performance.now();
  const done = await run(call, vault, text);
  process.stdout.write(`${JSON.stringify({ call, ...done, ms: Math.round(performance.now() - begin) })}\n`);
}
endProcess(keychain.hanging, () => process.exit(0));
