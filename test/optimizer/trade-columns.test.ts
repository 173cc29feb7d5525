import { describe, expect, it } from 'vitest';
import { sparseAffine } from '../../src/formula/index.js';
import { affineForm, columnForm, combine } from '../../src/optimizer/linear-form.js';
import { ProgramBuilder } from '../../src/optimizer/solver/index.js';
import { columnCost, TradeColumns } from '../../src/optimizer/trade-columns.js';
import { aCandidate, aLevel } from './hedge-cases.js';
import { seededRandom } from './solver/seeded-random.js';

/** Two ask levels and one bid on line 1; a bid only on line 0. */
const CANDIDATES = [
  aCandidate(1, { asks: [aLevel({ size: 4 }), aLevel({ price: 2, size: 6 })], bids: [aLevel({ size: 3 })], lot: 0.5 }),
  aCandidate(0, { asks: [], bids: [aLevel({ size: 1.3 })], lot: 0.1 }),
];
const PRESENT = Float64Array.of(5, -2, 7);

function columns(wholeLots: boolean) {
  const builder = new ProgramBuilder();
  return { builder, trades: new TradeColumns(builder, CANDIDATES, PRESENT, wholeLots) };
}

describe('TradeColumns', () => {
  it('has a column per candidate, side and price level, asks before bids', () => {
    const { builder, trades } = columns(false);
    expect(trades.all.map(({ direction, level, column }) => [column, direction, level.size])).toEqual([
      [0, 1, 4],
      [1, 1, 6],
      [2, -1, 3],
      [3, -1, 1.3],
    ]);
    expect(builder.build().integer).toBeNull();
    expect([...builder.build().upper]).toEqual([4, 6, 3, 1.3]);
  });

  it('counts whole lots where lots are whole, and keeps the last one that rounding would lose', () => {
    const { builder, trades } = columns(true);
    expect([...builder.build().upper]).toEqual([8, 12, 6, 13]);
    expect([...builder.build().integer!]).toEqual([1, 1, 1, 1]);
    expect(trades.all.map(({ unit }) => unit)).toEqual([0.5, 0.5, 0.5, 0.1]);
  });

  it('trades any size of a candidate without a lot', () => {
    const builder = new ProgramBuilder();
    const trades = new TradeColumns(builder, [aCandidate(0)], new Float64Array(1), true);
    expect(builder.build().integer).toBeNull();
    expect(trades.all[0]).toMatchObject({ whole: false, unit: 1, upper: 10 });
  });

  it('has no room in a size below one lot', () => {
    const builder = new ProgramBuilder();
    const small = aCandidate(0, { asks: [aLevel({ size: 0.9 })], bids: [], lot: 1 });
    expect(new TradeColumns(builder, [small], new Float64Array(1), true).all[0]!.upper).toBe(0);
  });

  it('gives the book after the trades of a point', () => {
    const x = Float64Array.of(1, 2, 4, 10);
    expect([...columns(false).trades.quantities(x)]).toEqual([5 - 10, -2 + 1 + 2 - 4, 7]);
    expect([...columns(true).trades.quantities(x)]).toEqual([5 - 1, -2 + 0.5 + 1 - 2, 7]);
    expect([...PRESENT]).toEqual([5, -2, 7]);
  });

  it.each([false, true])('knows how far each line can come, whole lots %s', (wholeLots) => {
    const { lower, upper } = columns(wholeLots).trades.reach();
    expect(lower[0]).toBeCloseTo(5 - 1.3, 12);
    expect([lower[1], lower[2]]).toEqual([-5, 7]);
    expect([...upper]).toEqual([5, 8, 7]);
  });

  it('charges spread and fee per unit of a column', () => {
    const level = aLevel({ unitSpread: 3, unitFee: 0.5 });
    const builder = new ProgramBuilder();
    const { all } = new TradeColumns(builder, [aCandidate(0, { asks: [level], bids: [], lot: 0.1 })], PRESENT, true);
    expect(columnCost(all[0]!)).toBeCloseTo(0.35, 12);
  });
});

describe('a row', () => {
  it.each([false, true])('says of a point what the form says of the book after it, whole lots %s', (wholeLots) => {
    const random = seededRandom(11);
    const { trades } = columns(wholeLots);
    for (let round = 0; round < 50; round++) {
      const coefficients = [0, 1, 2].map(() => (random() < 0.3 ? 0 : random() * 8 - 4));
      const node = sparseAffine('a', [0, 1, 2], coefficients, random() * 5);
      const form = combine([
        { form: affineForm(node, 3), factor: 1 },
        { form: columnForm(4), factor: 2 },
      ]);
      const x = Float64Array.from({ length: 5 }, () => Math.round(random() * 3));
      const { indices, values, lower, upper } = trades.row('a', form, -1, 6);
      let inRow = 0;
      for (let k = 0; k < indices.length; k++) inRow += values[k]! * x[indices[k]!]!;
      const book = trades.quantities(x);
      const amount = coefficients.reduce((total, c, j) => total + c * book[j]!, node.constant) + 2 * x[4]!;
      expect(inRow - lower).toBeCloseTo(amount + 1, 9);
      expect(upper - inRow).toBeCloseTo(6 - amount, 9);
    }
  });

  it('keeps open ends open and leaves out what does not count', () => {
    const { trades } = columns(false);
    const row = trades.row('a', affineForm(sparseAffine('a', [2], [3], 1), 3), -Infinity, Infinity);
    expect(row).toMatchObject({ name: 'a', lower: -Infinity, upper: Infinity, indices: [], values: [] });
  });
});
