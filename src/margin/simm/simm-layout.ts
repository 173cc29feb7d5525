import { type CrifFactor, SIMM_PRODUCT_CLASSES, type SimmProductClass } from '../../domain/index.js';
import { placedFactors, type RiskClassLayout, riskClassLayout } from './risk-class-layout.js';
import { RISK_CLASSES, type RiskClass } from './risk-types.js';
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
  return SIMM_PRODUCT_CLASSES.flatMap((productClass) => {
    const places = factors.flatMap((factor, place) => (factor.productClass === productClass ? [place] : []));
    const riskClasses = RISK_CLASSES.flatMap((riskClass) => {
      const placed = placedFactors(factors, places, riskClass);
      return placed.length === 0 ? [] : [{ riskClass, layout: riskClassLayout(riskClass, placed, terms) }];
    });
    return riskClasses.length === 0 ? [] : [{ productClass, riskClasses }];
  });
}
