import type { ParameterSet } from '../parameter-set.js';
import mainnet from '../parameters/derive-srm-mainnet-2026-01-21.json' with { type: 'json' };
import reference from '../parameters/derive-srm-reference-2026-01-21.json' with { type: 'json' };
import type { SrmValues } from './srm-values.js';

/** The shipped parameter sets of `derive-srm`, the default first. */
export const SRM_PARAMETER_SETS: readonly ParameterSet<SrmValues>[] = [mainnet, reference];
