import { constant, type Formula, scale } from '../../formula/index.js';

export interface ConfidenceValues {
  /** Confidence from which nothing is charged. */
  readonly confidenceThreshold: number;
  readonly confidenceMargin: number;
}

/**
 * The charge for prices that their reporters are not sure of: (1 - confidence) x margin x exposure once the confidence is
 * below the threshold, else nothing. `exposure` in units, priced at `spot`.
 *
 * SOURCE: derivexyz/v2-core, PMRMLib.sol and PMRMLib_2.sol, _getConfidenceContingency.
 */
export function oracleContingency(
  name: string,
  confidence: number,
  exposure: Formula,
  spot: number,
  values: ConfidenceValues,
): Formula {
  if (!(confidence < values.confidenceThreshold)) return constant(name, 0);
  return scale(name, (1 - confidence) * values.confidenceMargin * spot, exposure);
}
