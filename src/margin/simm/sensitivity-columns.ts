import type { Crif, CrifFactor, CrifSource } from '../../domain/index.js';
import { isSelected, type SimmSelection } from './net-sensitivities.js';

/** Sensitivities of several things that can be held (trades, netting sets): entry i is `usd[i]` of `factorOf[i]` in `columnOf[i]`. */
export interface SensitivityColumns {
  /** What each column is, by place. */
  readonly names: readonly string[];
  readonly factors: readonly CrifFactor[];
  readonly columnOf: Int32Array;
  readonly factorOf: Int32Array;
  /** USD for one of the column. */
  readonly usd: Float64Array;
}

/** The rows of a file that count, a column for each name that `by` gives their source; rows of the same place add up. */
export function sensitivityColumns(
  crif: Crif,
  selection: SimmSelection,
  by: (source: CrifSource) => string = ({ trade }) => trade,
): SensitivityColumns {
  const sign = selection.side === 'call' ? 1 : -1;
  const placeOf = new Map<string, number>();
  const columns = crif.sources.map((source) => {
    if (!isSelected(source, selection)) return null;
    const name = by(source);
    const place = placeOf.get(name) ?? placeOf.size;
    placeOf.set(name, place);
    return place;
  });
  const totals = new Map<number, number>();
  for (const [row, amount] of crif.amountsUsd.entries()) {
    const column = columns[crif.sourceOf[row]!];
    if (column === null || column === undefined) continue;
    const key = column * crif.factors.length + crif.factorOf[row]!;
    totals.set(key, (totals.get(key) ?? 0) + sign * amount);
  }
  const keys = [...totals.keys()];
  return {
    names: [...placeOf.keys()],
    factors: crif.factors,
    columnOf: Int32Array.from(keys, (key) => Math.floor(key / crif.factors.length)),
    factorOf: Int32Array.from(keys, (key) => key % crif.factors.length),
    usd: Float64Array.from(totals.values()),
  };
}

/** Net sensitivity of each factor in USD for a book. `quantities`: how often each column is held. */
export function netOfColumns(columns: SensitivityColumns, quantities: Float64Array): Float64Array {
  const { factors, columnOf, factorOf, usd } = columns;
  const net = new Float64Array(factors.length);
  for (let i = 0; i < usd.length; i++) net[factorOf[i]!]! += usd[i]! * quantities[columnOf[i]!]!;
  return net;
}
