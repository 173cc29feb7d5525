import type { ValuedInstrument } from '../../scenario/index.js';
import { isMargined } from './crypto-line.js';

/** A line with its column of the universe. */
export interface PlacedLine {
  readonly line: ValuedInstrument;
  readonly column: number;
}

/** The margined lines by a key, keys in their order; lines of key null are left out. */
export function linesBy(
  lines: readonly ValuedInstrument[],
  key: (line: ValuedInstrument) => string | null,
): [string, PlacedLine[]][] {
  const groups = new Map<string, PlacedLine[]>();
  lines.forEach((line, column) => {
    const name = isMargined(line) ? key(line) : null;
    if (name === null) return;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [{ line, column }]);
    else group.push({ line, column });
  });
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

export const underlyingOf = ({ instrument }: ValuedInstrument): string => instrument.underlying;
