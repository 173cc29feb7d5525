import type { ColumnPlace } from '../../formula/index.js';
import type { MarketView, ValuedInstrument } from '../../scenario/index.js';
import type { OptionLine, PerpetualLine } from '../derive/derive-line.js';
import type { PlacedLine } from './by-underlying.js';
import { noCryptoContract, unitsPerContract } from './crypto-line.js';
import { secondsToExpiry } from './derive-feeds.js';

/** Lines of one of Derive's rule books, and where they are in the universe. */
export interface DeriveLines<Line> {
  readonly lines: readonly Line[];
  readonly places: readonly (readonly ColumnPlace[])[];
}

/** What an option or a perpetual is to Derive; the caller adds what it makes of spot. */
export type Contract = OptionLine | PerpetualLine;

/**
 * Lines by contract: contracts that are one to Derive (a coin-settled option and the linear one of the same strike, two
 * perpetuals of a coin) become one line with several columns, each counted in units of the underlying.
 */
export function deriveLines<Line>(
  members: readonly PlacedLine[],
  asOf: number,
  spotLine: (line: ValuedInstrument) => { readonly key: string; readonly line: Line },
): DeriveLines<Contract | Line> {
  const lines: (Contract | Line)[] = [];
  const places: ColumnPlace[][] = [];
  const at = new Map<string, number>();
  for (const { line, column } of members) {
    const found = line.instrument.type === 'spot' ? spotLine(line) : contract(line, asOf);
    let k = at.get(found.key);
    if (k === undefined) {
      k = lines.push(found.line) - 1;
      places.push([]);
      at.set(found.key, k);
    }
    places[k]!.push({ column, factor: unitsPerContract(line) });
  }
  return { lines, places };
}

function contract(line: ValuedInstrument, asOf: number): { key: string; line: Contract } {
  const { type, name, expiry, strike, right } = line.instrument;
  if (type === 'perpetual') return { key: 'perpetual', line: { kind: 'perpetual', name } };
  const option: OptionLine = {
    kind: 'option',
    name,
    secondsToExpiry: secondsToExpiry(expiry!, asOf),
    strike: strike!,
    right: right!,
    volatility: line.volatility,
  };
  return { key: `${expiry} ${strike} ${right}`, line: option };
}

/** Why Derive cannot margin a line; null when it can. */
export function deriveRefuses(line: ValuedInstrument, view: MarketView): string | null {
  if (line.instrument.type === 'future') return 'is a dated future, and Derive lists none';
  return noCryptoContract(line, view);
}

/** How Derive takes a contract that is not its own: everything there is settled in dollars. */
export function deriveRestates({ instrument: { settlement } }: ValuedInstrument): string | null {
  return settlement === 'inverse'
    ? 'as the linear contract on as many coins, for nothing is settled in coin at Derive'
    : null;
}
