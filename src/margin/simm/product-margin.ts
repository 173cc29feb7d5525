import { acrossRiskClasses } from './across-risk-classes.js';
import { curvatureMargin } from './curvature-margin.js';
import { measureMargin } from './measure-margin.js';
import type { RiskClassLayout } from './risk-class-layout.js';
import type { RiskClass } from './risk-types.js';
import type { ProductLayout } from './simm-layout.js';
import type { SimmNode } from './simm-node.js';
import type { SimmValues } from './simm-values.js';

/** SIMM of a product class for net sensitivities (USD, in the order of the factors the layout was made of). */
export function productMargin(
  { productClass, riskClasses }: ProductLayout,
  net: Float64Array,
  values: SimmValues,
): SimmNode {
  const children = riskClasses.map(({ riskClass, layout }) => riskClassMargin(riskClass, layout, net));
  const margins = new Map(riskClasses.map(({ riskClass }, k) => [riskClass, children[k]!.amount]));
  return { level: 'productClass', name: productClass, amount: acrossRiskClasses(margins, values), children };
}

function riskClassMargin(riskClass: RiskClass, layout: RiskClassLayout, net: Float64Array): SimmNode {
  const children = [
    measureMargin('Delta', layout.delta, net),
    measureMargin('Vega', layout.vega, net),
    curvatureMargin('Curvature', layout.curvature, net, layout.curvatureFactor),
    ...(layout.baseCorr === null ? [] : [measureMargin('BaseCorr', layout.baseCorr, net)]),
  ].filter((measure) => measure.children.length > 0);
  const amount = children.reduce((total, measure) => total + measure.amount, 0);
  return { level: 'riskClass', name: riskClass, amount, children };
}
