import type { VenueLine } from '../venue-lines/index.js';
import type { Pm1Values } from './pm1-values.js';

/** An underlying with the columns of its lines. */
export interface Pm1Book {
  readonly underlying: string;
  /** Quote currency per unit. */
  readonly index: number;
  readonly asOfMs: number;
  readonly lines: readonly VenueLine[];
  readonly columns: readonly number[];
}

/** What one unit of the underlying is in the money of margin. */
export function unitWorth(book: Pm1Book, { money }: Pm1Values): number {
  return money === 'coin' ? 1 : book.index;
}

export function optionColumns({ lines, columns }: Pm1Book): readonly number[] {
  return columns.filter((column) => lines[column]!.option !== null);
}

/** Futures and perpetuals. */
export function futureColumns({ lines, columns }: Pm1Book): readonly number[] {
  return columns.filter((column) => ['future', 'perpetual'].includes(lines[column]!.kind));
}
