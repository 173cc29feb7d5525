import { acrossRiskClasses } from './across-risk-classes.js';
import type { RiskClass } from './risk-types.js';
import type { SimmNode } from './simm-node.js';
import type { SimmValues } from './simm-values.js';

/** What stands for a sum or an aggregation over a level, as in the reports of other programs. */
const ALL = 'All';

type Add = (amount: number, ...place: readonly string[]) => void;

/**
 * The tree as single amounts in USD, by `product class/risk class/measure/bucket`, each of them or `All`. Of several risk
 * classes a measure is aggregated as if the others were nothing; over product classes amounts add up. Add-ons are at
 * `AddOn/All/All/All`, the whole margin at `All/All/All/All`.
 */
export function simmComponents(total: SimmNode, values: SimmValues): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  const add: Add = (amount, ...place) => {
    const key = place.join('/');
    amounts.set(key, (amounts.get(key) ?? 0) + amount);
  };
  for (const child of total.children) {
    if (child.level === 'addOns') add(child.amount, 'AddOn', ALL, ALL, ALL);
    else addProduct(child, values, add);
  }
  return amounts.set([ALL, ALL, ALL, ALL].join('/'), total.amount);
}

function addProduct(product: SimmNode, values: SimmValues, add: Add): void {
  add(product.amount, product.name, ALL, ALL, ALL);
  const byMeasure = new Map<string, Map<RiskClass, number>>();
  for (const riskClass of product.children) {
    for (const name of [product.name, ALL]) add(riskClass.amount, name, riskClass.name, ALL, ALL);
    for (const measure of riskClass.children) {
      for (const name of [product.name, ALL]) add(measure.amount, name, riskClass.name, measure.name, ALL);
      for (const bucket of measure.children)
        add(bucket.amount, product.name, riskClass.name, measure.name, bucket.name);
      const ofMeasure = byMeasure.get(measure.name) ?? new Map<RiskClass, number>();
      byMeasure.set(measure.name, ofMeasure.set(riskClass.name as RiskClass, measure.amount));
    }
  }
  for (const [measure, margins] of byMeasure) {
    const amount = acrossRiskClasses(margins, values);
    for (const name of [product.name, ALL]) add(amount, name, ALL, measure, ALL);
  }
}
