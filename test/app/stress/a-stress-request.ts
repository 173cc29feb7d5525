import type { StressRequest } from '../../../src/app/request.js';
import { STRESS_DEFAULTS } from '../../../src/app/request-defaults.js';
import { aMarginRequest } from '../a-world.js';

/** What `margo stress` asks on a folder of inputs, all of them that are there. */
export function aStressRequest(folder: string, changes: Partial<StressRequest> = {}): StressRequest {
  const { failAbove: _, ...inputs } = aMarginRequest(folder);
  return { ...STRESS_DEFAULTS, ...inputs, ...changes };
}
