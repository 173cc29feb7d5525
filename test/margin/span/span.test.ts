import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpanInterSpread, SpanIntraSpread } from '../../../src/domain/index.js';
import { evaluate } from '../../../src/formula/index.js';
import { span } from '../../../src/margin/span/index.js';
import { type BookLine, futureLosses, spanInputs, spanOf } from '../../vectors/span/span-book.js';

const CALENDAR: SpanIntraSpread = {
  name: 'calendar',
  method: 'flat',
  rate: 300,
  legs: [
    { from: '0', to: '9', ratio: 1, side: 'A' },
    { from: '0', to: '9', ratio: 1, side: 'B' },
  ],
};

const future = (commodity: string, quantity: number, month = '202603', scanRange = 10_000): BookLine => ({
  commodity,
  quantity,
  month,
  losses: futureLosses(scanRange),
});

const option = (quantity: number, more: Partial<BookLine> = {}): BookLine => ({
  commodity: 'ES',
  quantity,
  kind: 'option',
  right: 'C',
  strike: 100,
  delta: 0.5,
  price: 20,
  valueFactor: 50,
  losses: futureLosses(4000),
  ...more,
});

describe('a requirement', () => {
  it('is scan risk and charges between months, times the ratio for the initial margin', () => {
    const lines = [future('ES', 3), future('ES', -2, '202606')];
    const { maintenance, initial, step } = spanOf(lines, {
      commodities: { ES: { intraSpreads: [CALENDAR], initialRatio: 1.1 } },
    });
    expect(step('ES scan risk')).toBe(10_000);
    expect(step('ES inter-month charge')).toBe(600);
    expect(maintenance).toBe(10_600);
    expect(initial).toBeCloseTo(11_660, 9);
  });

  it('adds commodities that nothing joins', () => {
    expect(spanOf([future('ES', 1), future('NQ', -2)]).maintenance).toBe(30_000);
  });

  it('is at least the short option minimum, of puts and calls or of the more of them', () => {
    const lines = [option(-3, { losses: futureLosses(0) }), option(-5, { right: 'P', losses: futureLosses(0) })];
    const free = { price: 0 };
    const book = lines.map((line) => ({ ...line, ...free }));
    const with_ = (shortOptionMethod: 'gross' | 'max') =>
      spanOf(book, { commodities: { ES: { shortOptionRate: 40, shortOptionMethod } } }).maintenance;
    expect(with_('gross')).toBe(320);
    expect(with_('max')).toBe(200);
  });

  it('counts what options are worth beside it: sold ones are called for, owned ones pay, not below nothing', () => {
    expect(spanOf([option(-1)])).toMatchObject({ maintenance: 4000, called: 5000 });
    expect(spanOf([option(1), future('ES', 1)])).toMatchObject({ maintenance: 14_000, called: 13_000 });
    expect(spanOf([option(20, { losses: futureLosses(10) }), future('ES', 1)]).called).toBe(0);
  });

  it('of options owned alone is no more than they are worth', () => {
    const { maintenance, called, step } = spanOf([option(2, { price: 60 })]);
    expect(step('ES net option value')).toBe(6000);
    expect([maintenance, called]).toEqual([6000, 0]);
    expect(spanOf([option(2)]).maintenance).toBe(2000);
  });

  it('lets option value serve other commodities where that is asked for', () => {
    const lines = [option(1, { price: 200, losses: futureLosses(100) }), future('NQ', 1)];
    expect(spanOf(lines).called).toBe(10_000);
    // 10,000 of NQ and 100 of ES, less 10,000 worth of option.
    expect(spanOf(lines, { sharesOptionValue: true }).called).toBe(100);
  });

  it('is in the reporting currency', () => {
    const inputs = spanInputs([future('ES', 1)]);
    const { maintenance, losses } = span({ ...inputs, books: inputs.books.map((book) => ({ ...book, rate: 1.25 })) });
    expect(evaluate(maintenance, inputs.book)).toBe(12_500);
    expect(evaluate(losses.get('ES')![12]!, inputs.book)).toBe(12_500);
  });
});

const JOINED: SpanInterSpread = {
  name: 'ES/NQ',
  method: 'delta',
  legs: [
    { commodity: 'ES', ratio: 1, side: 'A', creditRate: 0.7 },
    { commodity: 'NQ', ratio: 1, side: 'B', creditRate: 0.7 },
  ],
};

describe('as a formula over quantities', () => {
  const quantity = fc.integer({ min: -5, max: 5 });
  const lines = fc
    .tuple(quantity, quantity, quantity, quantity)
    .map(([a, b, c, d]) => [future('ES', a), future('ES', b, '202606'), future('NQ', c, '202603', 15_000), option(d)]);
  const terms = { commodities: { ES: { intraSpreads: [CALENDAR] } }, interSpreads: [JOINED] };

  it('is exact at its book, whatever is credited', () => {
    fc.assert(
      fc.property(lines, (book) => {
        const { step, maintenance } = spanOf(book, terms);
        const own = (name: string): number =>
          name === 'ES' && book[3]!.quantity > 0 && book[0]!.quantity === 0 && book[1]!.quantity === 0
            ? step('ES risk')
            : Math.max(
                0,
                step(`${name} scan risk`) + step(`${name} inter-month charge`) - step(`${name} inter-commodity credit`),
              );
        expect(maintenance).toBeCloseTo(own('ES') + own('NQ'), 6);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('follows the rules along the deltas of one month while no spread runs out', () => {
    // Two long of March against five short of June: another March future forms another spread, another credit is lost.
    const book = [future('ES', 2), future('ES', -5, '202606'), future('NQ', 9, '202603', 15_000)];
    const inputs = spanInputs(book, terms);
    const { maintenance } = span(inputs);
    const moved = Float64Array.of(2.5, -5, 9);
    const there = spanOf(
      book.map((line, k) => ({ ...line, quantity: moved[k]! })),
      terms,
    ).maintenance;
    expect(evaluate(maintenance, moved)).toBeCloseTo(there, 6);
    expect(there).not.toBeCloseTo(spanOf(book, terms).maintenance, 0);
  });

  it('never has more scan risk for a sum of books than for the two (subadditive)', () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const both = one.map((line, k) => ({ ...line, quantity: line.quantity + other[k]!.quantity }));
        const scan = (book: readonly BookLine[]): number => spanOf(book).step('ES scan risk');
        expect(scan(both)).toBeLessThanOrEqual(scan(one) + scan(other) + 1e-9);
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});

describe('commodities that are scanned together', () => {
  const scanning: SpanInterSpread = { ...JOINED, method: 'scanning' };

  it('count losses in full and gains in part', () => {
    const { maintenance } = spanOf([future('ES', 1), future('NQ', -1, '202603', 8000)], { interSpreads: [scanning] });
    // Down: ES loses 10,000 and 0.7 of NQ's gain counts; up: NQ loses 8,000 and 0.7 of 10,000 counts.
    expect(maintenance).toBe(10_000 - 0.7 * 8000);
  });

  it('are only those that are there', () => {
    expect(spanOf([future('ES', 1)], { interSpreads: [scanning] }).maintenance).toBe(10_000);
  });
});
