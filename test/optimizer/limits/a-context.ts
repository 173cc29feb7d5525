import type { Instrument, Limit, LimitKind } from '../../../src/domain/index.js';
import { absolute, denseAffine } from '../../../src/formula/index.js';
import { isProblem, type LimitContext, resolveLimit } from '../../../src/optimizer/limits/index.js';
import type { GreekFigures } from '../../../src/scenario/index.js';
import { aLine, anInstrument, NO_OPTION } from '../a-line.js';

const JULY = Date.UTC(2026, 6, 31, 8);

/** Two BTC calls of two expiries, an ETH put, an ETH future, and the BTC index. */
export const LINES = [
  aLine('BTC-31JUL26-60000-C', { terms: { expiry: JULY }, notional: 60_000 }),
  aLine('BTC-28AUG26-70000-C', { terms: { strike: 70_000 }, notional: 60_000 }),
  aLine('ETH-31JUL26-2000-P', {
    terms: { underlying: 'ETH', expiry: JULY, strike: 2000, right: 'P' },
    level: 2500,
    notional: 2500,
  }),
  aLine('ETH-28AUG26', { terms: { type: 'future', underlying: 'ETH', ...NO_OPTION }, level: 2500, notional: 25_000 }),
  aLine('BTC', { terms: { type: 'index', expiry: null, ...NO_OPTION } }),
];

export const QUANTITIES = Float64Array.of(10, -4, 100, -2, 0);

/** Figures that tell lines and greeks apart. */
const GREEKS = LINES.map((line, j): GreekFigures => {
  const at = j + 1;
  const { level } = line;
  return {
    delta: 0.1 * at,
    gamma: 0.001 * at,
    vega: 10 * at,
    theta: -3 * at,
    rho: 0.5 * at,
    vanna: 0,
    volga: 0,
    deltaCash: 0.1 * at * level,
    gammaCash: 0.001 * at * level * level * 0.01,
  };
});

/** Instruments of the market that no line holds. */
export const ELSEWHERE: readonly Instrument[] = [
  anInstrument('SOL-PERPETUAL', { type: 'perpetual', underlying: 'SOL', expiry: null, ...NO_OPTION }),
  anInstrument('BTC-25DEC26-90000-C', { expiry: Date.UTC(2026, 11, 25, 8) }),
  anInstrument('DVOL', { type: 'index', underlying: 'DVOL', expiry: null, ...NO_OPTION }),
];

const loss = (name: string, ...coefficients: number[]) => ({
  name,
  pnl: denseAffine(
    name,
    Float64Array.from(coefficients, (one) => -one),
  ),
  loss: denseAffine(`loss in ${name}`, Float64Array.from(coefficients)),
});

export const CONTEXT: LimitContext = {
  lines: LINES,
  market: [...LINES.map(({ instrument }) => instrument), ...ELSEWHERE],
  greeks: GREEKS,
  quantities: QUANTITIES,
  initialMargin: absolute('initial margin', denseAffine('exposure', Float64Array.of(1, 2, 3, 4, 0))),
  scenarios: [loss('down 1/3: BTC ladder, vol up', 5, 0, 0, 0, 0), loss('up 1/3: BTC ladder, vol up', -5, 1, 0, 0, 0)],
  currency: 'USD',
};

/** A limit with absolute ends, or with `90%` ones. */
export function aStated(
  kind: LimitKind,
  scope: string,
  min: number | string | null,
  max: number | string | null,
): Limit {
  const end = (value: number | string | null) =>
    value === null
      ? null
      : typeof value === 'number'
        ? { value, relative: false }
        : { value: Number.parseFloat(value) / 100, relative: true };
  return { kind, scope, min: end(min), max: end(max), priority: 'hard', origin: null };
}

/** The figures a limit measures in the context. @throws when it means nothing there */
export function figures(limit: Limit, context: LimitContext = CONTEXT) {
  const resolved = resolveLimit(limit, context);
  if (isProblem(resolved)) throw new Error(resolved.problem);
  return resolved;
}

/** Why a limit means nothing in the context. @throws when it means something */
export function problemOf(limit: Limit, context: LimitContext = CONTEXT) {
  const resolved = resolveLimit(limit, context);
  if (!isProblem(resolved)) throw new Error(`it measures ${resolved.length} figures`);
  return resolved;
}
