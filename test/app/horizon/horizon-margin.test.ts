import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookLater } from '../../../src/app/horizon/book-later.js';
import { type HorizonMargin, horizonMargin, marginOver } from '../../../src/app/horizon/horizon-margin.js';
import type { PreparedRun } from '../../../src/app/prepare-run.js';
import { evaluate } from '../../../src/formula/index.js';
import { aPreparedRun } from '../a-prepared-run.js';

const BTC = 'fixtures/btc-short-strangle';
const FURTHER = ['BTC-28JUN26-60000-C', 'BTC-28JUN26-60000-P', 'BTC-3JUL26-58000-P', 'BTC-31JUL26-56000-P'];
const OFFERED = new Map<number, number>();

function over(run: PreparedRun, horizonRule: HorizonMargin['rule'], horizonDays: number): HorizonMargin {
  const offered = new Map(run.lines.map((_, j) => [j, 1]));
  return horizonMargin(run, { horizonRule, horizonDays }, offered);
}

describe('the margin over a horizon', () => {
  let run: PreparedRun;
  beforeAll(async () => {
    run = await aPreparedRun(BTC, {}, FURTHER);
  });

  it('by the rule now is the margin of today, and no date', () => {
    const now = horizonMargin(run, { horizonRule: 'now', horizonDays: 30 }, OFFERED);
    expect(now.formula).toBe(run.requirement.initial);
    expect(now.dates).toEqual([]);
    expect(marginOver(run, now, run.quantities)).toBe(evaluate(run.requirement.initial, run.quantities));
  });

  it.each(['average', 'max'] as const)('by the rule %s is that of today where the horizon is no days', (rule) => {
    const none = over(run, rule, 0);
    expect(none.dates.map(({ days, weight }) => [days, weight])).toEqual([[0, 1]]);
    expect(marginOver(run, none, run.quantities)).toBe(evaluate(run.requirement.initial, run.quantities));
  });

  it('has a date for each expiry that is held or may be traded, and for no other', () => {
    const days = ({ dates }: HorizonMargin) => dates.map(({ date }) => date.slice(0, 10));
    expect(days(over(run, 'average', 30))).toEqual([
      '2026-06-27',
      '2026-06-28',
      '2026-07-03',
      '2026-07-17',
      '2026-07-27',
    ]);
    // Held: 17 July. Nothing else may be traded.
    const held = horizonMargin(run, { horizonRule: 'average', horizonDays: 30 }, OFFERED);
    expect(days(held)).toEqual(['2026-06-27', '2026-07-17', '2026-07-27']);
  });

  it('is a formula whose parts are named by their date', () => {
    const { formula } = over(run, 'average', 5);
    expect(formula).toMatchObject({ kind: 'sum', name: 'average initial margin' });
    const parts = formula.kind === 'sum' ? formula.children : [];
    expect(parts.map((part) => (part.kind === 'scale' ? part.child.name : part.name))).toEqual([
      '2026-06-27 initial margin',
      '2026-06-28 initial margin',
    ]);
    // Two dates within one day are told apart by their minute.
    const short = over(run, 'max', 0.2).formula;
    expect(short.kind === 'max' && short.children.map(({ name }) => name)).toEqual([
      '2026-06-27T09:26Z initial margin',
      '2026-06-27T14:14Z initial margin',
    ]);
  });

  it('is the figures of its dates by weight, or the highest, for any book; the average is never above the highest', () => {
    const [average, highest] = [over(run, 'average', 30), over(run, 'max', 30)];
    const quantity = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(quantity, { minLength: run.lines.length, maxLength: run.lines.length }), (held) => {
        const book = Float64Array.from(held);
        // Without the aged universes: each date is built again on the lines that the book holds.
        const later = average.dates.map(({ days }) => bookLater(run, days, book).initialMargin);
        const weighted = average.dates.reduce((total, { weight }, k) => total + weight * later[k]!, 0);
        const size = Math.max(1, ...later);
        expect(Math.abs(marginOver(run, average, book) - weighted)).toBeLessThan(1e-9 * size);
        expect(Math.abs(marginOver(run, highest, book) - Math.max(...later))).toBeLessThan(1e-9 * size);
        expect(marginOver(run, average, book)).toBeLessThanOrEqual(marginOver(run, highest, book) + 1e-9 * size);
      }),
      { seed: 12, numRuns: 40 },
    );
  });

  it('forgets an option once it has expired', () => {
    const { dates } = over(run, 'max', 5);
    const line = run.lines.findIndex(({ instrument }) => instrument.name === FURTHER[0]);
    const more = run.quantities.slice();
    more[line] = 50;
    const [today, later] = dates.map(({ days, universe }) => [
      bookLater(run, days, run.quantities, universe).initialMargin,
      bookLater(run, days, more, universe).initialMargin,
    ]);
    expect(today![1]).toBeLessThan(today![0]! - 1000);
    expect(later![1]).toBe(later![0]);
    expect(bookLater(run, dates[1]!.days, more).expired).toEqual([FURTHER[0]]);
  });
});

describe('rules that look at which lines are held', () => {
  it.each(['derive-pm2', 'derive-pm1', 'derive-srm'])('%s: are built on those alone on every date', async (model) => {
    const wide = await aPreparedRun(BTC, { model }, FURTHER);
    const narrow = await aPreparedRun(BTC, { model });
    // Nothing but the positions is offered to either, so that both have the same dates.
    for (const horizonRule of ['average', 'max'] as const) {
      const asked = { horizonRule, horizonDays: 25 } as const;
      const figure = (run: PreparedRun) => marginOver(run, horizonMargin(run, asked), run.quantities);
      expect(figure(wide)).toBeCloseTo(figure(narrow), 4);
      const [date] = horizonMargin(wide, asked).dates.slice(1);
      expect(bookLater(wide, date!.days, wide.quantities, date!.universe).initialMargin).toBeCloseTo(
        bookLater(narrow, date!.days, narrow.quantities).initialMargin,
        4,
      );
    }
  });
});
