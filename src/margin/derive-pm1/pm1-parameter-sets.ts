import type { ParameterSet } from '../parameter-set.js';
import mainnet from '../parameters/derive-pm1-mainnet-2026-01-21.json' with { type: 'json' };
import reference from '../parameters/derive-pm1-reference-2026-01-21.json' with { type: 'json' };
import type { Pm1Values } from './pm1-values.js';

/** The shipped parameter sets of `derive-pm1`, the default first. */
export const PM1_PARAMETER_SETS: readonly ParameterSet<Pm1Values>[] = [mainnet, reference].map((set) => ({
  ...set,
  values: set.values as Pm1Values,
}));
