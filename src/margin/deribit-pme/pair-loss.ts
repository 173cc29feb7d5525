import { type Affine, constant, type Formula, max, min, negated, positivePart, sum } from '../../formula/index.js';
import {
  columnSum,
  daysToExpiry,
  lineProfit,
  type VenueLine,
  type VenueMoney,
  yearsToExpiry,
} from '../venue-lines/index.js';
import { type PmeScenario, pmeVolatility } from './pme-scenario.js';
import type { PmeValues } from './pme-values.js';

/** A pair with its figures and the columns of its lines. */
export interface PairBook {
  readonly underlying: string;
  readonly index: number;
  readonly values: PmeValues;
  readonly columns: readonly number[];
}

/** What the lines of a run share. */
export interface PmeBook {
  readonly asOfMs: number;
  readonly money: VenueMoney;
  readonly lines: readonly VenueLine[];
}

/**
 * Profit of one contract in a scenario, before offset and dampener (Deribit's `initial_risk_vectors`). In the extended
 * table it is weighted, and a coin amount is re-expressed at the price at the edge of the standard range, so that a
 * future earns there exactly what it earns at that edge.
 */
export function lineRisk(line: VenueLine, scenario: PmeScenario, values: PmeValues, book: PmeBook): number {
  const { move, weight, expressedAt } = scenario;
  const volatility = pmeVolatility(
    line.option?.volatility ?? 0,
    daysToExpiry(line, book.asOfMs),
    scenario.volatility,
    values,
  );
  const years = yearsToExpiry(line, book.asOfMs);
  const profit = lineProfit(line, { priceMove: move, volatility, years }, book.money);
  const expression = book.money === 'coin' ? (1 + move) / (1 + expressedAt) : 1;
  return profit * weight * expression;
}

/** Loss of a pair before offset and dampener: minus Deribit's `pre_aggregated_risk_vectors`. */
export function rawLoss(pair: PairBook, scenario: PmeScenario, book: PmeBook): Affine {
  const profit = columnSum(scenario.name, book.lines, pair.columns, (line) =>
    lineRisk(line, scenario, pair.values, book),
  );
  return negated(scenario.name, profit);
}

/** The dampener and the cap on credited profit of a scenario, in the money of the run. */
export interface PairRelief {
  readonly dampener: number;
  readonly creditRate: number;
  readonly creditCap: number;
}

/** USD figures in coin at the price at which the scenario's amounts are expressed; d = max(|move|/R - 1, 0) x dampener. */
export function pairRelief(pair: PairBook, scenario: PmeScenario, money: VenueMoney): PairRelief {
  const { values, index } = pair;
  const perUsd = money === 'coin' ? 1 / ((1 + scenario.expressedAt) * index) : 1;
  const beyond = scenario.table === 'extended' ? Math.max(Math.abs(scenario.move) / values.priceRange - 1, 0) : 0;
  return {
    dampener: beyond * values.extendedDampenerUsd * perUsd,
    creditRate: values.pnlOffset,
    creditCap: values.maxOffsetablePnl * perUsd,
  };
}

/**
 * Loss of a pair after dampener and offset, x being the loss before them: a loss counts less the dampener, a gain less
 * the dampener counts in part and up to a cap.
 *
 * ```
 * max(0, x - d) - min(creditRate max(0, -x - d), creditCap)
 * ```
 *
 * Without dampener or without credit it is convex; with both it needs a `min` node.
 */
export function relievedLoss(name: string, loss: Affine, relief: PairRelief): Formula {
  const { dampener, creditRate, creditCap } = relief;
  const beyond = shifted(`${name} beyond dampener`, loss, -dampener);
  if (creditRate === 0 || creditCap === 0) return positivePart(name, beyond);
  const cap = constant('credit cap', -creditCap);
  if (dampener === 0) return max(name, [loss, times('credited gain', loss, creditRate), cap]);
  const gain = times('credited gain', shifted('gain beyond dampener', loss, dampener), creditRate);
  const credit = max('credit', [min('gain', [gain, constant('no gain', 0)]), cap]);
  return sum(name, [positivePart('loss', beyond), credit]);
}

/** The loss part alone: convex, and enough for the worst case of a single pair, which is never below nothing. */
export function lossBeyondDampener(name: string, loss: Affine, relief: PairRelief): Formula {
  return positivePart(name, shifted(`${name} beyond dampener`, loss, -relief.dampener));
}

function shifted(name: string, node: Affine, by: number): Affine {
  return { ...node, name, constant: node.constant + by };
}

function times(name: string, node: Affine, factor: number): Affine {
  return { ...node, name, constant: factor * node.constant, coefficients: node.coefficients.map((c) => factor * c) };
}
