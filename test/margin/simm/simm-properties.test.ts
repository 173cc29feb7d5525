import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketMargin } from '../../../src/margin/simm/bucket-margin.js';
import {
  type SimmBook,
  type SimmHorizon,
  type SimmNode,
  simm,
  simmComponents,
} from '../../../src/margin/simm/index.js';
import { correlationAt } from '../../../src/margin/simm/measure-layout.js';
import { SIMM_PARAMETER_SETS } from '../../../src/margin/simm/simm-parameter-sets.js';
import type { WeightedBucket } from '../../../src/margin/simm/weighted-measure.js';
import { factorOf, MIXED, termsOf } from './simm-books.js';

const USD = fc.oneof(fc.constant(0), fc.integer({ min: -1e9, max: 1e9 }));
const NET = fc.array(USD, { minLength: MIXED.length, maxLength: MIXED.length });
const CHOICE = fc.tuple(
  fc.constantFrom(...SIMM_PARAMETER_SETS.map(({ version }) => version)),
  fc.constantFrom<SimmHorizon>('tenDay', 'oneDay'),
);

const book = (net: readonly number[], factors = MIXED.map(factorOf)): SimmBook => ({
  factors,
  net: Float64Array.from(net),
  addOns: [],
});

const isDelta = MIXED.map((text) => !/Vol/.test(text));

function nodes(node: SimmNode): readonly SimmNode[] {
  return [node, ...node.children.flatMap(nodes)];
}

describe('SIMM', () => {
  it('is a finite amount not below zero, in every line of its breakdown', () => {
    fc.assert(
      fc.property(NET, CHOICE, (net, choice) => {
        const terms = termsOf(...choice);
        for (const { amount } of nodes(simm(book(net), terms))) expect(amount).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(simm(book(net), terms).amount)).toBe(true);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('does not depend on the order of factors, nor on how one is split into rows', () => {
    fc.assert(
      fc.property(NET, CHOICE, fc.double({ min: -2, max: 2, noNaN: true }), (net, choice, part) => {
        const terms = termsOf(...choice);
        const whole = simm(book(net), terms).amount;
        const factors = MIXED.map(factorOf);
        const split = [...net.map((usd) => usd * part), ...net.map((usd) => usd * (1 - part))].reverse();
        const again = simm(book(split, [...factors, ...factors].reverse()), terms).amount;
        // Splitting rounds: what nets to nothing exactly may leave the rounding of its parts.
        expect(Math.abs(again - whole)).toBeLessThanOrEqual(1e-6 * whole + 1);
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it('has the same delta and vega on both sides, and its own curvature', () => {
    fc.assert(
      fc.property(NET, CHOICE, (net, choice) => {
        const terms = termsOf(...choice);
        const [call, post] = [net, net.map((usd) => -usd)].map((side) =>
          simmComponents(simm(book(side), terms), terms.values),
        );
        for (const measure of ['Delta', 'Vega', 'BaseCorr']) {
          const place = `All/All/${measure}/All`;
          const figure = call?.get(place) ?? 0;
          expect(Math.abs((post?.get(place) ?? 0) - figure)).toBeLessThanOrEqual(1e-9 * figure);
        }
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it('grows with a book of deltas in proportion over one day', () => {
    const terms = termsOf('2.7', 'oneDay');
    fc.assert(
      fc.property(NET, fc.integer({ min: 2, max: 20 }), (all, times) => {
        const net = all.map((usd, k) => (isDelta[k] ? usd : 0));
        const single = simm(book(net), terms).amount;
        const larger = simm(book(net.map((usd) => usd * times)), terms).amount;
        expect(Math.abs(larger - times * single)).toBeLessThanOrEqual(1e-9 * larger);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('grows faster than a position beyond its threshold over ten days, with its power of 3/2', () => {
    const single = (usd: number) => simm(book([usd], [factorOf('Equity,Risk_Equity,A,1')]), termsOf('2.7')).amount;
    expect(single(4e9) / single(1e9)).toBeCloseTo(8, 9);
    expect(single(4) / single(1)).toBeCloseTo(4, 9);
  });

  it('adds up product classes, and measures in a risk class', () => {
    fc.assert(
      fc.property(NET, CHOICE, (net, choice) => {
        const terms = termsOf(...choice);
        const total = simm(book(net), terms);
        const added = (node: SimmNode) => node.children.reduce((sum, child) => sum + child.amount, 0);
        expect(total.amount).toBeCloseTo(added(total), 2);
        for (const node of nodes(total)) if (node.level === 'riskClass') expect(node.amount).toBe(added(node));
        for (const product of total.children) expect(product.amount).toBeLessThanOrEqual(added(product) * (1 + 1e-12));
      }),
      { numRuns: 40, seed: 5 },
    );
  });
});

describe('the margin of a bucket', () => {
  const AMOUNT = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const FACTOR = fc.record({
    amount: AMOUNT,
    concentration: fc.constantFrom(1, 1, 1, 1.5, 2, 7.25),
    group: fc.integer({ min: 0, max: 3 }),
  });

  it('by running sums is the sum over all pairs', () => {
    fc.assert(
      fc.property(fc.array(FACTOR, { maxLength: 12 }), fc.boolean(), (factors, isGrouped) => {
        const bucket = bucketOf(factors, isGrouped);
        const { weighted, concentration, layout } = bucket;
        let squares = 0;
        for (const [k, a] of weighted.entries()) {
          for (const [l, b] of weighted.entries()) {
            const [x, y] = [concentration[k]!, concentration[l]!];
            const rho = k === l ? 1 : correlationAt(layout.correlation, k, l);
            squares += rho * a * b * (Math.min(x, y) / Math.max(x, y));
          }
        }
        const gross = weighted.reduce((sum, amount) => sum + Math.abs(amount), 0);
        const { margin, common, sum } = bucketMargin(bucket);
        expect(Math.abs(margin ** 2 - Math.max(0, squares))).toBeLessThanOrEqual(1e-12 * gross ** 2 + 1e-12);
        expect(sum).toBeCloseTo(
          weighted.reduce((total, amount) => total + amount, 0),
          6,
        );
        expect(Math.abs(common)).toBeLessThanOrEqual(margin);
      }),
      { numRuns: 300, seed: 9 },
    );
  });

  function bucketOf(
    factors: readonly { readonly amount: number; readonly concentration: number; readonly group: number }[],
    isGrouped: boolean,
  ): WeightedBucket {
    const weighted = Float64Array.from(factors, ({ amount }) => amount);
    const groupOf = isGrouped ? Int32Array.from(factors, ({ group }) => group) : null;
    const empty = {
      sumOf: new Int32Array(0),
      crif: new Int32Array(0),
      weights: new Float64Array(0),
      size: weighted.length,
    };
    return {
      weighted,
      concentration: Float64Array.from(factors, ({ concentration }) => concentration),
      layout: {
        name: '1',
        sums: empty,
        nameOf: new Int32Array(weighted.length),
        isExempt: new Uint8Array(weighted.length),
        samples: [],
        correlation: { kind: 'groups', same: 0.9, different: 0.4, groupOf },
      },
    };
  }
});
