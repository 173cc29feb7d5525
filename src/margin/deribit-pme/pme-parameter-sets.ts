import type { ParameterSet } from '../parameter-set.js';
import shipped from '../parameters/deribit-pme-2026-02-15.json' with { type: 'json' };
import { type PmeTables, pmeValuesOf } from './pme-tables.js';
import type { PmeValues } from './pme-values.js';

/** The shipped parameter sets of `deribit-pme`, for every pair. They change without notice at the venue. */
export const PME_TABLE_SETS: readonly ParameterSet<PmeTables>[] = [shipped];

/** The same for one pair each, newest first, as the venue answered for it. */
export const PME_PARAMETER_SETS: readonly ParameterSet<PmeValues>[] = [
  pairSet('ETH', '2026-02-15', 'a captured private/simulate_portfolio response (ETH)'),
  pairSet('BTC', '2024-06-17', 'docs.deribit.com, private/simulate_portfolio response example (BTC)'),
];

function pairSet(coin: string, effectiveDate: string, source: string): ParameterSet<PmeValues> {
  const id = `deribit-pme-${coin.toLowerCase()}-${effectiveDate}`;
  const { venue, confidence } = shipped;
  return { id, venue, effectiveDate, source, confidence, values: pmeValuesOf(coin, shipped.values) };
}
