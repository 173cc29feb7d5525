import { revalue, type Scenario, type VolatilityMove } from '../scenario/index.js';
import type { HeatMap } from '../schema/margin-document.js';
import type { PreparedRun } from './prepare-run.js';

const STEPS = [-1, -2 / 3, -1 / 3, 0, 1 / 3, 2 / 3, 1];
const VOLATILITIES: readonly VolatilityMove[] = ['up', 'none', 'down'];

/**
 * P&L of the book over price and volatility, one map per underlying held, the others standing still;
 * none where the rule book names no range. Full revaluation, not the venue's own scenario losses.
 */
export function heatMaps(run: PreparedRun): HeatMap[] {
  const held = run.lines.filter((_, j) => run.quantities[j] !== 0);
  const quantities = run.quantities.filter((quantity) => quantity !== 0);
  const underlyings = [...new Set(held.map((line) => line.instrument.underlying))].sort();
  return underlyings.flatMap((underlying) => {
    const reach = run.model.heatMapReach(underlying, run.inputs, run.parameters.values);
    if (reach === null) return [];
    const { priceRange: range, volatility: shock } = reach;
    const own = [...held.keys()].filter((j) => touches(held[j]!, underlying));
    const lines = own.map((j) => held[j]!);
    const scenarios = VOLATILITIES.flatMap((volatility) => STEPS.map((step) => gridPoint(step * range, volatility)));
    const payoff = revalue(lines, { underlyings: [underlying], blocks: [[underlying]], scenarios }, shock);
    const pnl = VOLATILITIES.map((_, v) =>
      STEPS.map((_, p) => {
        const row = payoff.scenario(v * STEPS.length + p);
        return own.reduce((total, j, k) => total + quantities[j]! * row[k]!, 0);
      }),
    );
    const priceMoves = STEPS.map((step) => step * range);
    return [{ underlying, level: lines[0]!.level, priceMoves, volatilities: [...VOLATILITIES], pnl }];
  });
}

function touches(line: PreparedRun['lines'][number], underlying: string): boolean {
  return line.instrument.underlying === underlying || line.currencyUnderlying === underlying;
}

function gridPoint(move: number, volatility: VolatilityMove): Scenario {
  return { name: '', block: 0, moves: Float64Array.of(move), volatility, weight: 1 };
}
