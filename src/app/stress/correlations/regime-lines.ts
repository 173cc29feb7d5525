import type { StressRegimes } from '../../../schema/stress/stress-correlations.js';
import { regimeMatrix } from '../../regime-matrix.js';
import type { RegimesFound } from '../../regimes-of.js';
import { matrixRows } from './matrix-rows.js';
import type { MovedMargin } from './moved-margin.js';

/**
 * What each regime would ask: the margin with its correlations, and with its volatilities too.
 *
 * @param volatilities of a day, in force now, by underlying
 */
export function regimeLines(
  { names, present, margin }: MovedMargin,
  found: RegimesFound & { kind: 'found' },
  volatilities: ReadonlyMap<string, number>,
  window: number,
  base: number,
): StressRegimes {
  const stressed = (initialMargin: number) => ({ initialMargin, marginChange: initialMargin - base });
  const regimes = found.regimes.map((regime) => {
    const { matrix, repaired } = regimeMatrix({ names, values: present }, regime);
    const { name, days, share, spells, dailyVolatilities } = regime;
    return {
      name,
      days,
      share,
      spells: [...spells],
      dailyVolatilities: [...dailyVolatilities].map(([underlying, volatility]) => ({ underlying, volatility })),
      matrix: matrixRows(matrix.values, names.length),
      repaired,
      ...stressed(margin(matrix.values)),
      withVolatilities: stressed(margin(matrix.values, new Map([...volatilities, ...dailyVolatilities]))),
    };
  });
  return { window, from: found.from, to: found.to, underlyings: [...found.underlyings], regimes };
}
