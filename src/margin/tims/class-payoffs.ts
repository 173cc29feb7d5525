import type { Affine } from '../../formula/index.js';
import {
  revalue,
  type Scenario,
  type ScenarioSet,
  STILL_VOLATILITY,
  type ValuedInstrument,
} from '../../scenario/index.js';
import { classOf } from './grouping.js';
import { type ClassLosses, lossOf } from './point-losses.js';
import type { TimsValues } from './tims-values.js';
import { pointName, valuationPoints } from './valuation-points.js';

/** Losses of the class groups of a book: at the valuation points, and at the concentration move where there is one. */
export interface ClassPayoffs {
  readonly atPoints: ClassLosses;
  /** Down, then up; empty where the house has no concentration rule. */
  readonly atConcentration: ClassLosses;
}

/**
 * Full revaluation of lines at their class group's valuation points: no passage of time, volatility, rate and yield
 * unchanged, American options as such. The k-th scenario moves every underlying to the k-th point of its own class.
 *
 * @param columns columns of the universe to revalue; the others lose nothing
 */
export function classPayoffs(
  lines: readonly ValuedInstrument[],
  columns: readonly number[],
  values: TimsValues,
): ClassPayoffs {
  const { pointsPerSide, concentrationMove } = values;
  const held = columns.map((column) => lines[column]!);
  const underlyings = [...new Set(held.map(({ instrument }) => instrument.underlying))];
  const points = underlyings.map((underlying) => valuationPoints(classOf(underlying, values), pointsPerSide));
  const moves = Array.from({ length: 2 * pointsPerSide }, (_, k) => Float64Array.from(points, (of) => of[k]!));
  const extremes = concentrationMove === 0 ? [] : [-concentrationMove, concentrationMove];
  moves.push(...extremes.map((move) => new Float64Array(underlyings.length).fill(move)));
  const payoff = revalue(held, scenarioSet(underlyings, moves), STILL_VOLATILITY);
  const members = membersByClass(held, values);
  const lossAt = (name: string, scenario: number, title: string): Affine => {
    const own = members.get(name) ?? [];
    const profits = payoff.scenario(scenario);
    const byColumn = new Map(own.map((at) => [columns[at]!, profits[at]!]));
    return lossOf(title, [...byColumn.keys()], (column) => byColumn.get(column)!);
  };
  return {
    atPoints: (name) =>
      Array.from({ length: 2 * pointsPerSide }, (_, k) => lossAt(name, k, `${name} ${pointName(k, pointsPerSide)}`)),
    atConcentration: (name) =>
      extremes.map((move, e) => lossAt(name, 2 * pointsPerSide + e, `${name} ${move < 0 ? 'far down' : 'far up'}`)),
  };
}

/** Positions in `held` of the lines of each class group. */
function membersByClass(held: readonly ValuedInstrument[], values: TimsValues): Map<string, number[]> {
  const members = new Map<string, number[]>();
  held.forEach(({ instrument }, at) => {
    const { name } = classOf(instrument.underlying, values);
    const own = members.get(name);
    if (own === undefined) members.set(name, [at]);
    else own.push(at);
  });
  return members;
}

function scenarioSet(underlyings: readonly string[], moves: readonly Float64Array[]): ScenarioSet {
  const scenarios = moves.map(
    (move, k): Scenario => ({
      name: String(k),
      block: 0,
      moves: move,
      volatility: 'none',
      weight: 1,
    }),
  );
  return { underlyings, blocks: [underlyings], scenarios };
}
