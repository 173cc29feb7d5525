import { signedMoney } from '../../../number-format.js';
import { cell } from '../../cell.js';
import type { Cell } from '../../report.js';

/** Money by which a margin changes: a rise is bad. */
export function changeCell(change: number): Cell {
  const text = signedMoney(change);
  return Math.abs(change) < 0.005 ? cell(text) : cell(text, change < 0 ? 'good' : 'bad');
}
