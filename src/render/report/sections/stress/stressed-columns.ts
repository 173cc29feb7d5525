import type { StressedBook } from '../../../../schema/index.js';
import { money, signedMoney } from '../../../number-format.js';
import { cell } from '../../cell.js';
import type { ColumnOf } from '../../table-of.js';

/** The figures of the book in a state, after the columns that name the state. */
export function stressedColumns<T>(bookOf: (row: T) => StressedBook | null, hasEquity: boolean): ColumnOf<T>[] {
  const amount = (row: T, of: (book: StressedBook) => number | null, words = money): string => {
    const book = bookOf(row);
    const value = book === null ? null : of(book);
    return value === null ? '' : words(value);
  };
  const excess: ColumnOf<T> = {
    title: 'excess',
    rank: 1,
    note: 'equity less initial margin',
    of: (row) => {
      const value = bookOf(row)?.excess ?? null;
      return cell(value === null ? '' : money(value), value !== null && value < 0 ? 'bad' : 'plain');
    },
  };
  return [
    { title: 'P&L', of: (row) => amount(row, ({ pnl }) => pnl, signedMoney) },
    { title: 'initial margin', of: (row) => amount(row, ({ initialMargin }) => initialMargin) },
    { title: 'change', rank: 2, of: (row) => amount(row, ({ marginChange }) => marginChange, signedMoney) },
    ...(hasEquity ? [excess] : []),
  ];
}
