export interface SkewValues {
  readonly linearCapBase: number;
  /** Change of the cap per root year; may be negative. */
  readonly linearCapSlope: number;
  readonly absCapBase: number;
  readonly absCapSlope: number;
  readonly minKStar: number;
  readonly widthScale: number;
  readonly volParamStatic: number;
  /** May be negative. */
  readonly volParamScale: number;
}

/**
 * Factor on a strike's volatility in a skew scenario: it grows with log moneyness up to a cap, which is reached at kStar.
 * Not below zero.
 *
 * @param logMoneyness ln(strike / forward)
 *
 * SOURCE: derivexyz/v2-core, PMRMLib_2.sol, _getExpirySkewedShockedMTM and _getKStar.
 */
export function skewMultiplier(
  move: 'linear' | 'abs',
  logMoneyness: number,
  years: number,
  values: SkewValues,
): number {
  const rootTime = Math.sqrt(years);
  const base = move === 'linear' ? values.linearCapBase : values.absCapBase;
  const slope = move === 'linear' ? values.linearCapSlope : values.absCapSlope;
  const cap = base + slope * rootTime;
  const width = rootTime * values.widthScale * (values.volParamStatic + rootTime * values.volParamScale);
  const kStar = Math.max(values.minKStar, width);
  const k = move === 'linear' ? logMoneyness : Math.abs(logMoneyness);
  const tilt = (k * cap) / kStar;
  return Math.max(0, 1 + (k >= 0 ? Math.min(cap, tilt) : Math.max(-cap, tilt)));
}
