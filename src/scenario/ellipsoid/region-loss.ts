import type { ScanBlock } from '../scan-scenarios.js';
import type { ValuedInstrument } from '../valued-instrument.js';
import { CubicTable, TABLE_STEPS } from './cubic-table.js';
import type { EllipsoidRegion } from './ellipsoid-region.js';
import type { EllipsoidTerms } from './ellipsoid-terms.js';
import type { LineTables } from './line-tables.js';

/** A price never falls below this part of its level, whatever the move. */
const LEVEL_FLOOR = 0.01;

interface Converted {
  readonly underlying: number;
  readonly coin: number;
  /** Scan range of the coin. */
  readonly range: number;
  readonly table: CubicTable;
}

/**
 * The loss of a book over the joint moves of a block with one move of volatility: a sum of one curve an underlying, for given
 * the moves, lines of different underlyings do not meet. Only a line paid in another coin of the block joins two of them.
 */
export interface RegionLoss {
  /** The loss at a move in scan ranges; its gradient is written into `gradient`. */
  readonly at: (z: Float64Array, gradient: Float64Array) => number;
  /** Loss per scan range of each underlying where the loss is a straight function of the moves; null where it is bent. */
  readonly straight: Float64Array | null;
}

/**
 * Adds up the tables of the lines held.
 *
 * @param quantities contracts, by line
 * @param r place of the region among those of the tables
 */
export function regionLoss(
  lines: readonly ValuedInstrument[],
  quantities: Float64Array,
  { block, tables, terms }: { readonly block: ScanBlock; readonly tables: LineTables; readonly terms: EllipsoidTerms },
  { reach }: EllipsoidRegion,
  r: number,
): RegionLoss {
  const sums = new Map<string, { readonly underlying: number; readonly coin: number; readonly values: Float64Array }>();
  let constant = 0;
  for (const [j, line] of lines.entries()) {
    const quantity = quantities[j]!;
    const table = quantity === 0 ? null : tables.of(line)[r]!;
    if (table === null) continue;
    const { underlying, converted, values, modelValue } = table;
    const key = `${underlying}|${converted ?? ''}`;
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { underlying, coin: converted ?? -1, values: new Float64Array(TABLE_STEPS + 1) };
      sums.set(key, sum);
    }
    for (let i = 0; i < values.length; i++) sum.values[i]! -= quantity * values[i]!;
    constant += quantity * modelValue;
  }
  const own: { readonly underlying: number; readonly table: CubicTable }[] = [];
  const converted: Converted[] = [];
  for (const { underlying, coin, values } of sums.values()) {
    const table = new CubicTable(values, reach);
    if (coin < 0) own.push({ underlying, table });
    else converted.push({ underlying, coin, range: terms.scanRanges.get(block.names[coin]!)!, table });
  }
  const at = (z: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let loss = constant;
    for (const { underlying, table } of own) {
      loss += table.at(z[underlying]!);
      gradient[underlying]! += table.slope;
    }
    for (const { underlying, coin, range, table } of converted) {
      const rate = 1 + range * z[coin]!;
      const value = table.at(z[underlying]!);
      loss += value * Math.max(LEVEL_FLOOR, rate);
      gradient[underlying]! += table.slope * Math.max(LEVEL_FLOOR, rate);
      if (rate > LEVEL_FLOOR) gradient[coin]! += value * range;
    }
    return loss;
  };
  return { at, straight: converted.length > 0 ? null : slopesOf(own, block.names.length) };
}

function slopesOf(
  own: readonly { readonly underlying: number; readonly table: CubicTable }[],
  n: number,
): Float64Array | null {
  const slopes = new Float64Array(n);
  for (const { underlying, table } of own) {
    const slope = table.straight();
    if (slope === null) return null;
    slopes[underlying] = slope;
  }
  return slopes;
}
