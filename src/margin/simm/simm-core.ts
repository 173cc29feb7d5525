import type { CrifAddOn } from '../../domain/index.js';
import { constant, evaluate, type Formula, scale, sum } from '../../formula/index.js';
import { riskClassCorrelation } from './across-risk-classes.js';
import { addOnMargin } from './add-on-margin.js';
import { type CorePoint, coreCurvature, coreMeasure } from './core-measure.js';
import { entriesOfFactor } from './core-norm.js';
import type { MeasureLayout } from './measure-layout.js';
import type { RiskClassLayout } from './risk-class-layout.js';
import type { RiskClass } from './risk-types.js';
import { netOfColumns, type SensitivityColumns } from './sensitivity-columns.js';
import { type ProductLayout, simmLayout } from './simm-layout.js';
import type { SimmTerms } from './simm-terms.js';
import type { SimmValues } from './simm-values.js';

/**
 * The convex core of SIMM as a formula over quantities of columns, for a search that reprices its answer by `simm` and asks
 * again at the new book. At `quantities` it is the exact margin to rounding; elsewhere it stands for it and bounds nothing.
 *
 * Held still at that book are: concentration factors, each bucket's part in common, lambda of curvature, and the weights of
 * risk classes in a product class (the tangent of their aggregation). What is left is `norm` nodes over net weighted
 * sensitivities, their sums, and the positive part of curvature. Fixed amounts and charges on notionals are constant.
 *
 * The matrix of a norm is as wide as its measure has risk factors: some thousand of them are the most that is sensible.
 */
export function simmCore(
  columns: SensitivityColumns,
  quantities: Float64Array,
  terms: SimmTerms,
  addOns: readonly CrifAddOn[] = [],
): Formula {
  const point = { quantities, net: netOfColumns(columns, quantities), entries: entriesOfFactor(columns) };
  const products = simmLayout(columns.factors, terms).map((product) => {
    const multiplier = addOns.find(({ kind, name }) => kind === 'multiplier' && name === product.productClass);
    return scale(product.productClass, multiplier?.amount ?? 1, productCore(product, point, terms.values));
  });
  const fixed = addOnMargin(addOns, []).amount;
  return sum('SIMM', fixed === 0 ? products : [...products, constant('AddOn', fixed)]);
}

function productCore({ productClass, riskClasses }: ProductLayout, point: CorePoint, values: SimmValues): Formula {
  const cores = riskClasses.map(({ riskClass, layout }) => riskClassCore(riskClass, layout, point));
  const amounts = cores.map((core) => evaluate(core, point.quantities));
  const image = riskClasses.map(({ riskClass: r }) =>
    riskClasses.reduce((total, { riskClass: s }, k) => total + riskClassCorrelation(values, r, s) * amounts[k]!, 0),
  );
  const whole = Math.sqrt(image.reduce((total, value, k) => total + value * amounts[k]!, 0));
  return sum(
    productClass,
    cores.map((core, k) => scale(core.name, whole > 0 ? image[k]! / whole : 1, core)),
  );
}

function riskClassCore(riskClass: RiskClass, layout: RiskClassLayout, point: CorePoint): Formula {
  const measures: [string, MeasureLayout, number | null][] = [
    ['Delta', layout.delta, null],
    ['Vega', layout.vega, null],
    ['Curvature', layout.curvature, layout.curvatureFactor],
    ...(layout.baseCorr === null ? [] : [['BaseCorr', layout.baseCorr, null] as [string, MeasureLayout, null]]),
  ];
  return sum(
    riskClass,
    measures
      .filter(([, { buckets, residual }]) => buckets.length > 0 || residual !== null)
      .map(([measure, own, factor]) => {
        const name = `${riskClass} ${measure}`;
        return factor === null ? coreMeasure(name, own, point) : coreCurvature(name, own, factor, point);
      }),
  );
}
