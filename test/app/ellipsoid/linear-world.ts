import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../../src/math/index.js';
import { factorCorrelation } from '../../scenario/ellipsoid/ellipsoid-cases.js';

/** Scan ranges of `scan` are four daily volatilities. */
const SIGMAS = 4;

/** A folder with a book of spot on n correlated underlyings, all of which may be traded at a spread. */
export interface LinearWorld {
  readonly folder: string;
  /** Figures of the model: the daily volatilities. */
  readonly figures: Readonly<Record<string, unknown>>;
  readonly correlation: Float64Array;
  readonly names: readonly string[];
  /** Money per scan range of one contract. */
  readonly exposure: readonly number[];
  readonly held: readonly number[];
  readonly halfSpread: readonly number[];
  readonly size: number;
}

/** Writes the inputs of a linear book. Levels, ranges, spreads and holdings differ by underlying and are of the seed. */
export function linearWorld(n: number, seed: number): LinearWorld {
  const random = seededRandom(seed);
  const names = Array.from({ length: n }, (_, i) => `U${String(i).padStart(2, '0')}`);
  const levels = names.map((_, i) => 50 + 10 * (i % 7));
  const daily = names.map((_, i) => 0.01 + 0.001 * (i % 9));
  const held = names.map(() => Math.round(200 * random.normal()));
  // Wide enough that not everything is worth trading away.
  const halfSpread = levels.map((level) => Number((level * (0.01 + 0.02 * random.uniform())).toFixed(4)));
  const correlation = factorCorrelation(n, seed);
  const size = 400;
  const folder = mkdtempSync(join(tmpdir(), 'margo-ellipsoid-'));
  const write = (name: string, rows: readonly (readonly (string | number)[])[]): void => {
    writeFileSync(join(folder, name), `${rows.map((row) => row.join(',')).join('\n')}\n`);
  };
  write('market.csv', [
    [
      'timestamp',
      'instrument',
      'type',
      'underlying',
      'settlement',
      'multiplier',
      'currency',
      'bid',
      'bid_size',
      'ask',
      'ask_size',
      'mark',
      'fee',
    ],
    ...names.map((name, i) => {
      const [level, half] = [levels[i]!, halfSpread[i]!];
      return [
        '2026-06-27T08:00:00Z',
        name,
        'spot',
        name,
        'linear',
        1,
        'USD',
        level - half,
        size,
        level + half,
        size,
        level,
        0,
      ];
    }),
  ]);
  write('positions.csv', [
    ['instrument', 'quantity', 'type', 'underlying', 'settlement', 'multiplier', 'currency'],
    ...names.map((name, i) => [name, held[i] === 0 ? 1 : held[i]!, 'spot', name, 'linear', 1, 'USD']),
  ]);
  const pairs = names.flatMap((a, i) => names.slice(0, i).map((b, j) => [a, b, correlation[i * n + j]!]));
  write('correlations.csv', [['a', 'b', 'correlation'], ...names.map((a) => [a, a, 1]), ...pairs]);
  const ranges = daily.map((vol) => Math.max(0.03, SIGMAS * vol));
  return {
    folder,
    figures: { dailyVol: Object.fromEntries(names.map((name, i) => [name, daily[i]!])) },
    correlation,
    names,
    exposure: levels.map((level, i) => level * ranges[i]!),
    held: held.map((quantity) => (quantity === 0 ? 1 : quantity)),
    halfSpread,
    size,
  };
}
