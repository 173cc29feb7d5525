import type { GreekFigures, ValuedInstrument } from '../scenario/index.js';
import type { Greeks, MarginResult } from '../schema/margin-document.js';

const FIGURES = ['delta', 'gamma', 'vega', 'theta', 'rho', 'vanna', 'volga', 'deltaCash'] as const;

/** The book's greeks: in total, by underlying, by underlying and expiry. Lines not held do not appear. */
export function greekTable(
  lines: readonly ValuedInstrument[],
  greeks: readonly GreekFigures[],
  quantities: Float64Array,
): MarginResult['greeks'] {
  const held = [...lines.keys()].filter((j) => quantities[j] !== 0 && hasGreeks(lines[j]!));
  const sum = (columns: readonly number[]): Greeks => sumGreeks(columns, greeks, quantities);
  const byUnderlying = grouped(held, (j) => lines[j]!.instrument.underlying);
  const byExpiry = grouped(held, (j) => `${lines[j]!.instrument.underlying}|${lines[j]!.instrument.expiry ?? ''}`);
  return {
    total: totalGreeks(held, lines, greeks, quantities),
    byUnderlying: [...byUnderlying].map(([underlying, columns]) => ({
      underlying,
      level: lines[columns[0]!]!.level,
      ...sum(columns),
    })),
    byExpiry: [...byExpiry.values()].map((columns) => {
      const { underlying, expiry } = lines[columns[0]!]!.instrument;
      return { underlying, expiry: expiry === null ? null : new Date(expiry).toISOString(), ...sum(columns) };
    }),
  };
}

/**
 * Greeks over everything held. Over several underlyings delta, gamma and vanna are cash (money per 100 % move, its change
 * per 1 %, its change per volatility point): units of different things do not add up.
 */
export function totalGreeks(
  columns: readonly number[],
  lines: readonly ValuedInstrument[],
  greeks: readonly GreekFigures[],
  quantities: Float64Array,
): Greeks {
  const total = sumGreeks(columns, greeks, quantities);
  const underlyings = new Set(columns.map((j) => lines[j]!.instrument.underlying));
  if (underlyings.size <= 1) return total;
  let gamma = 0;
  let vanna = 0;
  for (const j of columns) {
    const { delta, deltaCash, gammaCash, vanna: lineVanna } = greeks[j]!;
    gamma += quantities[j]! * gammaCash;
    vanna += delta === 0 ? 0 : quantities[j]! * lineVanna * (deltaCash / delta);
  }
  return { ...total, delta: total.deltaCash, gamma, vanna };
}

/** An index is not held, and a trade's sensitivities are to factors that are no price of an underlying. */
function hasGreeks({ instrument: { type } }: ValuedInstrument): boolean {
  return type !== 'index' && type !== 'trade';
}

function sumGreeks(columns: readonly number[], greeks: readonly GreekFigures[], quantities: Float64Array): Greeks {
  const total = { delta: 0, gamma: 0, vega: 0, theta: 0, rho: 0, vanna: 0, volga: 0, deltaCash: 0 };
  for (const j of columns) {
    for (const figure of FIGURES) total[figure] += quantities[j]! * greeks[j]![figure];
  }
  return total;
}

function grouped(columns: readonly number[], key: (column: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const j of columns) {
    const name = key(j);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [j]);
    else group.push(j);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
