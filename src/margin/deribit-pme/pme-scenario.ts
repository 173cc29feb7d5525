import { percentText, type TenorPowers, tenorFactor } from '../venue-lines/index.js';
import type { PmeValues } from './pme-values.js';

/** One column of Deribit's risk vectors. */
export interface PmeScenario {
  readonly name: string;
  readonly table: 'standard' | 'extended';
  readonly move: number;
  readonly volatility: 'down' | 'none' | 'up';
  /** Factor on the P&L: 1 in the standard table, `extended_table_factor` R / |move| in the extended one. */
  readonly weight: number;
  /** The move at whose price a coin amount is expressed: the move itself, or the edge of the standard range. */
  readonly expressedAt: number;
}

/**
 * The scenarios of a pair: 2 n + 1 price buckets times volatility down, same, up (27 for n = 4), then the extended table
 * with volatility up.
 *
 * SOURCE: Deribit, Portfolio Margin (support article 25944756247837) and `private/pme/simulate`.
 */
export function pmeScenarios(values: PmeValues): readonly PmeScenario[] {
  const { priceRange, bucketsPerSide, extendedMoves, extendedTableFactor } = values;
  const standard = Array.from({ length: 2 * bucketsPerSide + 1 }, (_, bucket) => {
    const move = (priceRange * (bucket - bucketsPerSide)) / bucketsPerSide;
    return (['down', 'none', 'up'] as const).map((volatility) => ({
      name: `${percentText(move)}, vol ${volatility === 'none' ? 'same' : volatility}`,
      table: 'standard' as const,
      move,
      volatility,
      weight: 1,
      expressedAt: move,
    }));
  });
  const extended = extendedMoves.map((move) => ({
    name: `extended ${percentText(move)}`,
    table: 'extended' as const,
    move,
    volatility: 'up' as const,
    weight: (extendedTableFactor * priceRange) / Math.abs(move),
    expressedAt: Math.sign(move) * priceRange,
  }));
  return [...standard.flat(), ...extended];
}

/**
 * Volatility in a scenario: up is at least `minVolForShockUp`, down at least 0, each range growing as (30/DTE)^p.
 *
 * SOURCE: Deribit's model as replicated by docs.oreome.com; no outside number with options confirms it.
 */
export function pmeVolatility(
  volatility: number,
  days: number,
  direction: PmeScenario['volatility'],
  values: PmeValues,
): number {
  if (direction === 'none') return volatility;
  const powers: TenorPowers = {
    shortTermPower: values.shortTermVegaPower,
    longTermPower: values.longTermVegaPower,
    minDays: values.minDaysToExpiry,
  };
  const factor = tenorFactor(days, powers);
  if (direction === 'up') return Math.max(volatility * (1 + factor * values.volRangeUp), values.minVolForShockUp);
  return Math.max(volatility * (1 - factor * values.volRangeDown), 0);
}
