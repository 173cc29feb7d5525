import { type CrifFactor, SIMM_PRODUCT_CLASSES, type SimmProductClass } from '../../domain/index.js';
import { type PlacedFactor, type RiskClassLayout, riskClassLayout } from './risk-class-layout.js';
import { RISK_CLASSES, RISK_TYPE_CLASS, type RiskClass } from './risk-types.js';
import type { SimmTerms } from './simm-terms.js';

export interface ProductLayout {
  readonly productClass: SimmProductClass;
  readonly riskClasses: readonly { readonly riskClass: RiskClass; readonly layout: RiskClassLayout }[];
}

/**
 * How the margin of a book with these factors is reckoned: product classes apart, in each the risk classes it touches.
 *
 * @throws RangeError for a factor whose bucket or tenor the calibration does not know
 */
export function simmLayout(factors: readonly CrifFactor[], terms: SimmTerms): readonly ProductLayout[] {
  const placed = placedFactors(factors);
  return SIMM_PRODUCT_CLASSES.flatMap((productClass) => {
    const riskClasses = RISK_CLASSES.flatMap((riskClass) => {
      const own = placed.get(`${productClass} ${riskClass}`);
      return own === undefined ? [] : [{ riskClass, layout: riskClassLayout(riskClass, own, terms) }];
    });
    return riskClasses.length === 0 ? [] : [{ productClass, riskClasses }];
  });
}

/** Factors by product class and risk class, with their places and kinds. */
function placedFactors(factors: readonly CrifFactor[]): ReadonlyMap<string, readonly PlacedFactor[]> {
  const placed = new Map<string, PlacedFactor[]>();
  for (let crif = 0; crif < factors.length; crif++) {
    const factor = factors[crif]!;
    const [riskClass, kind] = RISK_TYPE_CLASS[factor.riskType];
    const key = `${factor.productClass} ${riskClass}`;
    const list = placed.get(key);
    if (list === undefined) placed.set(key, [{ crif, factor, kind }]);
    else list.push({ crif, factor, kind });
  }
  return placed;
}
