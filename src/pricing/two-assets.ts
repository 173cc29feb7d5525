/**
 * Two assets with continuous yields, as an option on both sees them: spots in currency per unit, volatilities, yields
 * and the rate as annual decimals (the last two kinds continuous), the correlation of their returns in [-1, 1], the time
 * to expiry in years.
 */
export interface TwoAssets {
  readonly spot1: number;
  readonly spot2: number;
  readonly volatility1: number;
  readonly volatility2: number;
  readonly dividendYield1: number;
  readonly dividendYield2: number;
  readonly correlation: number;
  readonly ttmYears: number;
  readonly rate: number;
}

/** The same at expiry; `stdDev` are sigma sqrt(T), `exchange` that of the one asset counted in the other. */
export interface TwoForwards {
  readonly forward1: number;
  readonly forward2: number;
  readonly stdDev1: number;
  readonly stdDev2: number;
  readonly exchange: number;
  readonly correlation: number;
  readonly discount: number;
}

/** Forwards and deviations of the pair; null unless all is finite, the correlation one, and no asset or time negative. */
export function twoForwards(assets: TwoAssets): TwoForwards | null {
  const { spot1, spot2, volatility1, volatility2, dividendYield1, dividendYield2, correlation, ttmYears, rate } =
    assets;
  if (!(spot1 >= 0 && spot2 >= 0 && volatility1 >= 0 && volatility2 >= 0 && ttmYears >= 0)) return null;
  if (!(Math.abs(correlation) <= 1 && Number.isFinite(dividendYield1) && Number.isFinite(dividendYield2))) return null;
  const root = Math.sqrt(ttmYears);
  const [stdDev1, stdDev2] = [volatility1 * root, volatility2 * root];
  const forwards: TwoForwards = {
    forward1: spot1 * Math.exp((rate - dividendYield1) * ttmYears),
    forward2: spot2 * Math.exp((rate - dividendYield2) * ttmYears),
    stdDev1,
    stdDev2,
    exchange: differenceStdDev(stdDev1, stdDev2, correlation),
    correlation,
    discount: Math.exp(-rate * ttmYears),
  };
  return Object.values(forwards).every(Number.isFinite) ? forwards : null;
}

/**
 * sqrt(a^2 + b^2 - 2 correlation a b) for a, b >= 0: the deviation of a difference. As a sum of two squares, so that
 * nothing is lost, and no square turns negative, where the two nearly cancel.
 */
export function differenceStdDev(a: number, b: number, correlation: number): number {
  return Math.hypot(a - b, Math.sqrt(2 * (1 - correlation)) * Math.sqrt(a) * Math.sqrt(b));
}
