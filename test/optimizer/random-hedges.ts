import {
  absolute,
  constant,
  denseAffine,
  type Formula,
  max,
  positivePart,
  scale,
  sum,
} from '../../src/formula/index.js';
import type { Candidate } from '../../src/optimizer/candidate.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import type { ResolvedLimit } from '../../src/optimizer/limits/index.js';
import { aBookLimit, aCandidate, aLevel, aLimit } from './hedge-cases.js';
import { seededRandom } from './solver/seeded-random.js';

export interface HedgeSize {
  readonly candidates: number;
  readonly scenarios: number;
  readonly limits: number;
  /** Contracts of a lot, and lots on each side; null for any size up to 20 contracts. */
  readonly lots: { readonly lot: number; readonly most: number } | null;
  /** Price levels a side, each dearer than the one before; 1 unless given. */
  readonly levels?: number;
}

/**
 * A small hedge problem in the shape of the house model: the worst of weighted scenarios, a charge on short options and one
 * on delta, over held lines and candidates that partly are the same; limits on linear figures, costs and turnover. About
 * one in five is infeasible.
 */
export function randomHedge(seed: number, size: HedgeSize): HedgeProblem {
  const random = seededRandom(seed);
  const number = (scale: number): number => (random() * 2 - 1) * scale;
  const lines = size.candidates + 2;
  const vector = (scale: number) => Float64Array.from({ length: lines }, () => number(scale));
  const present = Float64Array.from({ length: lines }, (_, j) => (j % 2 === 0 ? Math.round(number(20)) : 0));
  const candidates = Array.from({ length: size.candidates }, (_, j) => randomCandidate(j, random, size));
  return {
    present,
    candidates,
    limits: randomLimits(random, lines, size.limits, present, vector),
    margin: randomMargin(random, lines, size.scenarios, vector),
    marginWeight: random() < 0.7 ? 1 : 0.1,
    wholeLots: size.lots !== null,
  };
}

function randomCandidate(line: number, random: () => number, { lots, levels = 1 }: HedgeSize): Candidate {
  const size = () => (lots === null ? Math.ceil(random() * 20) : lots.lot * Math.ceil(random() * lots.most));
  const side = () => {
    if (random() < 0.15) return [];
    const ladder = [
      aLevel({ size: size(), unitSpread: random() < 0.2 ? 0 : random() * 4, unitFee: random() < 0.5 ? 0 : 0.5 }),
    ];
    while (ladder.length < levels) {
      const before = ladder.at(-1)!;
      const unitDepth = before.unitDepth + 0.2 + random() * 3;
      const unitSpread = ladder[0]!.unitSpread + unitDepth;
      ladder.push(aLevel({ ...before, price: ladder.length + 1, size: size(), unitSpread, unitDepth }));
    }
    return ladder;
  };
  return aCandidate(line, { asks: side(), bids: side(), lot: lots?.lot ?? null, notional: 10 + random() * 90 });
}

function randomMargin(
  random: () => number,
  lines: number,
  scenarios: number,
  vector: (scale: number) => Float64Array,
): Formula {
  const losses = Array.from({ length: scenarios }, (_, s) => {
    const loss = denseAffine(`scenario ${s}`, vector(10));
    return s % 4 === 3 ? scale(loss.name, 0.33, loss) : loss;
  });
  const short = Array.from({ length: 3 }, (_, k) => positivePart(`strike ${k}`, denseAffine('net short', vector(2))));
  const basis = scale(
    'basis',
    0.2,
    absolute('delta', denseAffine('delta', Float64Array.from({ length: lines }, random))),
  );
  return sum('initial margin', [max('scan risk', [...losses, constant('no loss', 0)]), sum('short', short), basis]);
}

function randomLimits(
  random: () => number,
  lines: number,
  count: number,
  present: Float64Array,
  vector: (scale: number) => Float64Array,
): ResolvedLimit[] {
  const limits = Array.from({ length: count }, (_, k) => {
    const node = denseAffine(`figure ${k}`, vector(1));
    const before = node.coefficients.reduce((total, c, j) => total + c * present[j]!, 0);
    // Now and then far from the present figure, so that some problems have no answer.
    const middle = random() < 0.2 ? before + 60 : before;
    const room = 1 + random() * 10;
    return aBookLimit(node, { min: middle - room, max: middle + room, before });
  });
  const all = new Uint8Array(lines).fill(1);
  if (random() < 0.4)
    limits.push(aLimit({ kind: 'trades', amount: 'cost', lines: all }, { kind: 'cost', max: random() * 60 }));
  if (random() < 0.3) {
    limits.push(aLimit({ kind: 'trades', amount: 'notional', lines: all }, { kind: 'turnover', max: random() * 2000 }));
  }
  return limits;
}
