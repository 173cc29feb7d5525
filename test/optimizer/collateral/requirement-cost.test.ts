import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/math/index.js';
import {
  type CollateralProblem,
  loadSolver,
  type PostableAsset,
  type PostingTerms,
  type RequirementCost,
  requirementCost,
  type Solver,
  solveCollateral,
} from '../../../src/optimizer/index.js';

const OPTIONS = { timeLimit: Infinity, relativeGap: 0, seed: 0, start: null, signal: null };

let highs: Solver;
let js: Solver;
beforeAll(async () => {
  [highs, js] = [await loadSolver('highs'), await loadSolver('js')];
});

function asset(name: string, amount: number, terms: Partial<PostingTerms>[], price = 1): PostableAsset {
  const whole = terms.map((one) => ({ venue: 0, haircut: 0, mostCounted: Infinity, fundingCost: 0, ...one }));
  return { asset: name, amount, price, lot: null, minimum: null, terms: whole };
}

async function curveOf(problem: CollateralProblem, solver: Solver = highs, at = 0): Promise<RequirementCost> {
  const outcome = await requirementCost(problem, at, solver, OPTIONS);
  if (outcome.status !== 'found') throw new Error(outcome.status);
  return outcome.cost;
}

function costAt({ pieces }: RequirementCost, requirement: number): number {
  return Math.max(...pieces.map(({ slope, constant }) => slope * requirement + constant));
}

const ONE = [{ venue: 'A', requirement: 0 }];

describe('the cost of a requirement', () => {
  it('goes through the assets, the cheapest counted value first', async () => {
    // A dollar counted costs 1 % / 0.9 of the coin, 4 % of dollars; the coin is 200 x 10 x 0.9 = 1,800 at most, capped at 900.
    const coin = asset('coin', 200, [{ haircut: 0.1, mostCounted: 900, fundingCost: 0.01 }], 10);
    const dollars = asset('USD', 1000, [{ fundingCost: 0.04 }]);
    for (const solver of [highs, js]) {
      const { capacity, pieces, postingsAt } = await curveOf({ venues: ONE, assets: [dollars, coin] }, solver);
      expect(capacity).toBeCloseTo(1900, 6);
      expect(pieces.map(({ from, to }) => [from, to])).toEqual([
        [0, expect.closeTo(900, 5)],
        [expect.closeTo(900, 5), capacity],
      ]);
      expect(pieces[0]!.slope).toBeCloseTo(0.01 / 0.9, 9);
      expect(pieces[1]!.slope).toBeCloseTo(0.04, 9);
      // 900 counted of the coin is 1,000 of value, which is 100 coins; the rest of 1,000 is 100 dollars.
      const postings = postingsAt(1000);
      expect(postings.map((one) => one.asset)).toEqual([0, 1]);
      expect(postings[0]!.amount).toBeCloseTo(100, 4);
      expect(postings[1]!.amount).toBeCloseTo(100, 4);
    }
  });

  it('moves a cap that is a part of the requirement along with it', async () => {
    // Half of whatever is asked for in the cheap one: (1 % + 3 %) / 2 a unit, until 100 of it are used at 200.
    const cheap = asset('cheap', 100, [{ mostCounted: 0, shareCounted: 0.5, fundingCost: 0.01 }]);
    const dear = asset('dear', 1000, [{ fundingCost: 0.03 }]);
    const { capacity, pieces } = await curveOf({ venues: ONE, assets: [cheap, dear] });
    expect(capacity).toBeCloseTo(1100, 5);
    expect(pieces.map(({ slope }) => slope)).toEqual([expect.closeTo(0.02, 9), expect.closeTo(0.03, 9)]);
    expect(pieces[0]!.to).toBeCloseTo(200, 4);
  });

  it('leaves other venues what only they can use', async () => {
    // B takes the coin alone and needs 60 of the 100; A would like all of it.
    const coin = asset('coin', 100, [{ fundingCost: 0.01 }, { venue: 1, fundingCost: 0.01 }]);
    const dollars = asset('USD', 50, [{ fundingCost: 0.05 }]);
    const venues = [...ONE, { venue: 'B', requirement: 60 }];
    const { capacity, pieces } = await curveOf({ venues, assets: [coin, dollars] });
    expect(capacity).toBeCloseTo(90, 6);
    expect(pieces[0]).toMatchObject({ from: 0, slope: expect.closeTo(0.01, 9), constant: 0 });
    expect(pieces[0]!.to).toBeCloseTo(40, 5);
    const more = { venues: [...ONE, { venue: 'B', requirement: 101 }], assets: [coin, dollars] };
    expect(await requirementCost(more, 0, highs, OPTIONS)).toEqual({ status: 'short' });
  });

  it('is nothing where nothing is eligible', async () => {
    const curve = await curveOf({ venues: ONE, assets: [asset('coin', 5, [])] });
    expect([curve.capacity, curve.pieces, curve.postingsAt(0)]).toEqual([0, [], []]);
  });

  it('is refused where it falls', async () => {
    const earning = asset('earning', 100, [{ mostCounted: 0, shareCounted: 0.5, fundingCost: -0.05 }]);
    const plain = asset('plain', 100, [{ fundingCost: 0.01 }]);
    const outcome = await requirementCost({ venues: ONE, assets: [earning, plain] }, 0, highs, OPTIONS);
    expect(outcome).toEqual({ status: 'falling' });
  });
});

/** Two venues, four assets, a share of the requirement as cap now and then. */
function randomProblem(seed: number): CollateralProblem {
  const draws = seededRandom(seed);
  const between = (low: number, high: number) => low + (high - low) * draws.uniform();
  const terms = (venue: number): PostingTerms => {
    const kind = draws.uniform();
    const common = { venue, haircut: between(0, 0.4), fundingCost: between(0.001, 0.1) };
    if (venue === 0 && kind < 0.3) return { ...common, mostCounted: 0, shareCounted: between(0.1, 0.6) };
    return { ...common, mostCounted: kind < 0.6 ? between(50, 400) : Infinity };
  };
  const assets = Array.from({ length: 4 }, (_, a) => ({
    ...asset(`A${a}`, between(10, 60), [], between(1, 20)),
    terms: [0, 1].filter(() => draws.uniform() < 0.9).map(terms),
  }));
  return {
    venues: [
      { venue: 'V0', requirement: 0 },
      { venue: 'V1', requirement: between(0, 60) },
    ],
    assets,
  };
}

/** The same problem where the first venue asks for so much, as the collateral command poses it. */
function asking(problem: CollateralProblem, requirement: number): CollateralProblem {
  return {
    venues: problem.venues.map((one, v) => (v === 0 ? { ...one, requirement } : one)),
    assets: problem.assets.map((one) => ({
      ...one,
      terms: one.terms.map((terms) => ({
        ...terms,
        mostCounted: terms.shareCounted === undefined ? terms.mostCounted : terms.shareCounted * requirement,
      })),
    })),
  };
}

async function leastCost(problem: CollateralProblem): Promise<number | null> {
  const outcome = await solveCollateral(problem, js, OPTIONS);
  if (outcome.status === 'failed') throw new Error(outcome.detail);
  if (outcome.status === 'short') return null;
  return outcome.postings.reduce((sum, { asset: a, venue, amount }) => {
    const { price, terms } = problem.assets[a]!;
    return sum + amount * price * terms.find((one) => one.venue === venue)!.fundingCost;
  }, 0);
}

describe('every piece', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))('agrees with separate solves of problem %i', async (seed) => {
    const problem = randomProblem(seed);
    const atNothing = await leastCost(asking(problem, 0));
    if (atNothing === null) {
      expect(await requirementCost(problem, 0, highs, OPTIONS)).toEqual({ status: 'short' });
      return;
    }
    const [curve, other] = [await curveOf(problem), await curveOf(problem, js)];
    expect(Math.abs(other.capacity - curve.capacity)).toBeLessThanOrEqual(1e-6 * curve.capacity);
    for (const [k, { slope }] of curve.pieces.entries()) {
      if (k > 0) expect(slope).toBeGreaterThan(curve.pieces[k - 1]!.slope);
    }
    for (const share of [0, 0.1, 0.35, 0.6, 0.85, 0.999]) {
      const requirement = share * curve.capacity;
      const cost = (await leastCost(asking(problem, requirement)))! - atNothing;
      expect(Math.max(0, costAt(curve, requirement))).toBeCloseTo(cost, 4);
      expect(Math.max(0, costAt(other, requirement))).toBeCloseTo(cost, 4);
      const counted = curve.postingsAt(requirement).reduce((sum, { asset: a, amount }) => {
        const { price, terms } = problem.assets[a]!;
        return sum + amount * price * (1 - terms.find(({ venue }) => venue === 0)!.haircut);
      }, 0);
      expect(counted).toBeGreaterThanOrEqual(requirement * (1 - 1e-6));
    }
    expect(await leastCost(asking(problem, 1.001 * curve.capacity + 0.01))).toBeNull();
  });
});
