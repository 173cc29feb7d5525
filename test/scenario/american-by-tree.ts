const STEPS = 1000;

/** An American option on an asset with a yield by the tree of Cox, Ross and Rubinstein (1979): about 1e-4 of the strike. */
export function americanByTree(
  right: 'C' | 'P',
  spot: number,
  strike: number,
  volatility: number,
  ttmYears: number,
  rate: number,
  dividendYield: number,
): number {
  const dt = ttmYears / STEPS;
  const up = Math.exp(volatility * Math.sqrt(dt));
  const probability = (Math.exp((rate - dividendYield) * dt) - 1 / up) / (up - 1 / up);
  const discount = Math.exp(-rate * dt);
  const exercised = (step: number, ups: number): number => {
    const price = spot * up ** (2 * ups - step);
    return Math.max(0, right === 'C' ? price - strike : strike - price);
  };
  const values = Float64Array.from({ length: STEPS + 1 }, (_, ups) => exercised(STEPS, ups));
  for (let step = STEPS - 1; step >= 0; step--) {
    for (let ups = 0; ups <= step; ups++) {
      const held = discount * (probability * values[ups + 1]! + (1 - probability) * values[ups]!);
      values[ups] = Math.max(held, exercised(step, ups));
    }
  }
  return values[0]!;
}
