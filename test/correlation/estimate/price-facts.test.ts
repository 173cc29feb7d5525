import { describe, expect, it } from 'vitest';
import { columnVolatilities } from '../../../src/correlation/estimate/column-volatility.js';
import { priceFaults } from '../../../src/correlation/estimate/price-faults.js';
import { pricePanel, sharedDates } from '../../../src/correlation/estimate/price-panel.js';
import { independentReturns, returnsIn, returnsOn } from '../../../src/correlation/estimate/return-terms.js';
import { aHistory, BLANK } from './a-history.js';

describe('returns', () => {
  const prices = Float64Array.of(100, 110, BLANK, 121, 133.1, 146.41);
  const calendar = Int32Array.of(0, 1, 3, 4, 5);
  const simple = (days: number, overlapping: boolean) =>
    [...returnsOn(prices, calendar, { kind: 'simple', days, overlapping })].map((value) => Number(value.toFixed(10)));

  it('span dates with a price, and start on each of them or where the last one ended', () => {
    expect(simple(1, true)).toEqual([0.1, 0.1, 0.1, 0.1]);
    expect(simple(1, false)).toEqual([0.1, 0.1, 0.1, 0.1]);
    expect(simple(2, true)).toEqual([0.21, 0.21, 0.21]);
    expect(simple(2, false)).toEqual([0.21, 0.21]);
    expect(simple(3, false)).toEqual([0.331]);
    expect(simple(5, true)).toEqual([]);
  });

  it('that do not overlap end on the last date', () => {
    const levels = Float64Array.of(1, 2, 4, 8);
    const returns = returnsOn(levels, Int32Array.of(0, 1, 2, 3), { kind: 'log', days: 2, overlapping: false });
    expect([...returns]).toEqual([6]);
    expect(returnsIn(4, { days: 2, overlapping: false })).toBe(1);
  });

  it('that overlap tell as much as fewer that do not: of two days two thirds, in the end 3 / 2h', () => {
    expect(independentReturns(90, { days: 1, overlapping: true })).toBe(90);
    expect(independentReturns(90, { days: 2, overlapping: true })).toBeCloseTo(60, 12);
    expect(independentReturns(1e6, { days: 1000, overlapping: true })).toBeCloseTo(1500, 2);
    expect(independentReturns(90, { days: 2, overlapping: false })).toBe(90);
  });
});

describe('a price panel', () => {
  it('puts columns with the same dates together, and takes what is no price for a blank', () => {
    const history = aHistory({ A: [1, BLANK, 3], B: [4, 5, 6], C: [7, 0, 9] });
    const { groups, columns } = pricePanel(history, { asOf: null, missing: 'pairwise' });
    expect(groups.map(({ members, calendar }) => [members, [...calendar]])).toEqual([
      [
        [0, 2],
        [0, 2],
      ],
      [[1], [0, 1, 2]],
    ]);
    expect([...columns[2]!]).toEqual([7, BLANK, 9]);
  });

  it('ends on the date asked for', () => {
    const panel = pricePanel(aHistory({ A: [1, 2, 3] }), { asOf: '2024-01-02', missing: 'common' });
    expect(panel.dates).toEqual(['2024-01-01', '2024-01-02']);
    expect([...panel.groups[0]!.calendar]).toEqual([0, 1]);
  });

  it('knows the dates that two calendars share', () => {
    expect([...sharedDates(Int32Array.of(0, 2, 3, 7), Int32Array.of(1, 2, 7, 9))]).toEqual([2, 7]);
    expect([...sharedDates(Int32Array.of(), Int32Array.of(1))]).toEqual([]);
  });
});

describe('priceFaults', () => {
  const terms = { gapDays: 3, staleAfter: 3 };

  it('tells gaps in calendar days, in prices that are there', () => {
    const history = aHistory({ A: [BLANK, 1, 2, BLANK, BLANK, 3, BLANK, 4, BLANK], B: [1, 2, 1, 2, 1, 2, 1, 2, 1] });
    expect(priceFaults(history, null, terms)).toEqual([
      { name: 'A', kind: 'gap', from: '2024-01-03', to: '2024-01-06', count: 3 },
    ]);
    expect(priceFaults(history, null, { ...terms, gapDays: 4 })).toEqual([]);
    expect(priceFaults(history, '2024-01-05', terms)).toEqual([]);
  });

  it('tells dates that the file leaves out', () => {
    const { series } = aHistory({ A: [1, 2] });
    const faults = priceFaults({ dates: ['2024-02-27', '2024-03-05'], series }, null, terms);
    // Seven days: 2024 has a 29 February.
    expect(faults).toMatchObject([{ kind: 'gap', count: 7 }]);
  });

  it('tells prices that repeat, blanks between them or not, at the end as well', () => {
    const history = aHistory({ A: [5, 5, BLANK, 5, 6, 6, 7, 7, 7, 7] });
    expect(priceFaults(history, null, terms)).toEqual([
      { name: 'A', kind: 'stale', from: '2024-01-01', to: '2024-01-04', count: 3 },
      { name: 'A', kind: 'stale', from: '2024-01-07', to: '2024-01-10', count: 4 },
    ]);
    expect(priceFaults(history, null, { ...terms, staleAfter: 5 })).toEqual([]);
  });
});

describe('columnVolatilities', () => {
  const history = aHistory({ A: [100, 110, 99, 108.9], B: [BLANK, 5, BLANK, 5.5], C: [BLANK, BLANK, BLANK, BLANK] });
  const panel = pricePanel(history, { asOf: null, missing: 'common' });
  const simple = { kind: 'simple', days: 1, overlapping: true } as const;

  it('are of every column on its own dates, one return to the next', () => {
    const [a, b, c] = columnVolatilities(panel, simple, null);
    // Returns 0.1, -0.1, 0.1: mean 1/30, variance 0.04/3.
    expect(a!.daily).toBeCloseTo(Math.sqrt(0.04 / 3), 12);
    expect(a).toMatchObject({ observations: 3, missing: 0, first: '2024-01-01', last: '2024-01-04' });
    // A price on every calendar day.
    expect(a!.datesPerYear).toBeCloseTo(365.25, 10);
    expect(a!.annual).toBeCloseTo(Math.sqrt((0.04 / 3) * 365.25), 12);
    expect(b).toMatchObject({ observations: 1, missing: 1, daily: null, annual: null });
    expect(b!.datesPerYear).toBeCloseTo(365.25 / 2, 10);
    expect(c).toEqual({
      name: 'C',
      observations: 0,
      first: null,
      last: null,
      missing: 0,
      datesPerYear: null,
      daily: null,
      annual: null,
    });
  });

  it('are over one date though returns span more, and weighted where there is a half-life', () => {
    const [twoDays] = columnVolatilities(panel, { ...simple, days: 2 }, null);
    // Returns -0.01 and -0.01.
    expect(twoDays!.daily).toBeCloseTo(0, 12);
    const [weighted] = columnVolatilities(panel, simple, 1);
    expect(weighted!.daily).toBeCloseTo(0.1, 12);
  });
});
