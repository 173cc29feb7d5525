import type { OptimizeResult } from '../../schema/optimize-document.js';
import type { HorizonMargin } from './horizon-margin.js';

/** The horizon as documents tell it; nothing by the rule `now`. */
export function horizonLine({ rule, days, merged }: HorizonMargin): Pick<OptimizeResult, 'horizon'> {
  if (rule === 'now') return {};
  const iso = (instant: number): string => new Date(instant).toISOString();
  return {
    horizon: { rule, days, merged: merged.map(({ expiry, until }) => ({ expiry: iso(expiry), until: iso(until) })) },
  };
}
