import type { LimitLine } from '../../schema/index.js';
import { limitIsBroken } from './limit-is-broken.js';

/** `Broken: vega BTC, cost total.`, or nothing when every limit holds. */
export function brokenLimits(limits: readonly LimitLine[]): string {
  const broken = limits.filter(limitIsBroken).map((line) => `${line.limit} ${line.scope}`);
  return broken.length === 0 ? '' : `Broken: ${broken.join(', ')}.`;
}
