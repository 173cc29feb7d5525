import { describe, expect, it } from 'vitest';
import { findModel } from '../../../src/margin/index.js';
import { AS_OF, future, index, inverse, option, perpetual, quote, spot } from '../../scenario/sample-market.js';
import { amounts, inputsOf, requirementBy, type Setting } from './a-requirement.js';

const MODELS = ['derive-pm2', 'derive-pm1', 'derive-srm'] as const;
const REFERENCE = { set: 'derive-pm2-reference-2026-01-21' };
const iv = (volatility: number) => ({ iv: volatility, underlyingPrice: 60_000 });

describe('derive-pm2 on a book of a market file', () => {
  it('is the reference case of one perpetual with unsure prices, value -610 apart: net initial -3820, net maintenance -1015', () => {
    const setting: Setting = {
      asOf: AS_OF,
      quotes: [
        { ...index('ETH', 3000), confidence: 0.2 },
        { ...perpetual('ETH', 2500), confidence: 0.1 },
      ],
    };
    const found = amounts(requirementBy('derive-pm2', setting, REFERENCE), [1]);
    expect(-610 - found.initial).toBeCloseTo(-3820, 8);
    expect(-610 - found.maintenance).toBeCloseTo(-1015, 8);
    expect(found.component('worstLoss')).toBeCloseTo(450, 8);
    expect(found.pnl['-18%, vol up']).toBeCloseTo(-450, 8);
  });

  it('takes spot as risk-cancelling collateral over the stable coin, with haircuts of 2 % and 1 % (reference case of two short calls)', () => {
    const setting: Setting = {
      asOf: AS_OF,
      quotes: [
        index('BTC', 95_663.506),
        index('USDC', 1.00019),
        spot('BTC', 95_663.506),
        option('BTC', 9, 100_000, 'C', { iv: 0.5, underlyingPrice: 95_700 }),
      ],
    };
    const found = amounts(requirementBy('derive-pm2', setting, REFERENCE), [1, -2]);
    expect(found.component('collateralMaintenance')).toBeCloseTo(1912.90497352, 2);
    expect(found.component('collateralInitial')).toBeCloseTo(956.45248676, 2);
    expect(found.component('optionMaintenance')).toBeCloseTo(573.98103629, 5);
    expect(found.component('optionInitial')).toBeCloseTo(382.65402419, 5);
    const naked = amounts(requirementBy('derive-pm2', setting, REFERENCE), [0, -2]);
    expect(found.component('worstLoss')).toBeLessThan(naked.component('worstLoss'));
  });

  it('has the forward contingency among the scenarios that decide the worst', () => {
    const quotes = [
      index('BTC', 60_000),
      option('BTC', 30, 60_000, 'C', iv(0.5)),
      option('BTC', 90, 60_000, 'C', iv(0.5)),
    ];
    const found = amounts(requirementBy('derive-pm2', { quotes, asOf: AS_OF }), [5, -5]);
    expect(-found.pnl['forward contingency']!).toBeCloseTo(found.component('forwardContingency'), 9);
    expect(Math.max(...Object.values(found.pnl).map((pnl) => -pnl))).toBeCloseTo(found.component('worstLoss'), 8);
  });
});

describe.each(MODELS)('%s', (id) => {
  const model = findModel(id)!;
  const values = model.parameterSets[0]!.values;
  const two = [
    index('BTC', 60_000),
    index('ETH', 3000),
    option('BTC', 30, 66_000, 'C', iv(0.5)),
    option('ETH', 30, 3300, 'C', { iv: 0.6, underlyingPrice: 3000 }),
  ];

  it('has an account per underlying and adds them up', () => {
    const requirement = requirementBy(id, { quotes: two, asOf: AS_OF });
    const single = (book: number[]): number => amounts(requirement, book).initial;
    expect(single([-3, -20])).toBeCloseTo(single([-3, 0]) + single([0, -20]), 7);
    expect(requirement.underlyings).toEqual(['BTC', 'ETH']);
  });

  it('nets a coin-settled option with the linear one on as many coins', () => {
    const quotes = [
      index('BTC', 60_000),
      option('BTC', 30, 66_000, 'C', iv(0.5)),
      option('BTC', 30, 66_000, 'C', iv(0.5), { ...inverse('BTC', 'option'), name: 'coin' }),
    ];
    const requirement = requirementBy(id, { quotes, asOf: AS_OF });
    expect(amounts(requirement, [4, -4]).initial).toBeCloseTo(0, 9);
    expect(amounts(requirement, [-2, -3]).initial).toBeCloseTo(amounts(requirement, [-5, 0]).initial, 8);
    expect(amounts(requirement, [-5, 0]).initial).toBeGreaterThan(0);
  });

  it('counts contracts in units of the underlying: a dollar future over its price, an option times its multiplier', () => {
    const quotes = [
      index('BTC', 60_000),
      perpetual('BTC', 60_000),
      perpetual('BTC', 60_000, { ...inverse('BTC', 'future'), name: 'coin' }),
    ];
    const requirement = requirementBy(id, { quotes, asOf: AS_OF });
    expect(amounts(requirement, [0, 6000]).initial).toBeCloseTo(amounts(requirement, [1, 0]).initial, 8);
    const tenth = [index('BTC', 60_000), option('BTC', 30, 66_000, 'P', iv(0.5), { multiplier: 0.1 })];
    const whole = [index('BTC', 60_000), option('BTC', 30, 66_000, 'P', iv(0.5))];
    expect(amounts(requirementBy(id, { quotes: tenth, asOf: AS_OF }), [-10]).initial).toBeCloseTo(
      amounts(requirementBy(id, { quotes: whole, asOf: AS_OF }), [-1]).initial,
      8,
    );
  });

  it('says what it takes for something else and what it has no rule for', () => {
    const setting = {
      asOf: AS_OF,
      quotes: [
        index('BTC', 60_000),
        future('BTC', 30, 60_100),
        perpetual('BTC', 60_000, inverse('BTC', 'future')),
        spot('BTC', 60_000),
      ],
    };
    const { lines, view } = inputsOf(setting);
    expect(lines.map((line) => model.refuses(line, view))).toEqual([
      'is a dated future, and Derive lists none',
      null,
      null,
    ]);
    expect(model.restates(lines[1]!)).toMatch(/as the linear contract on as many coins/);
    expect(lines.map(model.longOnly)).toEqual([false, false, true]);
  });

  it('reports in any currency the market has a level for', () => {
    const inDollars = requirementBy(id, { quotes: two, asOf: AS_OF });
    const inCoin = requirementBy(id, { quotes: two, asOf: AS_OF, currency: 'ETH' });
    expect(amounts(inCoin, [-3, -20]).initial * 3000).toBeCloseTo(amounts(inDollars, [-3, -20]).initial, 6);
    expect(amounts(inCoin, [-3, -20]).maintenance * 3000).toBeCloseTo(amounts(inDollars, [-3, -20]).maintenance, 6);
  });

  it('leaves expired and index lines out, and margins an empty universe at nothing', () => {
    const inputs = inputsOf({ quotes: two, asOf: AS_OF });
    const expired = { ...inputs, lines: inputs.lines.map((line) => ({ ...line, expired: true })) };
    expect(amounts(model.build(expired, values), [-3, -20]).initial).toBe(0);
    expect(amounts(model.build({ ...inputs, lines: [] }, values), []).maintenance).toBe(0);
  });

  it('names the feed it cannot work with', () => {
    const quotes = [{ ...index('BTC', 60_000), confidence: -1 }, option('BTC', 30, 66_000, 'C', iv(0.5))];
    const problems = model.problems(inputsOf({ quotes, asOf: AS_OF }), values);
    expect(problems.map(({ problem }) => problem)).toContain('spotConfidence of -1');
    expect(model.problems(inputsOf({ quotes: two, asOf: AS_OF }), values)).toEqual([]);
  });

  it('takes the names of properties of Object for underlyings', () => {
    const quotes = [
      index('constructor', 100),
      perpetual('constructor', 100),
      quote({ name: 'P', type: 'perpetual', underlying: '__proto__' }, { mark: 50 }),
    ];
    const found = amounts(requirementBy(id, { quotes, asOf: AS_OF }), [1, 1]);
    expect(found.initial).toBeGreaterThan(0);
    expect(Number.isFinite(found.initial)).toBe(true);
  });
});
