import type { Market } from '../domain/index.js';
import type { Dividends } from '../ingest/index.js';

/** A market with the dividends ahead: they belong to it, and what is priced from it counts them. */
export function withDividends(market: Market, dividends: Dividends | null): Market {
  return dividends === null || dividends.size === 0 ? market : { ...market, dividends };
}
