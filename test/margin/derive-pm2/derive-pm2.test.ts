import { describe, expect, it } from 'vitest';
import { describeFormula, evaluate, explain } from '../../../src/formula/index.js';
import { derivePm2 } from '../../../src/margin/derive-pm2/index.js';
import { netMargins } from './net-margins.js';
import { PUBLISHED_BOOKS } from './published-books.js';
import { REFERENCE } from './reference-values.js';

const book = (number: string) => PUBLISHED_BOOKS.find(({ name }) => name.startsWith(`${number}:`))!;

describe('the venue’s own figures', () => {
  it.each(PUBLISHED_BOOKS)(
    'are reproduced for $name',
    ({ lines, quantities, snapshot, changes, rescale, expected }) => {
      const scenarios = REFERENCE.scenarios.map((scenario) => rescale?.(scenario) ?? scenario);
      const requirement = derivePm2(lines, snapshot, { ...REFERENCE, scenarios, ...changes });
      const ours = netMargins(requirement, Float64Array.from(quantities));
      for (const [name, theirs] of Object.entries(expected)) {
        expect(Math.abs(ours[name]! - theirs), name).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(theirs)));
      }
    },
  );
});

describe('a perpetual, worked by hand', () => {
  // Spot 3000 of confidence 0.2, perpetual 2500 of 0.1, long one, down 600 and owing 10 of funding.
  const { snapshot } = book('31');
  const lines = [
    { kind: 'perpetual', name: 'perpetual' },
    { kind: 'cash', name: 'cash' },
  ] as const;
  const requirement = derivePm2(lines, { ...snapshot, perpetual: { price: 2500, confidence: 0.1 } }, REFERENCE);
  const quantities = Float64Array.of(1, -610);

  it('loses 18 % of its price at worst', () => {
    const ours = netMargins(requirement, quantities);
    expect(ours.worstLoss).toBeCloseTo(450, 9);
    expect(ours.maintenance).toBeCloseTo(-(450 * 0.8) - 0.015 * 3000 - 610, 9);
    expect(ours.initial).toBeCloseTo(-450 - 45 - 0.005 * 3000 - 0.9 * 3000 - 610, 9);
  });

  it('has its worst scenario named', () => {
    const tree = explain(requirement.components.worstLoss!, quantities);
    expect(tree.children.filter(({ active }) => active).map(({ name }) => name)).toEqual(['-18%, vol up']);
  });

  it('is told of by low confidence only where it is held', () => {
    const { lines: calls, snapshot: feeds } = book('58');
    const confident = {
      ...feeds,
      perpetual: { price: 2500, confidence: 0.1 },
      expiries: feeds.expiries.map((feed) => ({ ...feed, volatilityConfidence: 1 })),
    };
    const without = derivePm2(calls, confident, REFERENCE);
    const beside = derivePm2([...calls, { kind: 'perpetual', name: 'perpetual' }], confident, REFERENCE);
    expect(evaluate(without.components.oracle!, Float64Array.of(-15))).toBe(0);
    expect(evaluate(beside.components.oracle!, Float64Array.of(-15, 0))).toBeCloseTo(0.9 * 15 * 2500, 6);
  });
});

describe('the scenarios', () => {
  const { lines, snapshot } = book('25');
  const { scenarios } = derivePm2(lines, snapshot, REFERENCE);

  it('are named, with their moves and weights', () => {
    expect(scenarios).toHaveLength(31);
    expect(scenarios.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['+18%, vol up', 'skew linear', 'skew abs']),
    );
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(31);
    const tail = scenarios.find(({ name }) => name === '+300%, vol up')!;
    expect(tail).toMatchObject({ spotMove: 3, volatility: 'up' });
    expect(tail.weight).toBeCloseTo((0.2 * 0.18) / 3, 12);
  });

  it('are dampened in the tails', () => {
    const undampened = derivePm2(lines, snapshot, {
      ...REFERENCE,
      scenarios: REFERENCE.scenarios.map((scenario) => ({ ...scenario, dampening: 1 })),
    });
    const short = Float64Array.of(-1, 0, 0);
    const at = (of: typeof scenarios, name: string) => evaluate(of.find((one) => one.name === name)!.loss, short);
    expect(at(scenarios, '+300%, vol up')).toBeCloseTo(at(undampened.scenarios, '+300%, vol up') * 0.012, 6);
  });

  it('leave a perpetual alone where the spot stands still', () => {
    for (const { loss, spotMove } of scenarios.filter(({ spotMove: move }) => move === 0)) {
      expect(spotMove).toBe(0);
      expect(evaluate(loss, Float64Array.of(0, 0, 5))).toBe(0);
    }
  });
});

describe('parts of the rule', () => {
  it('the broken peg raises the factor of initial margin only', () => {
    const { lines, snapshot, quantities } = book('25');
    const stable = { ...snapshot, stablePrice: 1 };
    const broken = { ...snapshot, stablePrice: 0.9 };
    const [before, after] = [stable, broken].map((feeds) =>
      netMargins(derivePm2(lines, feeds, REFERENCE), Float64Array.from(quantities)),
    );
    expect(after!.initialLossFactor).toBeCloseTo(1 + 0.08 * 2, 12);
    expect(after!.maintenance).toBe(before!.maintenance);
    expect(before!.initial! - after!.initial!).toBeCloseTo(0.16 * after!.worstLoss!, 9);
  });

  it('the forward contingency is a candidate for the worst, not an addition', () => {
    const { lines, snapshot, quantities } = book('13');
    const heavy = derivePm2(lines, snapshot, { ...REFERENCE, basisAddFactor: 20 });
    const ours = netMargins(heavy, Float64Array.from(quantities));
    expect(ours.worstLoss).toBe(ours.forwardContingency);
    expect(ours.forwardContingency).toBeGreaterThan(15050.75);
  });

  it('in the last half hour the forward moves only as far as it is not fixed', () => {
    const { lines, snapshot } = book('13');
    const soon = [{ ...lines[0]!, secondsToExpiry: 900 }] as typeof lines;
    const feeds = {
      ...snapshot,
      expiries: snapshot.expiries.map((feed) => ({ ...feed, secondsToExpiry: 900, rate: 0 })),
    };
    const requirement = derivePm2(soon, feeds, REFERENCE);
    const up = requirement.scenarios.find(({ name }) => name === '+18%, vol none' || name === '+13.5%, vol none')!;
    // Half fixed: the forward rises by 6.75 %, and the option is as good as its intrinsic value.
    const forward = 95776.67392708939 * (0.5 + 0.5 * 1.135);
    const owed = 1.04 * Math.exp((0.08 * 900) / 31_536_000);
    expect(evaluate(up.loss, Float64Array.of(-1))).toBeCloseTo((forward - 100_000) * Math.min(1, owed), 0);
  });

  it('a given volatility goes before the curve', () => {
    const { lines, snapshot } = book('13');
    const given = [{ ...lines[0]!, volatility: 0 }] as unknown as typeof lines;
    const requirement = derivePm2(given, snapshot, REFERENCE);
    expect(evaluate(requirement.value, Float64Array.of(1))).toBe(0);
  });

  it('reads as a tree of names', () => {
    const { lines, snapshot } = book('13');
    const text = describeFormula(derivePm2(lines, snapshot, REFERENCE).initial);
    for (const name of ['initial margin', 'scenario loss', 'worst scenario', 'forward contingency']) {
      expect(text).toContain(name);
    }
  });
});
