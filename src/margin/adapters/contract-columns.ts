import type { ColumnPlace } from '../../formula/index.js';
import type { VenueLine } from '../venue-lines/index.js';
import type { PlacedLine } from './by-underlying.js';
import { venueLine } from './crypto-line.js';

/** Contracts as a venue's rule book sees them, each with its own column of the universe. */
export function contractColumns(members: readonly PlacedLine[]): {
  readonly lines: readonly VenueLine[];
  readonly places: readonly (readonly ColumnPlace[])[];
} {
  return {
    lines: members.map(({ line }) => venueLine(line)),
    places: members.map(({ column }) => [{ column, factor: 1 }]),
  };
}
