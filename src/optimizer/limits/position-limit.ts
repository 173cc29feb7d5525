import { sparseAffine } from '../../formula/index.js';
import { isProblem, type LimitRule } from './limit-measure.js';
import { matchScope } from './limit-scope.js';

/** Contracts held of each instrument in scope: one bound per instrument. */
export const positionLimit: LimitRule = (limit, context) => {
  const { lines } = context;
  const match = matchScope(limit.scope, context);
  if (isProblem(match)) return match;
  return match.columns.map((j) => {
    const { name } = lines[j]!.instrument;
    return {
      scope: name,
      unit: 'contracts',
      measure: { kind: 'book', formula: sparseAffine(`position ${name}`, [j], [1]) },
    };
  });
};
