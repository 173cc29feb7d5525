import { describe, expect, it } from 'vitest';
import type { StressRequest } from '../../../../src/app/request.js';
import { MARGIN_DEFAULTS, STRESS_DEFAULTS } from '../../../../src/app/request-defaults.js';
import { runMargin } from '../../../../src/app/run-margin.js';
import { runStress } from '../../../../src/app/run-stress.js';
import { blackByIntegration } from '../../../scenario/black-by-integration.js';
import { anIo, resultOf } from '../../a-world.js';
import { COIN, COIN_BOOK, coinMarket, files } from '../a-small-world.js';

const FIXED = { parameterOverrides: { dailyVol: { BTC: 0.03 } } };
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 27, 8);

async function asked(changes: Partial<StressRequest>) {
  const paths = files({ market: coinMarket(COIN), positions: COIN_BOOK });
  return runStress({ ...STRESS_DEFAULTS, ...FIXED, ...paths, what: ['time'], ...changes }, anIo());
}

const timeOf = async (changes: Partial<StressRequest>) => resultOf(await asked(changes)).time!;

describe('margin on each day to come', () => {
  it('is that of a run on that day, with what has expired gone', async () => {
    const { dates } = await timeOf({ until: Date.UTC(2026, 6, 20) });
    expect(dates.map(({ days }) => days)).toEqual(Array.from({ length: 24 }, (_, k) => k));
    for (const k of [0, 1, 10, 19, 20, 23]) {
      const positions = k < 20 ? COIN_BOOK : COIN_BOOK.replace('BTC-17JUL26-62000-C,-4\n', '');
      const paths = files({ market: coinMarket(COIN), positions });
      const again = await runMargin({ ...MARGIN_DEFAULTS, ...FIXED, ...paths, asOf: NOW + k * DAY }, anIo());
      const { initialMargin, maintenanceMargin } = resultOf(again);
      expect(dates[k]!.initialMargin).toBeCloseTo(initialMargin, 4);
      expect(dates[k]!.maintenanceMargin).toBeCloseTo(maintenanceMargin, 4);
    }
    expect(dates.filter(({ expired }) => expired.length > 0)).toMatchObject([
      { days: 20, expired: ['BTC-17JUL26-62000-C'] },
    ]);
  });

  it('earns what options lose, and settles them at their forward', async () => {
    const { dates } = await timeOf({ until: Date.UTC(2026, 7, 30) });
    const worth = (right: 'C' | 'P', strike: number, days: number, forward: number, iv: number): number =>
      days <= 0
        ? (Math.max(0, right === 'C' ? forward - strike : strike - forward) / forward) * 60_000
        : (blackByIntegration(right, forward, strike, iv * Math.sqrt(days / 365)) / forward) * 60_000;
    const book = (k: number): number =>
      -4 * worth('C', 62_000, 20 - k, 60_200, 0.5) -
      10 * worth('C', 70_000, 62 - k, 60_600, 0.55) -
      12 * worth('P', 50_000, 62 - k, 60_600, 0.6);
    for (const k of [0, 1, 19, 20, 61, 62, 64]) expect(dates[k]!.pnl).toBeCloseTo(book(k) - book(0), 4);
  });

  it('is highest where looking at every day finds it', async () => {
    const { dates, highest, change, until } = await timeOf({});
    const margins = dates.map(({ initialMargin }) => initialMargin);
    expect(highest.initialMargin).toBe(Math.max(...margins));
    expect(highest.days).toBe(margins.indexOf(highest.initialMargin));
    expect(change).toBe(highest.initialMargin - margins[0]!);
    // Asked for by name and without a date, it goes to the last expiry.
    expect(until).toBe('2026-08-28T08:00:00.000Z');
  });

  it('counts a day asked for to its end', async () => {
    expect((await timeOf({ until: Date.UTC(2026, 5, 28) })).dates.map(({ date }) => date)).toEqual([
      '2026-06-27T08:00:00.000Z',
      '2026-06-28T08:00:00.000Z',
    ]);
    expect((await timeOf({ until: NOW - 1000 })).dates).toHaveLength(1);
  });

  it.each([
    [Date.UTC(2026, 5, 26), 'a date that is not before the as-of time'],
    [Date.UTC(2046, 5, 26), 'at most 3660 days ahead'],
  ])('refuses %d', async (until, expected) => {
    const { status, issues } = await asked({ until });
    expect(status).toBe('error');
    expect(issues.at(-1)).toMatchObject({ code: 'CFG_BAD_VALUE', field: '--until' });
    expect(issues.at(-1)!.message).toContain(expected);
  });

  it('needs a date where nothing expires', async () => {
    const { positions } = files({ positions: 'instrument,quantity\nBTC-PERPETUAL,100\n' });
    expect((await asked({ positions })).issues.at(-1)).toMatchObject({ code: 'CFG_STRESS_NEEDS', value: 'time' });
  });

  it('exceeds a threshold on some day, though not today: what was bought expires first', async () => {
    const { positions } = files({
      positions: 'instrument,quantity\nBTC-17JUL26-62000-C,10\nBTC-28AUG26-70000-C,-10\n',
    });
    const { highest, dates } = await timeOf({ positions });
    expect(highest.days).toBeGreaterThanOrEqual(20);
    const failAbove = (highest.initialMargin + dates[0]!.initialMargin) / 2;
    const { status, result } = await asked({ positions, failAbove });
    expect(status).toBe('no');
    expect(result!.thresholds.exceeded).toMatchObject([{ part: 'time', name: highest.date.slice(0, 10) }]);
  });
});
