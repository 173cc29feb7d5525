import type { ParameterSet } from '../parameter-set.js';
import mainnet from '../parameters/derive-pm2-mainnet-2026-01-21.json' with { type: 'json' };
import reference from '../parameters/derive-pm2-reference-2026-01-21.json' with { type: 'json' };
import type { Pm2ModelValues } from './pm2-values.js';

/** The shipped parameter sets of `derive-pm2`, the default first. */
export const PM2_PARAMETER_SETS: readonly ParameterSet<Pm2ModelValues>[] = [mainnet, reference].map((set) => ({
  ...set,
  values: set.values as Pm2ModelValues,
}));
