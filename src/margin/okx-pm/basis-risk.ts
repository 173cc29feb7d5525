import { absolute, type Formula, scale, sum } from '../../formula/index.js';
import { columnGroups, columnSum, expiryKey, yearsToExpiry } from '../venue-lines/index.js';
import type { OkxValues } from './okx-values.js';
import { deltaUsdOf, type UnitBook } from './unit-book.js';

/**
 * MR4: sum over expiries of |USD delta| x max(basisMin, basisPerYear x T), T = 0 for perpetuals.
 *
 * SOURCE: OKX API v5 position-builder example (perpetuals, to the last digit); growth with T from the announcement of
 * 2025-01-02, its shape inferred. Convex.
 */
export function basisRisk(book: UnitBook, { spotInBasis }: OkxValues): Formula {
  const { unit, coinClass, lines, asOfMs } = book;
  const groups = columnGroups(lines, (line) => {
    if (line.underlying !== unit.underlying) return null;
    return line.kind === 'spot' && spotInBasis > 0 ? `${line.underlying} perpetual` : expiryKey(line);
  });
  return sum(
    `${unit.underlying} MR4`,
    [...groups].map(([name, columns]) => {
      const years = Math.max(...columns.map((column) => yearsToExpiry(lines[column]!, asOfMs)));
      const rate = Math.max(coinClass.basisMin, coinClass.basisPerYear * years);
      const delta = columnSum(`delta ${name}`, lines, columns, (line) => deltaUsdOf(line, book));
      return scale(`basis ${name}`, rate, absolute(name, delta));
    }),
  );
}
