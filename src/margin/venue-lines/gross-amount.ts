import { absolute, type Formula, sum } from '../../formula/index.js';
import { columnSum } from './column-groups.js';
import type { VenueLine } from './venue-line.js';

/** Sum over columns of |amount(line) x quantity|: nothing nets. Convex. */
export function grossAmount(
  name: string,
  lines: readonly VenueLine[],
  columns: readonly number[],
  amount: (line: VenueLine) => number,
): Formula {
  return sum(
    name,
    columns.map((column) => {
      const line = lines[column]!;
      return absolute(`|${line.name}|`, columnSum(line.name, lines, [column], amount));
    }),
  );
}
