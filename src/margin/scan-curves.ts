import {
  jointDirections,
  revalue,
  type ScanBlock,
  type ScanSettings,
  type ScenarioSet,
  type ValuedInstrument,
  type VolatilityMove,
} from '../scenario/index.js';
import type { ModelInputs } from './margin-model.js';
import { type ScanValues, scanRange, scanSettings, scanVolatilityShock } from './scan-parameters.js';

/** Steps of a curve from the farthest fall to the farthest rise. */
const STEPS = 240;
const VOLATILITIES: readonly VolatilityMove[] = ['up', 'none', 'down'];

/** P&L of a book's lines on one underlying as that moves, by volatility move, at evenly spaced moves. */
interface Curve {
  /** The farthest move, in scan ranges. */
  readonly reach: number;
  readonly pnl: Readonly<Record<VolatilityMove, Float64Array>>;
}

/**
 * The scan risk of one book in one block, as a function of the block's correlations, from curves of P&L by underlying: no
 * instrument is priced again, which a search over matrices could not wait for. Between the nodes of a curve a cubic is
 * taken, so it is a stand-in: what a search finds is to be margined in full.
 *
 * @param quantities contracts by line of `inputs`
 * @returns null where a line's money moves with another underlying than its own, so that no sum of curves is its P&L
 */
export function scanCurves(
  inputs: ModelInputs,
  values: ScanValues,
  quantities: Float64Array,
  block: ScanBlock,
): ((correlation: Float64Array) => number) | null {
  const held = inputs.lines.flatMap((line, j) => (quantities[j] === 0 ? [] : [{ line, quantity: quantities[j]! }]));
  const apart = ({ line }: Held): boolean =>
    line.currencyUnderlying !== null && line.currencyUnderlying !== line.instrument.underlying;
  if (held.some(apart)) return null;
  const curves = block.names.map((name) => {
    const own = held.filter(({ line }) => line.instrument.underlying === name);
    return curveOf(name, own, scanRange(inputs.dailyVolatilities.get(name)!, values), values);
  });
  const settings = scanSettings(values);
  return (correlation) => worstLoss(block.names, correlation, curves, settings);
}

interface Held {
  readonly line: ValuedInstrument;
  readonly quantity: number;
}

function curveOf(underlying: string, held: readonly Held[], range: number, values: ScanValues): Curve {
  const reach = Math.max(1, ...values.tailRadii);
  const pnlWith = (volatility: VolatilityMove): Float64Array => {
    const scenarios = Array.from({ length: STEPS + 1 }, (_, k) => ({
      name: '',
      block: 0,
      moves: Float64Array.of(range * reach * ((2 * k) / STEPS - 1)),
      volatility,
      weight: 1,
    }));
    const set: ScenarioSet = { underlyings: [underlying], blocks: [[underlying]], scenarios };
    const payoff = revalue(
      held.map(({ line }) => line),
      set,
      scanVolatilityShock(values),
    );
    return Float64Array.from(scenarios, (_, s) =>
      payoff.scenario(s).reduce((total, pnl, j) => total + pnl * held[j]!.quantity, 0),
    );
  };
  return { reach, pnl: { up: pnlWith('up'), none: pnlWith('none'), down: pnlWith('down') } };
}

function worstLoss(
  names: readonly string[],
  correlation: Float64Array,
  curves: readonly Curve[],
  { radii, tailRadii, tailCover, ...directions }: ScanSettings,
): number {
  let worst = 0;
  const look = (z: Float64Array, radius: number, volatility: VolatilityMove, weight: number): void => {
    let pnl = 0;
    for (let u = 0; u < curves.length; u++) pnl += at(curves[u]!, radius * z[u]!, volatility);
    worst = Math.max(worst, -weight * pnl);
  };
  const still = new Float64Array(names.length);
  for (const volatility of VOLATILITIES) look(still, 0, volatility, 1);
  for (const { z } of jointDirections(names, correlation, directions)) {
    for (const sign of [-1, 1]) {
      for (let step = 1; step <= radii; step++) {
        for (const volatility of VOLATILITIES) look(z, (sign * step) / radii, volatility, 1);
      }
      for (const radius of tailRadii) look(z, sign * radius, 'up', tailCover);
    }
  }
  return worst;
}

/** A curve at so many scan ranges: the cubic through the four nodes around (Catmull-Rom). */
function at({ reach, pnl }: Curve, ranges: number, volatility: VolatilityMove): number {
  const nodes = pnl[volatility];
  const place = Math.max(0, Math.min(STEPS, ((ranges / reach + 1) / 2) * STEPS));
  const k = Math.min(STEPS - 1, Math.floor(place));
  const t = place - k;
  const [p1, p2] = [nodes[k]!, nodes[k + 1]!];
  const p0 = nodes[k - 1] ?? 2 * p1 - p2;
  const p3 = nodes[k + 2] ?? 2 * p2 - p1;
  return p1 + (t / 2) * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
}
