import {
  type AmericanOption,
  americanDividendPrice,
  americanScenarios,
  black76Scenarios,
  type CashDividend,
} from '../pricing/index.js';
import { escrowed } from './escrowed.js';
import { PayoffMatrix } from './payoff-matrix.js';
import type { ScenarioSet, VolatilityMove } from './scenario.js';
import type { ValuedInstrument } from './valued-instrument.js';
import { shockedVolatility, type VolatilityShock } from './volatility-shock.js';

/** A price, or a volatility that follows it, never falls below this part of its level, whatever the scenario. */
const LEVEL_FLOOR = 0.01;

/**
 * Full revaluation of every instrument in every scenario, at the same instant: the payoff matrix in the reporting currency.
 *
 * Every forward of an underlying moves by the underlying's fraction. Coin-settled contracts are valued in coin at the
 * shocked price and converted at the shocked price: an inverse future's coin P&L is q (1 - 1/(1+m)), and an inverse
 * option's price is Black-76 over the shocked forward.
 *
 * @param volatilityBeta relative move of an option's volatility per relative move of its underlying, beside the scenario's own
 */
export function revalue(
  lines: readonly ValuedInstrument[],
  set: ScenarioSet,
  shock: VolatilityShock,
  volatilityBeta = 0,
): PayoffMatrix {
  const matrix = new PayoffMatrix(lines.length, set.scenarios.length);
  const factors = priceFactors(set);
  const flat = moved(new Float64Array(set.scenarios.length).fill(1));
  const prices = new Float64Array(set.scenarios.length);
  const moves = set.scenarios.map((scenario) => scenario.volatility);
  lines.forEach((line, j) => {
    if (line.expired) return;
    const own = factors.get(line.instrument.underlying) ?? flat;
    const conversion = line.currencyUnderlying === null ? flat : (factors.get(line.currencyUnderlying) ?? flat);
    if (line.instrument.type === 'option') {
      optionPrices(prices, line, own, moves, shock, blockMask(set, line), volatilityBeta);
      writeValueChanges(matrix, j, prices, conversion.factors, line);
    } else {
      writeLinear(matrix, j, own.factors, conversion.factors, line);
    }
  });
  return matrix;
}

/** Shocked level over present level in each scenario, and its logarithm (which every option would take again). */
interface Moved {
  readonly factors: Float64Array;
  readonly logs: Float64Array;
}

function moved(factors: Float64Array): Moved {
  return { factors, logs: factors.map(Math.log) };
}

function priceFactors(set: ScenarioSet): Map<string, Moved> {
  return new Map(
    set.underlyings.map((name, u) => [
      name,
      moved(Float64Array.from(set.scenarios, (scenario) => Math.max(LEVEL_FLOOR, 1 + scenario.moves[u]!))),
    ]),
  );
}

/** Whether the line's underlying takes part in each scenario: another block's volatility move is not its own. */
function blockMask(set: ScenarioSet, line: ValuedInstrument): readonly boolean[] | null {
  const block = set.blocks.findIndex((names) => names.includes(line.instrument.underlying));
  if (block === 0 && set.blocks.length === 1) return null;
  return set.scenarios.map((scenario) => scenario.block === block);
}

function optionPrices(
  out: Float64Array,
  line: ValuedInstrument,
  { factors, logs }: Moved,
  moves: readonly VolatilityMove[],
  shock: VolatilityShock,
  mask: readonly boolean[] | null,
  beta: number,
): void {
  const { instrument, forward, ttmYears, rate, days, dividendYield } = line;
  const volatility = line.volatility!;
  const byMove = {
    up: shockedVolatility(volatility, days, 'up', shock),
    none: volatility,
    down: shockedVolatility(volatility, days, 'down', shock),
  };
  const volatilities = Float64Array.from(moves, (move, s) => (mask === null || mask[s] ? byMove[move] : volatility));
  if (beta !== 0) {
    for (let s = 0; s < volatilities.length; s++) {
      volatilities[s] = volatilities[s]! * Math.max(LEVEL_FLOOR, 1 + beta * (factors[s]! - 1));
    }
  }
  const { right, strike } = { right: instrument.right!, strike: instrument.strike! };
  if (line.earlyExercise !== 'none') {
    const onSpot = line.earlyExercise === 'spot';
    const terms = {
      right,
      spot: onSpot ? line.level : forward,
      strike,
      rate,
      dividendYield: onSpot ? dividendYield : rate,
      ttmYears,
    };
    if (onSpot && line.dividends !== undefined) dividendScenarios(out, terms, line.dividends, factors, volatilities);
    else americanScenarios(out, 0, terms, factors, volatilities);
    return;
  }
  const rootTime = Math.sqrt(ttmYears);
  const deviations = volatilities.map((v) => v * rootTime);
  const discount = Math.exp(-rate * ttmYears);
  const paid = escrowed(line) / line.level;
  if (paid === 0) black76Scenarios(out, 0, right, forward, strike, discount, factors, deviations, logs);
  else black76Scenarios(out, 0, right, forward, strike, discount, lessDividends(factors, paid), deviations);
  if (instrument.settlement === 'inverse') {
    for (let s = 0; s < out.length; s++) out[s] = out[s]! / (forward * factors[s]!);
  }
}

/** Factors of what is left of a level once dividends of so much of it are escrowed, which no scenario moves. */
function lessDividends(factors: Float64Array, paid: number): Float64Array {
  return factors.map((factor) => Math.max(LEVEL_FLOOR, (factor - paid) / (1 - paid)));
}

/** A tree per price and volatility that differs from the one before: scenarios come in runs of either. */
function dividendScenarios(
  out: Float64Array,
  terms: Omit<AmericanOption, 'volatility'>,
  dividends: readonly CashDividend[],
  factors: Float64Array,
  volatilities: Float64Array,
): void {
  const known = new Map<string, number>();
  for (let s = 0; s < out.length; s++) {
    const [factor, volatility] = [factors[s]!, volatilities[s]!];
    const key = `${factor} ${volatility}`;
    let price = known.get(key);
    if (price === undefined) {
      price = americanDividendPrice({ ...terms, spot: terms.spot * factor, volatility }, dividends);
      known.set(key, price);
    }
    out[s] = price;
  }
}

function writeValueChanges(
  matrix: PayoffMatrix,
  j: number,
  prices: Float64Array,
  conversion: Float64Array,
  line: ValuedInstrument,
): void {
  for (let s = 0; s < prices.length; s++) {
    matrix.values[s * matrix.instruments + j] = line.moneyPerPrice * prices[s]! * conversion[s]! - line.modelValue;
  }
}

function writeLinear(
  matrix: PayoffMatrix,
  j: number,
  factors: Float64Array,
  conversion: Float64Array,
  line: ValuedInstrument,
): void {
  const { type, settlement } = line.instrument;
  if (type === 'index') return;
  for (let s = 0; s < factors.length; s++) {
    const factor = factors[s]!;
    const at = s * matrix.instruments + j;
    if (settlement === 'inverse') {
      matrix.values[at] = (line.moneyPerPrice * conversion[s]! * (1 - 1 / factor)) / line.forward;
    } else if (type === 'spot') {
      matrix.values[at] = line.moneyPerPrice * line.forward * factor * conversion[s]! - line.modelValue;
    } else {
      matrix.values[at] = line.moneyPerPrice * line.forward * (factor - 1) * conversion[s]!;
    }
  }
}
