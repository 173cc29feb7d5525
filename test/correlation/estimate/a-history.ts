import type { PriceHistory } from '../../../src/domain/index.js';
import { seededRandom } from '../../../src/math/seeded-random.js';

export const BLANK = Number.NaN;

/** Prices on successive days from 2024-01-01. */
export function aHistory(series: Readonly<Record<string, readonly number[]>>): PriceHistory {
  const days = Object.values(series)[0]?.length ?? 0;
  const dates = Array.from({ length: days }, (_, t) => new Date(Date.UTC(2024, 0, 1 + t)).toISOString().slice(0, 10));
  return { dates, series: new Map(Object.entries(series).map(([name, prices]) => [name, Float64Array.from(prices)])) };
}

/** Columns that share one factor; of each, a part of the prices is blank. */
export function raggedHistory(columns: number, days: number, blanks: number, seed = 1): PriceHistory {
  const random = seededRandom(seed);
  const levels = new Array<number>(columns).fill(100);
  const series: number[][] = levels.map(() => []);
  for (let t = 0; t < days; t++) {
    const factor = random.normal();
    levels.forEach((level, i) => {
      // Prices in whole cents, of which some repeat: returns tie at 0.
      const next = Math.max(0.05, Math.round(level * Math.exp(0.01 * (factor + random.normal())) * 100) / 100);
      levels[i] = random.uniform() < 0.1 ? level : next;
      series[i]!.push(random.uniform() < blanks ? BLANK : levels[i]!);
    });
  }
  return aHistory(Object.fromEntries(series.map((prices, i) => [`U${i}`, prices])));
}

/** Independent standard normal returns, scaled. */
export function noise(count: number, seed: number, scale = 0.01): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => scale * random.normal());
}
