import { describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../src/app/request.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { anIo, anOptimizeRequest, resultOf } from './a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const optimize = (changes: Partial<OptimizeRequest>) =>
  runOptimize(anOptimizeRequest(BTC, { limits: null, ...changes }), anIo());

const CASES: readonly (readonly [string, Partial<OptimizeRequest>, readonly string[]])[] = [
  ['one impossible limit', { limitTexts: ['vega BTC ..-1000000', 'delta BTC -5..5'] }, ['vega BTC max']],
  ['an impossible minimum', { limitTexts: ['delta BTC 10000..20000'] }, ['delta BTC min']],
  [
    'two that exclude each other',
    { limitTexts: ['cost total ..10', 'vega BTC -100..100'] },
    ['cost total max', 'vega BTC min'],
  ],
  [
    'a count in the way',
    { limitTexts: ['vega BTC -12000..12000'], maxTrades: 0, candidates: 'BTC-31JUL26-*' },
    ['vega BTC min', 'trades total max'],
  ],
  [
    'a pattern of positions',
    { limitTexts: ['position BTC-17JUL26-* -60..25', 'vega 2026-07-17 20000..'], candidates: 'BTC-17JUL26-*' },
    ['position BTC-17JUL26-* max', 'vega 2026-07-17 min'],
  ],
];

describe('an infeasible search', () => {
  it.each(CASES)('names the limits: %s', async (_, changes, names) => {
    const document = await optimize(changes);
    expect(document.status).toBe('infeasible');
    const { conflict, after, trades, cost, cash, objective, before, limits } = resultOf(document);
    expect([...conflict!.limits].sort()).toEqual([...names].sort());
    expect([after, cost, cash, objective]).toEqual([null, null, null, null]);
    expect(trades).toEqual([]);
    expect(before.initialMargin).toBeGreaterThan(0);
    expect(limits.length).toBeGreaterThan(0);
    const [issue] = document.issues;
    expect(issue!.code).toBe('OPT_INFEASIBLE');
    for (const name of names) expect(issue!.message).toContain(name);
    expect(issue!.message).toMatch(
      names.length === 1 ? /limit .* cannot be kept$/ : /limits .* and .* cannot hold together$/,
    );
  });

  it.each(CASES)('works once the smallest relaxation is applied: %s', async (_, changes) => {
    const { conflict } = resultOf(await optimize(changes));
    expect(conflict!.relaxations.length).toBeGreaterThan(0);
    let { limitTexts = [], maxTrades = null } = changes;
    for (const { limit, scope, end, from, to, by } of conflict!.relaxations) {
      expect(by).toBeCloseTo(Math.abs(to - from), 9);
      expect(Math.sign(to - from)).toBe(end === 'max' ? 1 : -1);
      if (limit === 'trades') maxTrades = Math.ceil(to);
      limitTexts = limitTexts.map((text) => relaxedText(text, limit, scope, end, to));
      // A pattern's relaxation names one instrument: its own limit is stated beside the pattern's.
      const pattern = limitTexts.find((text) => text.startsWith(`${limit} `) && text.includes('*'));
      if (limit === 'position' && pattern !== undefined) return;
    }
    const relaxed = await optimize({ ...changes, limitTexts, maxTrades });
    // Which of several best books is found may have a quote beside its tick.
    expect(relaxed.issues.filter(({ code }) => code !== 'EXE_OFF_TICK')).toEqual([]);
    expect(relaxed.status).toBe('ok');
  });

  it('says no book was found, and never a book that breaks a hard limit', async () => {
    const document = await optimize({ limitTexts: ['margin total ..1000'] });
    expect(document.status).toBe('infeasible');
    const to = resultOf(document).conflict!.relaxations[0]!.to;
    const best = resultOf(await optimize({ limitTexts: [`margin total ..${to}`] }));
    expect(best.after!.initialMargin).toBeLessThanOrEqual(to * (1 + 1e-6));
    // The relaxation is the smallest: nothing reaches a margin a thousandth below it.
    expect((await optimize({ limitTexts: [`margin total ..${to * 0.999}`] })).status).toBe('infeasible');
  });
});

describe('soft limits', () => {
  it('give way in order of priority, and are told', async () => {
    const hard = 'cost total ..100';
    const soft = { limitTexts: [hard], limits: 'fixtures/issues/opt-limits-relaxed/limits.csv' };
    const document = await optimize(soft);
    expect(document.status).toBe('no');
    const delta = resultOf(document).limits.find(({ limit }) => limit === 'delta')!;
    expect(delta).toMatchObject({ priority: 1, min: 2, max: 5, binding: true });
    expect(delta.relaxedBy).toBeCloseTo(2 - delta.value, 6);
    expect(document.issues.map(({ code }) => code)).toEqual(['OPT_LIMITS_RELAXED']);
  });
});

/** `vega BTC -5..5` with one end replaced, if it is the limit meant. */
function relaxedText(text: string, limit: string, scope: string, end: string, to: number): string {
  const [kind, name, range = ''] = text.split(' ');
  if (kind !== limit || name !== scope) return text;
  const [min, max] = range.split('..');
  return end === 'max' ? `${kind} ${name} ${min}..${to}` : `${kind} ${name} ${to}..${max}`;
}
