import { blackByIntegration } from '../scenario/black-by-integration.js';

/** A contract held, told in the words of the model and not of the program. Days null: never expires. */
export interface Holding {
  readonly kind: 'spot' | 'delta-one' | 'option';
  readonly coinSettled: boolean;
  readonly underlying: 0 | 1;
  readonly level: number;
  readonly forward: number;
  readonly days: number | null;
  readonly strike: number;
  readonly right: 'C' | 'P';
  readonly iv: number;
  /** Units of the underlying; dollars for a coin-settled perpetual. */
  readonly multiplier: number;
  readonly quantity: number;
}

type Volatility = 'up' | 'none' | 'down';

/** What a contract is worth in dollars after its underlying moved by a fraction; a future what it has gained. */
function value(holding: Holding, move: number, volatility: Volatility): number {
  const { kind, coinSettled, level, multiplier } = holding;
  const factor = Math.max(0.01, 1 + move);
  const forward = holding.forward * factor;
  if (kind === 'spot') return multiplier * forward;
  if (kind === 'delta-one') {
    if (!coinSettled) return multiplier * (forward - holding.forward);
    return multiplier * (1 / holding.forward - 1 / forward) * level * factor;
  }
  const days = holding.days!;
  const power = days < 30 ? 0.3 : 0.13;
  const range = { up: 0.5, none: 0, down: -0.25 }[volatility] * (30 / Math.max(days, 1)) ** power;
  const price = blackByIntegration(
    holding.right,
    forward,
    holding.strike,
    Math.max(0.05, holding.iv * (1 + range)) * Math.sqrt(days / 365),
  );
  return coinSettled ? (multiplier * price * level * factor) / forward : multiplier * price;
}

/** Every direction of two underlyings on the ellipsoid by the recipes of the model, repeats and all. */
function directionsOf(rho: number): [number, number][] {
  const apart = Math.sqrt((1 - rho) / 2);
  const together = Math.sqrt((1 + rho) / 2);
  return [
    [1, rho],
    [rho, 1],
    [together, together],
    [apart, -apart],
  ];
}

function scenariosOf(rho: number): { z: [number, number]; volatility: Volatility; weight: number }[] {
  const all: { z: [number, number]; volatility: Volatility; weight: number }[] = [];
  const volatilities = ['up', 'none', 'down'] as const;
  for (const volatility of volatilities) all.push({ z: [0, 0], volatility, weight: 1 });
  for (const [a, b] of directionsOf(rho)) {
    for (const sign of [-1, 1]) {
      for (const radius of [1 / 3, 2 / 3, 1]) {
        for (const volatility of volatilities) {
          all.push({ z: [a * sign * radius, b * sign * radius], volatility, weight: 1 });
        }
      }
      for (const radius of [2, 3]) {
        all.push({ z: [a * sign * radius, b * sign * radius], volatility: 'up', weight: 0.33 });
      }
    }
  }
  return all;
}

const sumOf = <T>(items: Iterable<T>, of: (item: T) => number): number =>
  [...items].reduce((total, item) => total + of(item), 0);

function totals(holdings: readonly Holding[], key: (h: Holding) => string, of: (h: Holding) => number) {
  const groups = new Map<string, number>();
  for (const h of holdings) groups.set(key(h), (groups.get(key(h)) ?? 0) + of(h));
  return groups;
}

/**
 * The house model for two correlated underlyings, worked out a second time from its description alone (docs/models.md): own
 * pricing, own directions, own sums. Shares no code with the program.
 */
export function independentScan(holdings: readonly Holding[], rho: number, ranges: [number, number]) {
  const losses = scenariosOf(rho).map(({ z, volatility, weight }) => {
    const gain = (h: Holding): number =>
      value(h, ranges[h.underlying] * z[h.underlying], volatility) - value(h, 0, 'none');
    return -weight * sumOf(holdings, (h) => h.quantity * gain(h));
  });
  const options = holdings.filter(({ kind }) => kind === 'option');
  const short = totals(
    options,
    (h) => `${h.underlying} ${h.days} ${h.strike}`,
    (h) => -h.quantity * h.multiplier * h.level,
  );
  const step = 1e-4;
  const deltas = totals(
    holdings.filter(({ kind }) => kind !== 'spot'),
    (h) => `${h.underlying} ${h.days}`,
    (h) => (h.quantity * (value(h, step, 'none') - value(h, -step, 'none'))) / (2 * step),
  );
  const scanRisk = Math.max(0, ...losses);
  const shortOption = 0.005 * sumOf(short.values(), (amount) => Math.max(0, amount));
  const basis = sumOf(deltas, ([key, delta]) => {
    const days = key.endsWith('null') ? 0 : Number(key.split(' ')[1]);
    return Math.max(0.0005, Math.exp((0.02 * days) / 365) - 1) * Math.abs(delta);
  });
  return { scanRisk, shortOption, basis, initial: scanRisk + shortOption + basis };
}
