import { absolute, constant, type Formula } from '../../formula/index.js';
import { columnAmount } from './column-amount.js';

/** |quantity| of the perpetual, in contracts; nothing where the book has no line for it. */
export function perpetualSize(column: number | null): Formula {
  if (column === null) return constant('no perpetual', 0);
  return absolute('size of the perpetual', columnAmount('perpetual', column, 1));
}
