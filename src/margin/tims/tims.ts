import { constant, denseAffine, type Formula, max, opposite, sum } from '../../formula/index.js';
import type { ValuedInstrument } from '../../scenario/index.js';
import type { MarginRequirement, ModelInputs, ScenarioPnl } from '../margin-model.js';
import { percentText } from '../venue-lines/index.js';
import { classPayoffs } from './class-payoffs.js';
import { classOf, grouping, type TimsClass, type TimsPortfolio } from './grouping.js';
import { minimumCharge } from './minimum-charge.js';
import { type ClassLosses, pointLoss } from './point-losses.js';
import { strategyMargin } from './strategy-margin.js';
import type { TimsValues } from './tims-values.js';
import { pointName, valuationPoints } from './valuation-points.js';

/**
 * Customer portfolio margin (TIMS) in the reporting currency:
 *
 * ```
 * initial = maintenance = sum over portfolio groups of max(0, worst point, minimum, concentration)
 * worst point   = max over points k of the sum over product groups of max(loss, offset x loss)
 * loss          = in a product group the same over its class groups; in a class group everything nets
 * minimum       = minimumPerUnit x multiplier for every option, a long one at most at its market value
 * concentration = the largest loss of one class group at +-concentrationMove, a house rule; 0 by default
 * ```
 *
 * Profit at a point is the value there less the value now, implied volatility held, no passage of time. Convex.
 *
 * SOURCE: SEC release 34-46576, FINRA Rule 4210(g), OCC's description of its customer portfolio margin. `verified` for
 * books of one class group each (Cboe's examples of 2007-02-23); offsets between groups are `model`.
 */
export function tims(inputs: ModelInputs, values: TimsValues): MarginRequirement {
  const { lines } = inputs;
  const columns = lines.flatMap((line, column) => (line.expired || line.instrument.type === 'index' ? [] : [column]));
  const underlyings = [...new Set(columns.map((column) => lines[column]!.instrument.underlying))].sort();
  const { atPoints, atConcentration } = classPayoffs(lines, columns, values);
  const portfolios = grouping(underlyings, values);
  const parts = portfolios.map((portfolio, block) => {
    const own = columns.filter((column) => isIn(portfolio, lines[column]!, values));
    const points = pointLosses(portfolio, atPoints, values);
    const scenarios = points.map((loss, k) => pointPnl(loss, block, movesOf(portfolio, underlyings, values, k)));
    return { ...requirement(portfolio, points, own, lines, values, atConcentration), scenarios };
  });
  const whole = [...parts.map(({ total }) => total), ...(parts.length === 0 ? [constant('nothing held', 0)] : [])];
  const initial = sum('initial margin', whole);
  const netsGroups = portfolios.some(({ products }) => products.length > 1 || products[0]!.classes.length > 1);
  return {
    initial,
    maintenance: { ...initial, name: 'maintenance margin' },
    underlyings,
    scenarios: parts.flatMap(({ scenarios }) => scenarios),
    components: {
      ...Object.fromEntries(parts.flatMap(({ components }) => components.map((part) => [part.name, part]))),
      'mark to market': denseAffine(
        'mark to market',
        Float64Array.from(lines, ({ markValue }) => markValue),
      ),
    },
    beside: (quantities) => [{ name: 'strategy-based margin', amount: strategyMargin(lines, quantities, values) }],
    confidence: netsGroups ? 'model' : 'verified',
  };
}

function classesOf(portfolio: TimsPortfolio): TimsClass[] {
  return portfolio.products.flatMap(({ classes }) => classes);
}

function isIn(portfolio: TimsPortfolio, line: ValuedInstrument, values: TimsValues): boolean {
  const { name } = classOf(line.instrument.underlying, values);
  return classesOf(portfolio).some((one) => one.name === name);
}

/** The loss at each point, by the percentage where there is one class group, by place in the range where there are more. */
function pointLosses(portfolio: TimsPortfolio, losses: ClassLosses, values: TimsValues): Formula[] {
  const [only, ...others] = classesOf(portfolio);
  const made = new Map(classesOf(portfolio).map(({ name }) => [name, losses(name)]));
  return Array.from({ length: 2 * values.pointsPerSide }, (_, k) => {
    const move = others.length === 0 ? percentText(valuationPoints(only!, values.pointsPerSide)[k]!) : null;
    const name = `${portfolio.name} ${move ?? pointName(k, values.pointsPerSide)}`;
    return pointLoss(portfolio, (of) => made.get(of)!, k, name);
  });
}

/** The moves of all underlyings of a requirement at a point of one portfolio group; the others stand still. */
function movesOf(
  portfolio: TimsPortfolio,
  underlyings: readonly string[],
  values: TimsValues,
  k: number,
): Float64Array {
  const classes = new Set(classesOf(portfolio).map(({ name }) => name));
  return Float64Array.from(underlyings, (underlying) => {
    const own = classOf(underlying, values);
    return classes.has(own.name) ? valuationPoints(own, values.pointsPerSide)[k]! : 0;
  });
}

function pointPnl(loss: Formula, block: number, moves: Float64Array): ScenarioPnl {
  let pnl: Formula | null = null;
  return {
    scenario: { name: loss.name, block, moves, volatility: 'none', weight: 1 },
    // Made only where it is asked for, as most runs look at margins alone.
    get pnl() {
      pnl ??= opposite(loss);
      return pnl;
    },
  };
}

function requirement(
  portfolio: TimsPortfolio,
  points: readonly Formula[],
  columns: readonly number[],
  lines: readonly ValuedInstrument[],
  values: TimsValues,
  atConcentration: ClassLosses,
): { readonly total: Formula; readonly components: readonly Formula[] } {
  const { name } = portfolio;
  const worst = max(`${name} worst point`, [...points, constant('no loss', 0)]);
  const options = columns
    .filter((column) => lines[column]!.instrument.type === 'option')
    .map((column) => ({ ...lines[column]!, name: lines[column]!.instrument.name, column }));
  const minimum = options.length === 0 ? [] : [minimumCharge(`${name} minimum`, options, values.minimumPerUnit)];
  const extremes = classesOf(portfolio).flatMap((one) => atConcentration(one.name));
  const concentration =
    extremes.length === 0 ? [] : [max(`${name} concentration`, [...extremes, constant('no loss', 0)])];
  const components = [worst, ...minimum, ...concentration];
  return { total: max(name, components), components };
}
