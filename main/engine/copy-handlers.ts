import type { EngineContract } from '../../shared/contracts/engine.ts';
import type { copyCalls } from '../../shared/contracts/engine/copies.ts';
import type { Handlers } from '../../shared/wire/serve.ts';
import type { OtherCopies } from './other-copies.ts';
import type { Session } from './session.ts';

/** The calls about other files of the open vault, answered. */
export function copyHandlers(copies: OtherCopies, open: () => Session): Pick<Handlers<EngineContract>, keyof typeof copyCalls> {
  return {
    'copies.open': ({ source }) => copies.open(open(), source),
    'copies.unlock': (form) => copies.unlock(open(), form),
    'copies.readBehind': ({ copy }) => copies.readBehind(open(), copy),
    'copies.list': (query) => copies.list(open(), query),
    'copies.bringIn': (form) => copies.bringIn(open(), form),
    'copies.close': ({ copy }) => copies.close(copy),
  };
}
