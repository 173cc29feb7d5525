import type { CurrencyThreshold, SimmHorizon } from './simm-values.js';

const MILLION = 1e6;

/** A concentration threshold in USD. Over one day concentration does not count: no amount reaches the threshold. */
export function thresholdUsd(usdMillions: number, horizon: SimmHorizon): number {
  return horizon === 'tenDay' ? usdMillions * MILLION : Number.POSITIVE_INFINITY;
}

/** Which group of thresholds a currency is in: the one that names it, else the one that names none. */
export function currencyGroup(groups: readonly CurrencyThreshold[], currency: string): number {
  const named = groups.findIndex(({ currencies }) => currencies.includes(currency));
  return named === -1 ? groups.findIndex(({ currencies }) => currencies.length === 0) : named;
}
