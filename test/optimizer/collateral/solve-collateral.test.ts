import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/math/index.js';
import type { CollateralFound, CollateralProblem, PostableAsset, Solver } from '../../../src/optimizer/index.js';
import { loadSolver, solveCollateral } from '../../../src/optimizer/index.js';

const OPTIONS = { timeLimit: Infinity, relativeGap: 0, seed: 0, start: null, signal: null };

let highs: Solver;
let js: Solver;
beforeAll(async () => {
  [highs, js] = [await loadSolver('highs'), await loadSolver('js')];
});

async function found(problem: CollateralProblem, solver: Solver = highs): Promise<CollateralFound> {
  const outcome = await solveCollateral(problem, solver, OPTIONS);
  if (outcome.status === 'failed') throw new Error(outcome.detail);
  return outcome;
}

/** Cost a year and counted value by venue, from the postings alone. */
function weighed(problem: CollateralProblem, postings: CollateralFound['postings']) {
  const counted = problem.venues.map(() => 0);
  let cost = 0;
  for (const { asset, venue, amount } of postings) {
    const { price, terms } = problem.assets[asset]!;
    const { haircut, fundingCost } = terms.find((one) => one.venue === venue)!;
    counted[venue]! += amount * price * (1 - haircut);
    cost += amount * price * fundingCost;
  }
  return { cost, counted };
}

interface Shape {
  readonly venues: number;
  readonly assets: number;
  readonly lots: boolean;
}

/** A seeded problem; with lots no asset has more than three of them. */
function randomProblem(seed: number, { venues, assets, lots }: Shape): CollateralProblem {
  const draws = seededRandom(seed);
  const random = () => draws.uniform();
  const between = (low: number, high: number) => low + (high - low) * random();
  const asset = (a: number): PostableAsset => {
    const lot = lots ? Math.ceil(between(0, 5)) : null;
    const amount = lot === null ? between(10, 100) : lot * Math.floor(between(1, 3.99));
    return {
      asset: `A${a}`,
      amount,
      price: between(0.5, 20),
      lot,
      minimum: lot !== null && random() < 0.3 ? 2 * lot : null,
      terms: Array.from({ length: venues }, (_, venue) => ({
        venue,
        haircut: between(0, 0.5),
        mostCounted: random() < 0.3 ? between(20, 200) : Infinity,
        fundingCost: between(0, 0.1),
      })).filter(() => random() < 0.85),
    };
  };
  const list = Array.from({ length: assets }, (_, a) => asset(a));
  const worth = list.reduce((sum, { amount, price }) => sum + amount * price, 0);
  return {
    venues: Array.from({ length: venues }, (_, v) => ({
      venue: `V${v}`,
      requirement: (worth / venues) * between(0.1, 0.8),
    })),
    assets: list,
  };
}

/** Least missing, then least cost, over every way of posting whole lots. */
function enumerated(problem: CollateralProblem): { missing: number; cost: number } {
  const slots = problem.assets.flatMap((asset, a) => asset.terms.map((terms) => ({ asset, a, terms })));
  const counted = problem.venues.map(() => 0);
  const left = problem.assets.map(({ amount }) => amount);
  let best = { missing: Infinity, cost: Infinity };
  const visit = (k: number, cost: number): void => {
    if (k === slots.length) {
      const missing = problem.venues.reduce(
        (sum, { requirement }, v) => sum + Math.max(0, requirement - counted[v]!),
        0,
      );
      const none = missing < 1e-9 ? 0 : missing;
      if (none < best.missing - 1e-9 || (none <= best.missing + 1e-9 && cost < best.cost))
        best = { missing: none, cost };
      return;
    }
    const { asset, a, terms } = slots[k]!;
    for (let units = 0; units <= left[a]! + 1e-9; units += asset.lot!) {
      const value = units * asset.price;
      const counts = value * (1 - terms.haircut);
      if (counts > terms.mostCounted + 1e-9) break;
      if (units > 0 && asset.minimum !== null && units < asset.minimum) continue;
      left[a]! -= units;
      counted[terms.venue]! += counts;
      visit(k + 1, cost + value * terms.fundingCost);
      left[a]! += units;
      counted[terms.venue]! -= counts;
    }
  };
  visit(0, 0);
  return best;
}

describe('postings in any size', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('are those of the other engine, seed %i', async (seed) => {
    const problem = randomProblem(seed, { venues: 1 + (seed % 3), assets: 2 + (seed % 5), lots: false });
    const [ours, theirs] = [await found(problem), await found(problem, js)];
    expect(ours.status).toBe(theirs.status);
    const [a, b] = [weighed(problem, ours.postings), weighed(problem, theirs.postings)];
    expect(a.cost).toBeCloseTo(b.cost, 5);
    const missing = ours.missing.reduce((sum, one) => sum + one, 0);
    expect(missing).toBeCloseTo(
      theirs.missing.reduce((sum, one) => sum + one, 0),
      5,
    );
    expect(ours.status === 'short').toBe(missing > 0);
    problem.venues.forEach(({ requirement }, v) => {
      expect(a.counted[v]! + ours.missing[v]!).toBeGreaterThanOrEqual(requirement * (1 - 1e-7));
    });
    problem.assets.forEach(({ amount }, k) => {
      const used = ours.postings.filter(({ asset }) => asset === k).reduce((sum, one) => sum + one.amount, 0);
      expect(used).toBeLessThanOrEqual(amount * (1 + 1e-9));
    });
    expect(ours.boundIsDual).toBe(true);
    expect(ours.bound).toBeLessThanOrEqual(a.cost + 1e-9);
    expect(ours.bound).toBeGreaterThan(a.cost - 1e-6 * Math.max(1, a.cost));
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'of one venue are the cheapest first, seed %i',
    async (seed) => {
      const problem = randomProblem(1000 + seed, { venues: 1, assets: 6, lots: false });
      const { postings, status } = await found(problem);
      // Per unit that counts an asset costs funding / (1 - haircut): fill in that order.
      let left = problem.venues[0]!.requirement;
      let cost = 0;
      const byPrice = problem.assets
        .flatMap(({ amount, price, terms }) => terms.map((one) => ({ ...one, value: amount * price })))
        .sort((x, y) => x.fundingCost / (1 - x.haircut) - y.fundingCost / (1 - y.haircut));
      for (const { haircut, value, mostCounted, fundingCost } of byPrice) {
        const counts = Math.min(left, value * (1 - haircut), mostCounted);
        left -= counts;
        cost += (counts / (1 - haircut)) * fundingCost;
      }
      expect(status).toBe(left > 1e-6 ? 'short' : 'optimal');
      expect(weighed(problem, postings).cost).toBeCloseTo(cost, 5);
    },
  );

  it('tell what a unit more of a requirement costs, and of an asset saves', async () => {
    const problem = randomProblem(7, { venues: 2, assets: 5, lots: false });
    const base = await found(problem);
    const cost = weighed(problem, base.postings).cost;
    const costOf = async (changed: CollateralProblem) => weighed(changed, (await found(changed)).postings).cost;
    const step = 1e-3;
    for (const v of [0, 1]) {
      const venues = problem.venues.map((one, k) => (k === v ? { ...one, requirement: one.requirement + step } : one));
      expect(((await costOf({ ...problem, venues })) - cost) / step).toBeCloseTo(base.venueWorth![v]!, 5);
    }
    for (const a of problem.assets.keys()) {
      const assets = problem.assets.map((one, k) => (k === a ? { ...one, amount: one.amount + step } : one));
      expect((cost - (await costOf({ ...problem, assets }))) / step).toBeCloseTo(base.assetWorth![a]!, 5);
    }
    expect(base.assetWorth!.some((worth) => worth > 0)).toBe(true);
  });
});

describe('postings in lots and with smallest sizes', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed))('are the best of all there are, seed %i', async (seed) => {
    const problem = randomProblem(seed, { venues: 2, assets: 3, lots: true });
    const best = enumerated(problem);
    const { status, postings, missing, boundIsDual, venueWorth } = await found(problem);
    expect(status).toBe(best.missing > 0 ? 'short' : 'optimal');
    expect(missing.reduce((sum, one) => sum + one, 0)).toBeCloseTo(best.missing, 6);
    expect(weighed(problem, postings).cost).toBeCloseTo(best.cost, 6);
    expect([boundIsDual, venueWorth]).toEqual([false, null]);
    for (const { asset, amount } of postings) {
      const { lot, minimum } = problem.assets[asset]!;
      expect(amount / lot!).toBeCloseTo(Math.round(amount / lot!), 9);
      expect(amount).toBeGreaterThanOrEqual(minimum ?? 0);
    }
  });
});

describe('solveCollateral', () => {
  it('posts what earns more at the venue than elsewhere, also beyond the requirement', async () => {
    const terms = [{ venue: 0, haircut: 0, mostCounted: Infinity, fundingCost: -0.01 }];
    const asset = { asset: 'USDe', amount: 50, price: 1, lot: null, minimum: null, terms };
    const { postings } = await found({ venues: [{ venue: 'V', requirement: 10 }], assets: [asset] });
    expect(postings).toEqual([{ asset: 0, venue: 0, amount: 50 }]);
  });

  it('of no assets is short of everything', async () => {
    const { status, missing, postings } = await found({ venues: [{ venue: 'V', requirement: 10 }], assets: [] });
    expect([status, [...missing], postings]).toEqual(['short', [10], []]);
  });

  it('of no requirement posts nothing', async () => {
    const problem = randomProblem(3, { venues: 1, assets: 3, lots: false });
    const none = { ...problem, venues: [{ venue: 'V', requirement: 0 }] };
    expect(await found(none)).toMatchObject({ status: 'optimal', postings: [] });
  });

  it('says so when its time is over before it has begun', async () => {
    const problem = randomProblem(3, { venues: 2, assets: 3, lots: true });
    const outcome = await solveCollateral(problem, highs, { ...OPTIONS, timeLimit: 0 });
    expect(['failed', 'stopped', 'optimal', 'short']).toContain(outcome.status);
    if (outcome.status === 'failed') expect(outcome.cause).toBe('time');
  });
});
