import { beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../src/app/candidate-filters.js';
import type { OptimizeRequest } from '../../src/app/request.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { evaluate } from '../../src/formula/index.js';
import type { OptimizeResult } from '../../src/schema/index.js';
import { aPreparedRun } from './a-prepared-run.js';
import { anIo, anOptimizeRequest, resultOf } from './a-world.js';

const FOLDER = 'fixtures/btc-short-strangle';
const LIMITS = { limits: null, limitTexts: ['vega BTC 90%..110%', 'cost total ..3000'], candidates: 'BTC-31JUL26-*' };

const optimize = async (changes: Partial<OptimizeRequest> = {}): Promise<OptimizeResult> =>
  resultOf(await runOptimize(anOptimizeRequest(FOLDER, { ...LIMITS, ...changes }), anIo()));

let explained: OptimizeResult;
beforeAll(async () => {
  explained = await optimize({ explain: true });
});

describe('reasons of a trade', () => {
  it('say what the search comes to without it, as a separate run does', async () => {
    expect(explained.trades.length).toBeGreaterThan(2);
    for (const { instrument, reasons } of explained.trades) {
      const without = await optimize({ filters: { ...NO_FILTERS, exclude: [instrument] } });
      expect(reasons!.leftOut!.possible).toBe(true);
      expect(reasons!.leftOut!.proven).toBe(true);
      expect(reasons!.leftOut!.objectiveLost!).toBeCloseTo(without.objective! - explained.objective!, 3);
      expect(reasons!.leftOut!.objectiveLost!).toBeGreaterThanOrEqual(-1e-3);
      const margin = without.after!.initialMargin - explained.after!.initialMargin;
      expect(Math.abs(reasons!.leftOut!.marginLost! - margin)).toBeLessThanOrEqual(1e-6 * without.before.initialMargin);
    }
  });

  it('say what it saves alone, per unit of cost, and where', async () => {
    const names = explained.trades.map(({ instrument }) => instrument);
    const run = await aPreparedRun(FOLDER, { limits: null }, names);
    const { initial, scenarios } = run.requirement;
    const lineOf = (name: string) => run.lines.findIndex(({ instrument }) => instrument.name === name);
    const after = run.quantities.slice();
    const signed = ({ side, quantity }: OptimizeResult['trades'][number]) => (side === 'buy' ? quantity : -quantity);
    for (const trade of explained.trades) after[lineOf(trade.instrument)]! += signed(trade);
    const worst = Math.max(...scenarios.map(({ scenario, pnl }) => -scenario.weight * evaluate(pnl, after)));
    for (const trade of explained.trades) {
      const { savedAlone, savedPerCost, relieves } = trade.reasons!;
      const alone = run.quantities.slice();
      alone[lineOf(trade.instrument)]! += signed(trade);
      expect(savedAlone).toBeCloseTo(evaluate(initial, run.quantities) - evaluate(initial, alone), 4);
      expect(savedPerCost!).toBeCloseTo(trade.marginSaved / trade.cost, 9);
      const without = after.slice();
      without[lineOf(trade.instrument)]! -= signed(trade);
      const relieved = scenarios
        .map(({ scenario, pnl }) => ({
          scenario: scenario.name,
          alone: -scenario.weight * evaluate(pnl, without),
          gain: scenario.weight * (evaluate(pnl, after) - evaluate(pnl, without)),
        }))
        .filter(({ alone, gain }) => alone > worst * (1 + 1e-6) && gain > 0)
        .sort((a, b) => b.alone - a.alone);
      expect(relieves.map(({ scenario }) => scenario)).toEqual(relieved.slice(0, 5).map(({ scenario }) => scenario));
      for (const [k, { gain }] of relieves.entries()) expect(gain).toBeCloseTo(relieved[k]!.gain, 4);
    }
    expect(explained.trades.some(({ reasons }) => reasons!.relieves.length > 0)).toBe(true);
  });

  it('leave out what takes further solves unless asked', async () => {
    const plain = await optimize();
    expect(plain.explanation!.sentences).toEqual([]);
    expect(plain.trades.map(({ reasons }) => reasons!.leftOut)).toEqual(plain.trades.map(() => null));
    expect(plain.limits.every((line) => line.worth === undefined)).toBe(true);
    expect(plain.trades.map(({ reasons }) => reasons!.savedAlone)).toEqual(
      explained.trades.map(({ reasons }) => reasons!.savedAlone),
    );
  });
});

describe('the worth of a limit', () => {
  it('agrees with runs whose limit has more room, within its range and beyond', async () => {
    const binding = explained.limits.filter(({ worth }) => worth !== undefined && worth !== null);
    expect(binding.map(({ limit }) => limit)).toContain('cost');
    for (const line of binding) {
      const { perUnit, upTo, end } = line.worth!;
      expect(line.shadowPrice).toBe(perUnit);
      if (perUnit === 0 || upTo === null) continue;
      const withRoom = async (room: number) => {
        const [min, max] = [line.min ?? '', line.max ?? ''];
        const moved = end === 'max' ? `${min}..${Number(max) + room}` : `${Number(min) - room}..${max}`;
        const others = LIMITS.limitTexts.filter((text) => !text.startsWith(line.limit));
        return optimize({ limitTexts: [...others, `${line.limit} ${line.scope} ${moved}`] });
      };
      const half = (explained.objective! - (await withRoom(upTo / 2)).objective!) / (upTo / 2);
      expect(Math.abs(half - perUnit)).toBeLessThanOrEqual(1e-4 * perUnit + 2e-3 / upTo);
      const beyond = (explained.objective! - (await withRoom(upTo * 2)).objective!) / (upTo * 2);
      expect(beyond).toBeLessThanOrEqual(perUnit);
    }
  });
});

describe('the explanation of a book', () => {
  it('names the scenarios that set the margin before and after', () => {
    const { bindingBefore, bindingAfter } = explained.explanation!;
    expect(bindingBefore.map(({ name }) => name)).toContain(explained.before.worstScenario!.name);
    expect(bindingBefore[0]!.loss).toBeCloseTo(explained.before.worstScenario!.loss, 4);
    expect(bindingAfter.map(({ name }) => name)).toContain(explained.after!.worstScenario!.name);
    for (const { loss } of bindingAfter) {
      expect(Math.abs(loss - explained.after!.worstScenario!.loss)).toBeLessThanOrEqual(2e-6 * loss);
    }
  });

  it('is in sentences: the book, then every trade, then every limit that binds', () => {
    const { sentences } = explained.explanation!;
    const binding = explained.limits.filter(({ binding: binds }) => binds).length;
    expect(sentences).toHaveLength(2 + explained.trades.length + binding);
    expect(sentences[0]).toMatch(/^Before the trades .+ loses most, [\d,]+ USD\.$/);
    for (const [k, { instrument }] of explained.trades.entries()) expect(sentences[2 + k]).toContain(`${instrument}: `);
    expect(sentences.every((sentence) => /[^.]\.$/.test(sentence))).toBe(true);
  });

  it('says nothing of limits where whole lots are searched, and all of it within the time it has', async () => {
    const whole = await optimize({ explain: true, lots: true, relativeGap: 0.05, timeLimit: 5 });
    expect(whole.limits.every((line) => line.worth === undefined)).toBe(true);
    expect(whole.explanation!.sentences.length).toBeGreaterThan(0);
  });
});
