import { describe, expect, it } from 'vitest';
import { LIMIT_KINDS } from '../../../src/domain/index.js';
import { evaluate } from '../../../src/formula/index.js';
import { LIMIT_RULES } from '../../../src/optimizer/limits/limit-rules.js';
import { aStated, CONTEXT, figures, problemOf, QUANTITIES } from './a-context.js';

/** Scope, unit and present figure of everything a limit measures. */
const measured = (...stated: Parameters<typeof aStated>) =>
  figures(aStated(...stated)).map(({ scope, unit, before }) => [scope, unit, Math.round(before * 1e9) / 1e9]);

describe('every kind of limit', () => {
  it('has a rule', () => {
    expect(Object.keys(LIMIT_RULES).sort()).toEqual([...LIMIT_KINDS].sort());
  });

  it.each(['delta', 'gamma', 'vega', 'theta', 'rho', 'gross', 'net', 'position', 'cost', 'turnover'] as const)(
    '%s refuses a scope that is nothing',
    (kind) => {
      expect(problemOf(aStated(kind, 'XRP', null, 1)).problem).toBe('unknownScope');
    },
  );
});

describe('greek limits', () => {
  it('of one underlying are in its own units', () => {
    expect(measured('delta', 'BTC', -1, 1)).toEqual([['BTC', 'BTC', 0.2]]);
    expect(measured('gamma', 'BTC', -1, 1)).toEqual([['BTC', 'BTC per unit of price', 0.002]]);
    expect(measured('vega', 'ETH', -1, 1)).toEqual([['ETH', 'USD per volatility point', 100 * 30 - 2 * 40]]);
    expect(measured('theta', 'ETH', -1, 1)).toEqual([['ETH', 'USD per day', -100 * 9 + 2 * 12]]);
    expect(measured('rho', '*-C', -1, 1)).toEqual([['*-C', 'USD per 1 % of rate', 10 * 0.5 - 4 * 1]]);
  });

  it('of several underlyings count delta and gamma in cash', () => {
    const cash = 10 * 6000 - 4 * 12_000 + 100 * 750 - 2 * 1000;
    expect(measured('delta', 'total', -1, 1)).toEqual([['total', 'USD', cash]]);
    const gamma = 10 * 36_000 - 4 * 72_000 + 100 * 187.5 - 2 * 250;
    expect(measured('gamma', '*', -1, 1)).toEqual([['*', 'USD per 1 % move', gamma]]);
    expect(measured('vega', 'total', -1, 1)[0]![1]).toBe('USD per volatility point');
  });

  it('have the unit of the market’s underlyings, whatever is held', () => {
    // One line of BTC, but the market has ETH and SOL as well: the same limit means the same with and without candidates.
    const alone = { ...CONTEXT, lines: CONTEXT.lines.slice(0, 1), quantities: Float64Array.of(10) };
    const [total] = figures(aStated('delta', 'total', -1, 1), alone);
    expect(total).toMatchObject({ unit: 'USD', before: 60_000 });
    const [only] = figures(aStated('delta', 'total', -1, 1), { ...alone, market: [] });
    expect(only).toMatchObject({ unit: 'BTC', before: 1 });
  });

  it('are nothing where nothing of the scope is held', () => {
    expect(measured('delta', 'SOL', -1, 1)).toEqual([['SOL', 'SOL', 0]]);
    expect(
      figures(aStated('vega', 'total', -1, 1), { ...CONTEXT, lines: [], market: [], quantities: new Float64Array(0) }),
    ).toMatchObject([{ before: 0 }]);
  });
});

describe('exposure limits', () => {
  it('net longs less shorts, gross longs plus shorts', () => {
    expect(measured('net', 'total', -1, 1)).toEqual([['total', 'USD', 600_000 - 240_000 + 250_000 - 50_000]]);
    expect(measured('gross', 'total', null, 1)).toEqual([['total', 'USD', 600_000 + 240_000 + 250_000 + 50_000]]);
    expect(measured('gross', 'ETH', null, 1)).toEqual([['ETH', 'USD', 300_000]]);
    expect(measured('gross', 'SOL', null, 1)).toEqual([['SOL', 'USD', 0]]);
  });

  it('gross has no minimum, for that would not be convex', () => {
    expect(problemOf(aStated('gross', 'total', 1, null))).toEqual({ problem: 'onlyMaximum', known: [] });
  });
});

describe('position limits', () => {
  it('bound each instrument of a pattern by itself', () => {
    expect(measured('position', 'BTC-*', -5, 5)).toEqual([
      ['BTC-31JUL26-60000-C', 'contracts', 10],
      ['BTC-28AUG26-70000-C', 'contracts', -4],
    ]);
    expect(measured('position', 'SOL-*', -5, 5)).toEqual([]);
  });
});

describe('limits on trades', () => {
  it('mark the lines in scope', () => {
    const [cost] = figures(aStated('cost', 'ETH', null, 10));
    expect(cost).toMatchObject({ unit: 'USD', before: 0, measure: { kind: 'trades', amount: 'cost' } });
    expect([...(cost!.measure as { lines: Uint8Array }).lines]).toEqual([0, 0, 1, 1, 0]);
    const [turnover] = figures(aStated('turnover', 'total', null, 10));
    expect(turnover!.measure).toMatchObject({ kind: 'trades', amount: 'notional' });
    expect([...(turnover!.measure as { lines: Uint8Array }).lines]).toEqual([1, 1, 1, 1, 0]);
  });

  it('count instruments, with a maximum only', () => {
    expect(figures(aStated('trades', 'total', null, 3))).toMatchObject([
      { unit: 'trades', measure: { kind: 'count' }, max: 3 },
    ]);
    expect(problemOf(aStated('trades', 'total', 1, 3)).problem).toBe('onlyMaximum');
  });

  it.each(['cost', 'turnover', 'trades'] as const)('%s cannot be relative', (kind) => {
    expect(problemOf(aStated(kind, 'total', null, '50%'))).toEqual({ problem: 'relativeToTrades', known: [] });
  });
});

describe('loss limits', () => {
  it('bound a named scenario, letter case aside', () => {
    const [down] = figures(aStated('loss', 'DOWN 1/3: BTC ladder, vol up', null, 60));
    expect(down).toMatchObject({
      scope: 'down 1/3: BTC ladder, vol up',
      unit: 'USD',
      before: 50,
      name: 'loss down 1/3: BTC ladder, vol up',
    });
  });

  it('bound each scenario of a pattern, and all of them in total', () => {
    expect(measured('loss', '*ladder*', null, 60).map(([, , before]) => before)).toEqual([50, -54]);
    expect(measured('loss', 'total', null, 60)).toHaveLength(2);
    expect(measured('loss', 'up*', -60, 60)).toHaveLength(1);
  });

  it('name the scenarios there are when none matches', () => {
    expect(problemOf(aStated('loss', 'sideways', null, 60))).toEqual({
      problem: 'unknownScenario',
      known: ['down 1/3: BTC ladder, vol up', 'up 1/3: BTC ladder, vol up'],
    });
  });
});

describe('margin limits', () => {
  it('bound the initial margin of the whole book, whatever the scope says', () => {
    const [margin] = figures(aStated('margin', 'BTC', null, 400));
    expect(margin).toMatchObject({ scope: 'total', before: 10 - 8 + 300 - 8, max: 400 });
    expect(margin!.measure.kind === 'book' && evaluate(margin!.measure.formula, QUANTITIES)).toBe(294);
  });

  it('have no minimum', () => {
    expect(problemOf(aStated('margin', 'total', 1, 3)).problem).toBe('onlyMaximum');
  });
});
