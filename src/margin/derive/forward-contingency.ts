import { constant, type Formula, max, scale, sum } from '../../formula/index.js';
import { contractPrices, type ExpiryLines, expirySum } from './expiry-lines.js';

export interface ForwardContingencyValues {
  readonly basisSpotUp: number;
  readonly basisSpotDown: number;
  readonly basisAddFactor: number;
  /** Per year to expiry. */
  readonly basisMultFactor: number;
}

/**
 * The forward (basis) contingency, a loss not below zero: per expiry the worse of the forward up and down at unchanged
 * volatility, weighted by add + mult x T, expiries not netted. A candidate for the worst case, never an addition to it.
 *
 * SOURCE: derivexyz/v2-core, PMRMLib_2.sol, _addBasisContingency.
 */
export function forwardContingency(expiries: readonly ExpiryLines[], values: ForwardContingencyValues): Formula {
  const parts = expiries.map((expiry) => {
    const now = contractPrices(expiry, 1);
    const loss = (label: string, spotShock: number): Formula => {
      const shocked = contractPrices(expiry, spotShock);
      return expirySum(
        `${expiry.name} ${label}`,
        expiry,
        now.map((price, k) => price - shocked[k]!),
      );
    };
    const worse = max(`worse forward of ${expiry.name}`, [
      loss('forward up', values.basisSpotUp),
      loss('forward down', values.basisSpotDown),
      constant('no loss', 0),
    ]);
    return scale(expiry.name, values.basisAddFactor + values.basisMultFactor * expiry.years, worse);
  });
  return sum('forward contingency', parts);
}
