import { sparseAffine } from '../../formula/index.js';
import type { GreekFigures } from '../../scenario/index.js';
import { isProblem, type LimitRule } from './limit-measure.js';
import { matchScope } from './limit-scope.js';

type LimitedGreek = 'delta' | 'gamma' | 'vega' | 'theta' | 'rho';

/**
 * A greek of the lines in scope. Delta and gamma are in units of the underlying; a scope over several underlyings counts
 * them as cash (delta x level, gamma x level^2 / 100), since coins and shares do not add up.
 */
export function greekLimit(greek: LimitedGreek): LimitRule {
  return (limit, context) => {
    const { greeks, currency } = context;
    const match = matchScope(limit.scope, context);
    if (isProblem(match)) return match;
    const { columns, underlyings } = match;
    const cash = underlyings.size > 1;
    const figure = figureName(greek, cash);
    const coefficients = columns.map((j) => greeks[j]![figure]);
    const unit = greekUnit(greek, cash ? null : ([...underlyings][0] ?? null), currency);
    const formula = sparseAffine(`${greek} ${limit.scope}`, columns, coefficients);
    return [{ scope: limit.scope, unit, measure: { kind: 'book', formula } }];
  };
}

function figureName(greek: LimitedGreek, cash: boolean): keyof GreekFigures {
  if (!cash) return greek;
  if (greek === 'delta') return 'deltaCash';
  return greek === 'gamma' ? 'gammaCash' : greek;
}

function greekUnit(greek: LimitedGreek, underlying: string | null, currency: string): string {
  switch (greek) {
    case 'delta':
      return underlying ?? currency;
    case 'gamma':
      return underlying === null ? `${currency} per 1 % move` : `${underlying} per unit of price`;
    case 'vega':
      return `${currency} per volatility point`;
    case 'theta':
      return `${currency} per day`;
    case 'rho':
      return `${currency} per 1 % of rate`;
  }
}
