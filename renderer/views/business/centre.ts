import type { EngineResult } from '../../lib/engine.ts';

/** A centre with everything noted in it. */
export type Centre = EngineResult<'business.get'>;
