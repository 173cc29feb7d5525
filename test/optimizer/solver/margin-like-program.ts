import type { LinearProgram } from '../../../src/optimizer/solver/linear-program.js';
import { ProgramBuilder } from '../../../src/optimizer/solver/program-builder.js';
import { seededRandom } from './seeded-random.js';

export const FAMILIES = [
  'plain',
  'many scenarios',
  'duplicates',
  'infeasible',
  'tight limits',
  'tight budget',
  'zero cost',
  'large cost',
] as const;
export type Family = (typeof FAMILIES)[number];

interface Candidate {
  readonly payoff: readonly number[];
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly price: number;
  readonly spread: number;
  readonly size: number;
}

/**
 * A seeded program of the optimizer's shape, badly scaled on purpose (prices of 1e5, gammas of 1e-6): buy and sell
 * columns per candidate, one margin column above every scenario's loss, greek limits around the present book, a budget.
 */
export function marginLikeProgram(seed: number, family: Family, integer = false, candidateCount = 0): LinearProgram {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const drawn = 4 + Math.floor(random() * 14);
  const count = candidateCount || drawn;
  const scenarios = family === 'many scenarios' ? 60 : 8 + Math.floor(random() * 20);
  const spot = random() < 0.5 ? between(2e4, 1e5) : between(50, 500);
  const moves = Array.from({ length: scenarios }, () => between(-0.25, 0.25));
  const candidates = Array.from({ length: count }, () => optionLike(random, spot, moves));
  if (family === 'duplicates') candidates.push(...candidates.slice(0, Math.ceil(count / 2)));
  const book = candidates.map(() => Math.round(between(-10, 4)));
  const held = (of: (c: Candidate) => number) => candidates.reduce((sum, c, k) => sum + book[k]! * of(c), 0);

  const builder = new ProgramBuilder();
  const margin = builder.addColumn({ name: 'margin', lower: seed % 3 ? 0 : -Infinity, upper: Infinity, cost: 1 });
  const costFactor = family === 'zero cost' ? 0 : family === 'large cost' ? 100 : 1;
  const trades = candidates.map((c, k) => {
    const cost = costFactor * c.spread;
    const common = { lower: 0, upper: c.size, cost, integer };
    return [builder.addColumn({ name: `buy ${k}`, ...common }), builder.addColumn({ name: `sell ${k}`, ...common })];
  });
  const columns = trades.flat();
  const bothWays = (of: (c: Candidate) => number) => candidates.flatMap((c) => [of(c), -of(c)]);
  for (let s = 0; s < scenarios; s++) {
    const values = [1, ...bothWays((c) => c.payoff[s]!)];
    const lower = -held((c) => c.payoff[s]!);
    builder.addRow({ name: `scenario ${s}`, lower, upper: Infinity, indices: [margin, ...columns], values });
  }
  const slack = family === 'tight limits' ? 0.01 : 0.2;
  for (const greek of ['delta', 'gamma', 'vega'] as const) {
    const size = candidates.reduce((sum, c, k) => sum + Math.abs(book[k]! * c[greek]), 0) * slack;
    const centre = held((c) => c[greek]) * (random() < 0.5 ? 1 : 0.9);
    const limits = { lower: -size - centre * 0.1, upper: size - centre * 0.1 };
    builder.addRow({ name: greek, ...limits, indices: columns, values: bothWays((c) => c[greek]) });
  }
  const premium = candidates.flatMap((c) => [c.price + c.spread, c.spread - c.price]);
  const budget = spot * (family === 'tight budget' ? 1e-4 : 1);
  builder.addRow({ name: 'budget', lower: -Infinity, upper: budget, indices: columns, values: premium });
  if (family === 'infeasible') {
    const needed = candidates.reduce((sum, c) => sum + c.vega * c.size, 0) * between(1.01, 3);
    builder.addRow({
      name: 'vega at least',
      lower: needed,
      upper: Infinity,
      indices: columns,
      values: bothWays((c) => c.vega),
    });
  }
  return builder.build();
}

/** An option-like candidate: a smooth payoff over the moves with its curvature, greeks of the usual sizes. */
function optionLike(random: () => number, spot: number, moves: readonly number[]): Candidate {
  const strike = spot * (0.7 + 0.6 * random());
  const width = spot * (0.02 + 0.1 * random());
  const isCall = random() < 0.5;
  const value = (at: number) => {
    const distance = (isCall ? at - strike : strike - at) / width;
    return width * Math.log1p(Math.exp(Math.min(distance, 40)));
  };
  const step = spot * 1e-3;
  const price = value(spot);
  return {
    payoff: moves.map((move) => value(spot * (1 + move)) - price),
    delta: (value(spot + step) - value(spot - step)) / (2 * step),
    gamma: (value(spot + step) - 2 * price + value(spot - step)) / step ** 2,
    vega: spot * 1e-4 * Math.exp(-(((spot - strike) / (4 * width)) ** 2)),
    price,
    spread: price * 0.02 + spot * 1e-5,
    size: 1 + Math.floor(random() * 20),
  };
}
