import { venueGreeks, yearsToExpiry } from '../venue-lines/index.js';
import type { OkxLine, OkxUnit } from './okx-inputs.js';
import type { OkxCoinClass } from './okx-values.js';

/** A risk unit with its figures and the columns of its lines. */
export interface UnitBook {
  readonly unit: OkxUnit;
  readonly coinClass: OkxCoinClass;
  readonly asOfMs: number;
  readonly lines: readonly OkxLine[];
  readonly columns: readonly number[];
}

/** USD delta of one contract of a unit. */
export function deltaUsdOf(line: OkxLine, book: UnitBook): number {
  return line.deltaUsd ?? venueGreeks(line, yearsToExpiry(line, book.asOfMs)).delta * book.unit.indexUsd;
}

/** The columns of a unit's derivatives, spot left out. */
export function derivativeColumns(book: UnitBook): readonly number[] {
  return book.columns.filter((column) => book.lines[column]!.kind !== 'spot');
}
