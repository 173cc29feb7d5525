import { CORRELATE_DEFAULTS } from '../../../src/app/correlate/correlate-defaults.js';
import type { CorrelateRequest } from '../../../src/app/correlate/correlate-request.js';
import type { HedgesRequest } from '../../../src/app/correlate/hedges/hedges-request.js';
import type { RepairRequest } from '../../../src/app/correlate/repair/repair-request.js';
import { aMarginRequest } from '../a-world.js';

const NO_TERMS: RepairRequest = { method: null, weights: null, fix: [], target: null };

/** What `margo correlate` asks when nothing is said but what is told here. */
export function aRepairRequest(
  changes: Partial<Omit<CorrelateRequest, 'repair'>> & { readonly repair?: Partial<RepairRequest> } = {},
): CorrelateRequest {
  return {
    ...CORRELATE_DEFAULTS,
    optionsInEffect: {},
    ...changes,
    repair: { ...NO_TERMS, ...changes.repair },
  };
}

/** The hedges of a folder's book; its prices and correlations unless told otherwise. */
export function aHedgesRequest(
  folder: string,
  changes: Partial<HedgesRequest['book']> = {},
  terms: Partial<Omit<HedgesRequest, 'book'>> = {},
): CorrelateRequest {
  const { failAbove: _, ...book } = aMarginRequest(folder, { limits: null, account: null, ...changes });
  return aRepairRequest({
    prices: book.prices,
    hedges: { book, stressDays: 20, threshold: 0.5, ...terms },
  });
}
