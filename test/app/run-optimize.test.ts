import { beforeAll, describe, expect, it } from 'vitest';
import { limitLines, nothingTraded } from '../../src/app/limit-lines.js';
import { loadInputs } from '../../src/app/load-inputs.js';
import type { Outcome } from '../../src/app/outcome.js';
import type { OptimizeRequest } from '../../src/app/request.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import type { Quote } from '../../src/domain/index.js';
import type { OptimizeResult } from '../../src/schema/optimize-document.js';
import { anIo, anOptimizeRequest, FIXTURES, resultOf } from './a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const optimize = (folder: string, changes: Partial<OptimizeRequest> = {}) =>
  runOptimize(anOptimizeRequest(folder, changes), anIo());
const result = async (folder: string, changes: Partial<OptimizeRequest> = {}) =>
  resultOf(await optimize(folder, changes));

/** Every trade within the displayed size, at the side of the quote it meets. */
function expectQuoted({ trades }: OptimizeResult, quotes: ReadonlyMap<string, Quote>): void {
  for (const { instrument, side, quantity, price, cost, fee } of trades) {
    const quote = quotes.get(instrument)!;
    expect(price).toBe(side === 'buy' ? quote.ask : quote.bid);
    expect(quantity).toBeLessThanOrEqual((side === 'buy' ? quote.askSize : quote.bidSize) ?? Infinity);
    expect(quantity).toBeGreaterThan(0);
    expect(cost).toBeGreaterThanOrEqual(fee);
    expect(fee).toBeGreaterThanOrEqual(0);
  }
}

/** Limits of a result that its book breaks. */
const broken = ({ limits }: OptimizeResult) =>
  limits.filter(({ value, min, max, before }) => {
    const room = 1e-6 * Math.max(1e-3, ...[min, max, before].map((end) => Math.abs(end ?? 0)));
    return (min !== null && value < min - room) || (max !== null && value > max + room);
  });

describe.each(FIXTURES)('the hedge of %s', (fixture) => {
  const folder = `fixtures/${fixture}`;
  let document: Outcome<OptimizeResult>;
  let quotes: ReadonlyMap<string, Quote>;

  beforeAll(async () => {
    document = await optimize(folder);
    quotes = (await loadInputs(anOptimizeRequest(folder), anIo())).inputs.market.quotes;
  });

  it('is proven optimal and keeps every limit', () => {
    const found = resultOf(document);
    expect(document.status).toBe('ok');
    expect(found.proven).toBe(true);
    expect(found.limits.length).toBeGreaterThan(3);
    expect(broken(found)).toEqual([]);
  });

  it('raises neither the objective nor the margin', () => {
    const { before, after, objective, marginWeight } = resultOf(document);
    expect(objective!).toBeLessThanOrEqual(marginWeight * before.initialMargin + 1e-9);
    expect(after!.initialMargin).toBeLessThanOrEqual(before.initialMargin + 1e-9);
  });

  it('trades at the quotes, within their sizes, nothing that expires within the horizon', () => {
    expectQuoted(resultOf(document), quotes);
    const until = Date.parse(document.manifest.asOf!) + 7 * 86_400_000;
    for (const { instrument } of resultOf(document).trades) {
      expect(quotes.get(instrument)!.instrument.expiry ?? Infinity).toBeGreaterThanOrEqual(until);
    }
    expect(resultOf(document).after!.atHorizon!.expired).toEqual(resultOf(document).before.atHorizon!.expired);
  });

  it('explains every trade, the one that saves most first', () => {
    const { trades, currency } = resultOf(document);
    const saved = trades.map(({ marginSaved }) => marginSaved);
    expect(saved).toEqual([...saved].sort((a, b) => b - a));
    for (const { why } of trades) {
      expect(why).toMatch(
        new RegExp(
          `^(gains [\\d,]+ ${currency} in what would be the worst scenario without it: .+|keeps a limit: .+|lowers the charges .+)$`,
        ),
      );
    }
  });

  it('trades nothing of positive cost where no cost is allowed', async () => {
    const free = await result(folder, { limitTexts: ['cost total ..0'] });
    expect(free.cost!.total).toBeLessThanOrEqual(1e-9);
    expect(free.trades.every(({ cost }) => cost <= 1e-9)).toBe(true);
    expect(free.objective!).toBeGreaterThanOrEqual(resultOf(document).objective! - 1e-6);
  });

  it('has shadow prices only at binding limits', () => {
    for (const { binding, shadowPrice } of resultOf(document).limits) {
      expect(shadowPrice).toBeGreaterThanOrEqual(0);
      if (!binding) expect(shadowPrice).toBe(0);
    }
    expect(resultOf(document).limits.some(({ shadowPrice }) => shadowPrice > 0)).toBe(true);
  });

  it('counts every instrument of the market once: considered, or excluded with a reason', () => {
    const { considered, excluded } = resultOf(document).candidates;
    const neither = new Set(excluded.map(({ instrument }) => instrument));
    const tradable = [...quotes.values()].filter(({ instrument }) => instrument.type !== 'index').length;
    expect(considered + neither.size).toBeGreaterThanOrEqual(tradable);
    expect(excluded.every(({ reason }) => reason !== '')).toBe(true);
  });
});

describe('candidates', () => {
  it('are those of a pattern', async () => {
    const { trades, candidates } = await result(BTC, { candidates: 'BTC-*-P' });
    expect(trades.length).toBeGreaterThan(0);
    expect(trades.every(({ instrument }) => instrument.endsWith('-P'))).toBe(true);
    expect(
      candidates.excluded.filter(({ reason }) => reason === 'not among the candidates asked for').length,
    ).toBeGreaterThan(100);
  });

  it('are one instrument named, or the names of a file', async () => {
    const name = 'BTC-17JUL26-56000-P';
    const one = await result(BTC, { candidates: name });
    const file = await result(BTC, { candidates: 'fixtures/issues/opt-unknown-candidate/candidates.csv' });
    for (const { trades, candidates } of [one, file]) {
      expect(candidates.considered).toBe(1);
      expect(trades.map(({ instrument }) => instrument)).toEqual([name]);
    }
  });

  it('outlive the horizon, or as many days as asked', async () => {
    const soon = (found: OptimizeResult) =>
      found.candidates.excluded.filter(({ reason }) => reason.startsWith('expires within'));
    expect(soon(await result(BTC)).every(({ reason }) => reason === 'expires within 7 days')).toBe(true);
    const long = await result(BTC, { minDays: 60 });
    expect(long.trades.every(({ instrument }) => /SEP26|DEC26/.test(instrument))).toBe(true);
    const any = await result(BTC, { minDays: 0 });
    expect(soon(any)).toEqual([]);
    expect(any.objective!).toBeLessThan((await result(BTC)).objective!);
    expect(any.after!.atHorizon!.expired.length).toBeGreaterThan(0);
  });

  it('without a displayed size are traded within the position limit only', async () => {
    const ETH = 'fixtures/btc-eth-pair';
    const { trades, limits } = await result(ETH);
    expect(trades.length).toBeGreaterThan(0);
    expect(limits.filter(({ limit }) => limit === 'position').every(({ value }) => Math.abs(value) <= 100 + 1e-9)).toBe(
      true,
    );
    const none = await result(ETH, { limits: null });
    expect(none.candidates.considered).toBe(0);
    expect(
      none.candidates.excluded.some(({ reason }) =>
        reason.startsWith('no displayed size at the ask and no position limit'),
      ),
    ).toBe(true);
  });
});

describe('the objective', () => {
  it('weighs margin by what holding it over the horizon costs', async () => {
    const cheap = await result(BTC, { capitalCost: 0.1, horizonDays: 30, minDays: 7 });
    expect(cheap.marginWeight).toBeCloseTo((0.1 * 30) / 365, 12);
    expect(cheap.objective!).toBeCloseTo(cheap.marginWeight * cheap.after!.initialMargin + cheap.cost!.total, 6);
    // Margin that costs little is not worth much spread.
    expect(cheap.cost!.total).toBeLessThan((await result(BTC)).cost!.total);
    const dear = await result(BTC, { capitalCost: 0.9, horizonDays: 30, minDays: 7 });
    expect(dear.after!.initialMargin).toBeLessThan(cheap.after!.initialMargin);
  });

  it('is the cost alone where margin weighs nothing', async () => {
    const { trades, objective } = await result(BTC, { capitalCost: 0, limits: null });
    expect(trades).toEqual([]);
    expect(objective).toBe(0);
  });
});

describe('--require-improvement', () => {
  it('says no where no trade improves, and ok where one does', async () => {
    const nothing = { candidates: 'BTC-*JUL26', limits: null };
    expect((await optimize(BTC, { ...nothing, requireImprovement: true })).status).toBe('no');
    expect((await optimize(BTC, nothing)).status).toBe('ok');
    expect((await optimize(BTC, { requireImprovement: true })).status).toBe('ok');
  });
});

describe('the number of trades', () => {
  it.each([0, 1, 3])('is at most %i', async (maxTrades) => {
    const { trades, limits, objective } = await result(BTC, {
      maxTrades,
      candidates: 'BTC-31JUL26-*',
      relativeGap: 1e-3,
      timeLimit: 30,
    });
    expect(trades.length).toBeLessThanOrEqual(maxTrades);
    expect(limits.at(-1)).toMatchObject({ limit: 'trades', value: trades.length, max: maxTrades });
    expect(objective!).toBeGreaterThanOrEqual((await result(BTC, { candidates: 'BTC-31JUL26-*' })).objective! - 1e-3);
  });
});

it('tells no limit line of its own where there are none', () => {
  expect(limitLines([], new Float64Array(0), nothingTraded(0))).toEqual([]);
});
