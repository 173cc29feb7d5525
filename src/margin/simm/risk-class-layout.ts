import type { CrifFactor } from '../../domain/index.js';
import { creditLayout } from './credit-layout.js';
import { fxLayout } from './fx-layout.js';
import type { MeasureLayout } from './measure-layout.js';
import { namedLayout } from './named-layout.js';
import { ratesLayout } from './rates-layout.js';
import type { RiskClass, SensitivityKind } from './risk-types.js';
import type { SimmTerms } from './simm-terms.js';

/** A CRIF factor with its place among the net sensitivities. */
export interface PlacedFactor {
  readonly crif: number;
  readonly factor: CrifFactor;
  readonly kind: SensitivityKind;
}

/** How the margin of one risk class is reckoned, measure by measure. */
export interface RiskClassLayout {
  readonly delta: MeasureLayout;
  readonly vega: MeasureLayout;
  readonly curvature: MeasureLayout;
  readonly baseCorr: MeasureLayout | null;
  /** On the curvature margin as a whole (interest rates: the historical volatility ratio to the power of -2). */
  readonly curvatureFactor: number;
}

/** The layout of one risk class of one product class. */
export function riskClassLayout(
  riskClass: RiskClass,
  placed: readonly PlacedFactor[],
  terms: SimmTerms,
): RiskClassLayout {
  const { values } = terms;
  switch (riskClass) {
    case 'InterestRate':
      return ratesLayout(placed, terms);
    case 'CreditQualifying':
      return creditLayout(placed, values.creditQualifying, ({ qualifier }) => qualifier, terms.horizon);
    case 'CreditNonQualifying':
      return creditLayout(
        placed,
        values.creditNonQualifying,
        ({ label2, qualifier }) => label2 || qualifier,
        terms.horizon,
      );
    case 'Equity':
      return namedLayout(placed, values.equity, terms.horizon, VOLATILITY_INDEXES);
    case 'Commodity':
      return namedLayout(placed, values.commodity, terms.horizon, null);
    case 'FX':
      return fxLayout(placed, terms);
  }
}

/** The equity bucket whose volatilities bear no curvature. */
const VOLATILITY_INDEXES = '12';
