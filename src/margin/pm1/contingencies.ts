import { type Affine, constant, type Formula, min, negated, positivePart, scale, sum } from '../../formula/index.js';
import {
  columnGroups,
  columnSum,
  expiryKey,
  grossAmount,
  type VenueLine,
  venueGreeks,
  yearsToExpiry,
} from '../venue-lines/index.js';
import { futureColumns, optionColumns, type Pm1Book, unitWorth } from './pm1-book.js';
import type { Pm1Values } from './pm1-values.js';

/** The three charges beside the scenarios. */
export interface Contingencies {
  readonly options: Formula;
  readonly futures: Formula;
  readonly vega: Formula;
}

const unitsOf = (line: VenueLine): number => line.unitsPerContract;

/**
 * Charges for what the scenarios do not show: options that no move reaches, and futures and expiries that offset only as
 * long as they move together. Options and gross futures are convex. What offsets is the smaller of two sides,
 * a `min` node and not convex: a long and a short each cost nothing, together they cost.
 *
 * SOURCE: deribit.com/docs (200 options at 1 % are 2 BTC; long 100 against short 100 futures at 2 % is 2 BTC; vega 10
 * against 10 at 25 % is 2.5 BTC), deribit.com/pages/docs/portfoliomargin (call +10, put -20 at 0.01 is 0.1 BTC),
 * wiki.dederi.io (0.6 % x index x sum of |Q|).
 */
export function contingencies(book: Pm1Book, values: Pm1Values): Contingencies {
  return {
    options: optionContingency(book, values),
    futures: futuresContingency(book, values),
    vega: vegaContingency(book, values),
  };
}

function optionContingency(book: Pm1Book, values: Pm1Values): Formula {
  const name = `${book.underlying} option contingency`;
  const rate = values.optionContingencyRate * unitWorth(book, values);
  const columns = optionColumns(book);
  if (rate === 0 || columns.length === 0) return constant(name, 0);
  if (values.optionContingency === 'all')
    return scale(name, rate, grossAmount('options', book.lines, columns, unitsOf));
  const strikes = columnGroups(book.lines, (line) =>
    line.underlying === book.underlying && line.option !== null ? `${expiryKey(line)} ${line.option.strike}` : null,
  );
  const shorts = [...strikes].map(([strike, own]) =>
    positivePart(`net short ${strike}`, negated(strike, columnSum(strike, book.lines, own, unitsOf))),
  );
  return scale(name, rate, sum('net short per strike', shorts));
}

function futuresContingency(book: Pm1Book, values: Pm1Values): Formula {
  const name = `${book.underlying} futures contingency`;
  const rate = values.futuresContingencyRate * unitWorth(book, values);
  const columns = futureColumns(book);
  if (rate === 0 || columns.length === 0) return constant(name, 0);
  if (values.futuresContingency === 'gross') {
    return scale(name, rate, grossAmount('futures', book.lines, columns, unitsOf));
  }
  const futures = columns.map((column) => columnSum(book.lines[column]!.name, book.lines, [column], unitsOf));
  return columns.length === 1 ? constant(name, 0) : scale(name, rate, offsetting('futures', futures));
}

/** Vega per point in the money of margin, netted within an expiry and set against the other expiries. */
function vegaContingency(book: Pm1Book, values: Pm1Values): Formula {
  const name = `${book.underlying} vega contingency`;
  const expiries = columnGroups(book.lines, (line) =>
    line.underlying === book.underlying && line.option !== null ? expiryKey(line) : null,
  );
  if (values.vegaContingencyRate === 0 || expiries.size < 2) return constant(name, 0);
  const vegas = [...expiries].map(([expiry, own]) =>
    columnSum(expiry, book.lines, own, (line) => {
      const { vega } = venueGreeks(line, yearsToExpiry(line, book.asOfMs));
      return values.money === 'coin' ? vega / line.price : vega;
    }),
  );
  return scale(name, values.vegaContingencyRate, offsetting('vega', vegas));
}

/** The smaller of all that is long and all that is short. */
function offsetting(what: string, parts: readonly Affine[]): Formula {
  return min(`offsetting ${what}`, [
    sum(
      `long ${what}`,
      parts.map((part) => positivePart(`long ${part.name}`, part)),
    ),
    sum(
      `short ${what}`,
      parts.map((part) => positivePart(`short ${part.name}`, negated(`minus ${part.name}`, part))),
    ),
  ]);
}
