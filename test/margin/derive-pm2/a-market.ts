import type { Pm2Line, Pm2Snapshot } from '../../../src/margin/derive-pm2/index.js';
import type { SeededRandom } from '../../../src/math/index.js';

const DAY = 86_400;
const EXPIRIES = [
  { secondsToExpiry: 1200, forward: 3000, rate: 0.05, volatility: 0.9 },
  { secondsToExpiry: 9 * DAY, forward: 3010, rate: 0.06, volatility: 0.55 },
  { secondsToExpiry: 120 * DAY, forward: 3090, rate: -0.02, volatility: 0.65 },
];
const STRIKES = [2000, 2800, 3000, 3200, 4500];

/** Options of five strikes in three expiries (the first in its settlement window), a perpetual, two collateral assets, cash. */
export const LINES: readonly Pm2Line[] = [
  ...EXPIRIES.flatMap(({ secondsToExpiry, volatility }) =>
    STRIKES.flatMap((strike, k) =>
      (['C', 'P'] as const).map(
        (right): Pm2Line => ({
          kind: 'option',
          name: `${secondsToExpiry}-${strike}-${right}`,
          secondsToExpiry,
          strike,
          right,
          volatility: volatility + 0.05 * Math.abs(k - 2),
        }),
      ),
    ),
  ),
  { kind: 'perpetual', name: 'ETH-PERP' },
  collateral('WSTETH', 3500, 0.05, true),
  collateral('USDT', 0.9998, 0.02, false),
  { kind: 'cash', name: 'USDC' },
];

function collateral(name: string, price: number, maintenanceHaircut: number, riskCancelling: boolean): Pm2Line {
  return {
    kind: 'collateral',
    name,
    price,
    confidence: 0.5,
    maintenanceHaircut,
    initialHaircut: 0.5 * maintenanceHaircut,
    riskCancelling,
  };
}

export const SNAPSHOT: Pm2Snapshot = {
  spot: 2995,
  spotConfidence: 0.9,
  perpetual: { price: 2998, confidence: 0.54 },
  stablePrice: 0.97,
  expiries: EXPIRIES.map(({ secondsToExpiry, forward, rate }) => ({
    name: `${secondsToExpiry} s`,
    secondsToExpiry,
    forward,
    forwardConfidence: 0.8,
    rate,
    rateConfidence: 0.95,
    curve: null,
    volatilityConfidence: 0.7,
  })),
};

/** A book of those lines: a third of the options, either way; collateral and cash not negative. */
export function randomQuantities(random: SeededRandom): Float64Array {
  return Float64Array.from(LINES, ({ kind }) => {
    if (kind === 'collateral') return 5 * random.uniform();
    if (kind === 'cash') return 10_000 * random.uniform();
    if (kind === 'perpetual') return 10 * random.normal();
    return random.uniform() < 1 / 3 ? 10 * random.normal() : 0;
  });
}
