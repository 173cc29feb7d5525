import { sparseAffine } from '../../formula/index.js';
import type { LimitRule } from './limit-measure.js';
import { linesInScope, unknownScope } from './limit-scope.js';

/** Contracts held of each instrument in scope: one bound per instrument. */
export const positionLimit: LimitRule = (limit, { lines }) => {
  const columns = linesInScope(limit.scope, lines);
  if (columns.length === 0) return unknownScope(lines);
  return columns.map((j) => {
    const { name } = lines[j]!.instrument;
    return {
      scope: name,
      unit: 'contracts',
      measure: { kind: 'book', formula: sparseAffine(`position ${name}`, [j], [1]) },
    };
  });
};
