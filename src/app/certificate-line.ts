import type { HedgeFound } from '../optimizer/index.js';
import type { Certificate } from '../schema/optimize-document.js';

/** What proves an answer, as documents tell it. */
export function certificateLine(found: HedgeFound): Certificate {
  const { method, lpBound, searchBound, multipliers, rows, columns, worstViolation } = found;
  return {
    kind: searchBound === null ? 'linear' : 'integer',
    ...(method === 'exact' ? {} : { method }),
    lpBound,
    searchBound,
    multipliers: multipliers.map(({ row, value, hash, at }) => ({
      row,
      value,
      hash,
      ...(at === null ? {} : { at: [...at] }),
    })),
    rows,
    columns,
    worstRowViolation: worstViolation,
  };
}
