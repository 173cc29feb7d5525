import type { Instrument, Market } from '../../../domain/index.js';
import type { PreparedRun } from '../../prepare-run.js';

/** In the order in which they are preferred. */
const LINEAR: readonly Instrument['type'][] = ['perpetual', 'future', 'spot'];

/** The instruments of a market whose value moves with their underlying one for one: what a hedge ratio can be read in. */
export function linearInstruments(market: Market): readonly Instrument[] {
  return [...market.quotes.values()].map(({ instrument }) => instrument).filter(isLinear);
}

function isLinear({ type }: Instrument): boolean {
  return LINEAR.includes(type);
}

/** For each underlying the line to hedge with: quoted before not, then a perpetual, the nearest future, spot. */
export function hedgeLines({ lines, greeks }: PreparedRun): ReadonlyMap<string, number> {
  const chosen = new Map<string, number>();
  lines.forEach((line, j) => {
    if (!isLinear(line.instrument) || line.expired || greeks[j]!.deltaCash === 0) return;
    const before = chosen.get(line.instrument.underlying);
    if (before === undefined || rank(lines[before]!) > rank(line)) chosen.set(line.instrument.underlying, j);
  });
  return chosen;
}

function rank(line: PreparedRun['lines'][number]): number {
  const { type } = line.instrument;
  const kind = LINEAR.indexOf(type);
  return (isQuoted(line) ? 0 : 1e9) + kind * 1e6 + Math.min(line.days, 1e5);
}

/** Whether the market has a price at which the line could be bought or sold. */
export function isQuoted({ quote }: PreparedRun['lines'][number]): boolean {
  return quote !== null && (quote.bid !== null || quote.ask !== null);
}
