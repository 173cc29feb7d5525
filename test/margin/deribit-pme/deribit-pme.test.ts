import { describe, expect, it } from 'vitest';
import { evaluate, evaluateSingle } from '../../../src/formula/index.js';
import { deribitPme, type PmeInputs, pmeFigures, pmeScenarios } from '../../../src/margin/deribit-pme/index.js';
import { AS_OF, future, INDEX, option, perpetual, SAMPLE_QUANTITIES, spot } from '../venue-lines/sample-book.js';
import {
  BTC_VALUES,
  CAPTURED,
  CAPTURED_QUANTITIES,
  DOCUMENTED,
  DOCUMENTED_QUANTITIES,
  ETH_VALUES,
  sampleInputs,
} from './pme-examples.js';

describe('the documented example (docs.deribit.com, BTC perpetual and future)', () => {
  const requirement = deribitPme(DOCUMENTED, BTC_VALUES);

  it('has the margins of the response, to the last digit printed', () => {
    const figures = pmeFigures(requirement, BTC_VALUES, DOCUMENTED_QUANTITIES);
    expect(figures.worstCase).toBeCloseTo(0.05968587238095239, 16);
    expect(figures.rollShock).toBeCloseTo(0.00315725898, 16);
    expect(figures.deltaShock).toBe(0);
    expect(figures.riskMatrixMargin).toBeCloseTo(0.06284313098, 16);
    expect(figures.initialMargin).toBe(0.122861343);
    expect(figures.maintenanceMargin).toBeCloseTo(0.050274504784, 16);
  });

  it('has the risk vectors of each instrument', () => {
    const profit = (name: string, column: number) =>
      -evaluateSingle(requirement.components[`raw ${name}`]!, column, DOCUMENTED_QUANTITIES[column]!);
    expect(profit('-16%, vol same', 0)).toBeCloseTo(-0.05991206933333334, 16);
    expect(profit('-12%, vol down', 1)).toBeCloseTo(0.00016193645454545456, 16);
    expect(profit('+4%, vol up', 0)).toBeCloseTo(0.012097629384615385, 16);
    // In the extended table a future earns what it earns at the edge of the standard range.
    for (const move of ['-66%', '-33%']) expect(profit(`extended ${move}`, 0)).toBeCloseTo(-0.05991206933333334, 15);
    for (const move of ['+50%', '+500%']) expect(profit(`extended ${move}`, 1)).toBeCloseTo(-0.0001637977931034483, 16);
  });

  it('gives no credit for gains and nothing beyond the range, whose loss the dampener takes away', () => {
    const aggregated = (name: string) => evaluate(requirement.components[`aggregated ${name}`]!, DOCUMENTED_QUANTITIES);
    expect(aggregated('-8%, vol same')).toBeCloseTo(0.02724789826086957, 16);
    expect(aggregated('+16%, vol same')).toBe(0);
    expect(aggregated('extended -66%')).toBe(0);
  });

  it('differs from the formulas by the rounding alone', () => {
    const figures = pmeFigures(requirement, BTC_VALUES, DOCUMENTED_QUANTITIES);
    expect(Math.abs(evaluate(requirement.initial, DOCUMENTED_QUANTITIES) - figures.initialMargin)).toBeLessThan(1e-9);
    expect(requirement.confidence).toBe('verified');
  });
});

describe('the captured response of 2026-02-15 (ETH perpetual)', () => {
  const requirement = deribitPme(CAPTURED, ETH_VALUES);

  it('has its margins', () => {
    const figures = pmeFigures(requirement, ETH_VALUES, CAPTURED_QUANTITIES);
    expect(figures.worstCase).toBeCloseTo(0.15246412673, 11);
    expect(figures.rollShock).toBeCloseTo(0.004997435265, 15);
    expect(figures.initialMargin).toBe(0.157461562);
    expect(figures.maintenanceMargin).toBeCloseTo(0.125969249812, 15);
  });

  it('credits sixty per cent of a gain', () => {
    const name = '-18%, vol same';
    expect(evaluate(requirement.components[`raw ${name}`]!, CAPTURED_QUANTITIES)).toBeCloseTo(-0.219399597, 9);
    expect(evaluate(requirement.components[`aggregated ${name}`]!, CAPTURED_QUANTITIES)).toBeCloseTo(-0.1316397582, 10);
  });
});

// Independent computation in Python with scipy.stats.norm, from the rules in words.
describe('a book with options (independent computation)', () => {
  const requirement = deribitPme(sampleInputs(), BTC_VALUES);
  const loss = (name: string) => evaluate(requirement.components[`raw ${name}`]!, SAMPLE_QUANTITIES);

  it('has the same worst case, roll shock and scenarios', () => {
    const figures = pmeFigures(requirement, BTC_VALUES, SAMPLE_QUANTITIES);
    expect(figures.worstCase).toBeCloseTo(0.3892129610693533, 13);
    expect(figures.rollShock).toBeCloseTo(0.02407075316586321, 13);
    expect(loss('+16%, vol up')).toBeCloseTo(0.13684375174299382, 13);
    expect(loss('0%, vol up')).toBeCloseTo(0.1520688851710214, 13);
    expect(loss('-16%, vol down')).toBeCloseTo(0.2127944368890124, 13);
    expect(loss('extended -66%')).toBeCloseTo(0.4736690391358967, 13);
    expect(loss('extended +500%')).toBeCloseTo(0.23372501255099287, 13);
  });

  it('takes the extended table when the shorts are large', () => {
    const many = Float64Array.of(1.5, -0.4, -300, -2);
    expect(evaluate(requirement.components['worst case']!, many)).toBeCloseTo(29.436972331747665, 10);
    expect(evaluate(requirement.components['aggregated extended +200%']!, many)).toBeCloseTo(21.657802309199386, 10);
    expect(evaluate(requirement.components['aggregated extended +500%']!, many)).toBe(0);
  });

  it('is a model, not verified', () => {
    expect(requirement.confidence).toBe('model');
  });

  it('has a value of option premiums alone, in coin', () => {
    expect(evaluate(requirement.value, Float64Array.of(5, 5, 0, 0))).toBe(0);
    expect(evaluate(requirement.value, Float64Array.of(0, 0, 1, 1))).toBeGreaterThan(0);
  });
});

describe('a book in quote currency with two pairs', () => {
  const values = { ...BTC_VALUES, pnlOffset: 0.5, maxOffsetablePnl: 1000 };
  const inputs: PmeInputs = {
    asOfMs: AS_OF,
    money: 'quote',
    pairs: [
      { underlying: 'BTC', index: 60_000 },
      { underlying: 'ETH', index: 3_000 },
    ],
    lines: [perpetual(60_000, 'linear'), perpetual(3_000, 'linear', 'ETH')],
  };
  const worst = (...quantities: number[]) =>
    evaluate(deribitPme(inputs, values).components['worst case']!, Float64Array.from(quantities));

  it('adds losses, offsets half a gain, and no more than the cap', () => {
    // 0.16 x 60,000 = 9,600 a BTC, 0.16 x 3,000 = 480 an ETH.
    expect(worst(1, 1)).toBeCloseTo(10_080, 9);
    expect(worst(1, -2)).toBeCloseTo(9600 - 480, 9);
    expect(worst(1, -10)).toBeCloseTo(9600 - 1000, 9);
    expect(worst(-1, 10)).toBeCloseTo(9600 - 1000, 9);
  });

  it('may have figures per pair', () => {
    const wider = { ...values, priceRange: 0.2 };
    const pairs = [inputs.pairs[0]!, { ...inputs.pairs[1]!, values: wider }];
    const requirement = deribitPme({ ...inputs, pairs }, values);
    expect(evaluate(requirement.components['worst case']!, Float64Array.of(1, 1))).toBeCloseTo(10_200, 9);
  });

  it('dampens what is beyond the range', () => {
    const requirement = deribitPme(inputs, { ...values, pnlOffset: 0 });
    // At -66 % a loss counts 0.16/0.66 of itself, which is that at -16 %, less (0.66/0.16 - 1) x 100,000 USD, per pair.
    const extended = requirement.components['aggregated extended -66%']!;
    expect(evaluate(extended, Float64Array.of(40, 0))).toBeCloseTo(40 * 9600 - 312_500, 6);
    expect(evaluate(extended, Float64Array.of(1, 0))).toBe(0);
  });
});

describe('scenarios', () => {
  it('are 27 and 8, in the order of the venue', () => {
    const scenarios = pmeScenarios(BTC_VALUES);
    expect(scenarios).toHaveLength(35);
    expect(scenarios.slice(0, 4).map(({ name }) => name)).toEqual([
      '-16%, vol down',
      '-16%, vol same',
      '-16%, vol up',
      '-12%, vol down',
    ]);
    expect(scenarios.at(-1)).toMatchObject({ name: 'extended +500%', weight: 0.16 / 5, volatility: 'up' });
    expect(deribitPme(sampleInputs(), BTC_VALUES).scenarios.map(({ name }) => name)).toEqual(
      scenarios.map(({ name }) => name),
    );
  });
});

describe('what does not fit', () => {
  it('is refused by name', () => {
    const two = [
      { underlying: 'BTC', index: INDEX },
      { underlying: 'ETH', index: 3_000 },
    ];
    expect(() => deribitPme({ ...DOCUMENTED, pairs: two }, BTC_VALUES)).toThrow(/one currency pair, not 2/);
    const lines = [future(3_000, 10, 'inverse', 'ETH')];
    expect(() => deribitPme({ ...DOCUMENTED, lines }, BTC_VALUES)).toThrow(/'ETH-FUTURE-10' is of 'ETH'/);
    expect(() => deribitPme(DOCUMENTED, { ...BTC_VALUES, pnlOffset: 1.5 })).toThrow(/pnlOffset 1.5/);
    const odd = [two[0]!, { ...two[1]!, values: { ...BTC_VALUES, bucketsPerSide: 3 } }];
    expect(() => deribitPme({ ...DOCUMENTED, money: 'quote', pairs: odd }, BTC_VALUES)).toThrow(/other buckets/);
  });

  it('is not a coin held beside the book: it costs and earns nothing in coin', () => {
    const lines = [...DOCUMENTED.lines, spot(65_666)];
    const requirement = deribitPme({ ...DOCUMENTED, lines }, BTC_VALUES);
    const held = Float64Array.of(...DOCUMENTED_QUANTITIES, 12);
    expect(evaluate(requirement.components['risk matrix']!, held)).toBe(
      evaluate(deribitPme(DOCUMENTED, BTC_VALUES).components['risk matrix']!, DOCUMENTED_QUANTITIES),
    );
    expect(evaluate(requirement.value, held)).toBe(12);
  });

  it('is not an option after its expiry: it moves with its forward alone', () => {
    const expired = option(['C', 50_000, 60_000, -1, 0.5]);
    const inputs: PmeInputs = { ...sampleInputs(), lines: [expired] };
    const loss = evaluate(deribitPme(inputs, BTC_VALUES).components['raw -16%, vol up']!, Float64Array.of(1));
    expect(loss).toBeCloseTo(10_000 / 60_000 - 400 / 50_400, 12);
  });
});
