import { describe, expect, it } from 'vitest';
import { historyWindows, windowScenario } from '../../../../src/app/stress/history/history-windows.js';
import type { PriceHistory } from '../../../../src/domain/index.js';

const HISTORY: PriceHistory = {
  dates: ['2020-03-02', '2020-03-03', '2020-03-04', '2020-03-06'],
  series: new Map([
    ['A', Float64Array.of(100, 110, 99, 88)],
    ['B', Float64Array.of(10, Number.NaN, 12, 6)],
  ]),
};

const ASKED = { windowDays: 1, from: null, to: null, names: ['A', 'B'], needed: new Set(['A', 'B']) };

const shown = (changes: Partial<typeof ASKED> | { from?: string; to?: string } = {}) =>
  historyWindows(HISTORY, { ...ASKED, ...changes }).map(({ from, to, moves, missing }) => [
    from.slice(8),
    to.slice(8),
    Object.fromEntries([...moves].map(([name, move]) => [name, Number(move.toFixed(12))])),
    missing,
  ]);

describe('historyWindows', () => {
  it('takes prices from one date to the next, and fills none in', () => {
    expect(shown()).toEqual([
      ['02', '03', { A: 0.1 }, ['B']],
      ['03', '04', { A: -0.1 }, ['B']],
      ['04', '06', { A: Number((88 / 99 - 1).toFixed(12)), B: -0.5 }, []],
    ]);
  });

  it('spans so many price dates, whatever lies between them', () => {
    expect(shown({ windowDays: 2 })).toEqual([
      ['02', '04', { A: -0.01, B: 0.2 }, []],
      ['03', '06', { A: -0.2 }, ['B']],
    ]);
    expect(shown({ windowDays: 4 })).toEqual([]);
  });

  it('a price that nobody needs may be missing', () => {
    expect(shown({ needed: new Set(['A']) }).map(([, , , missing]) => missing)).toEqual([[], [], []]);
  });

  it('begins and ends within the dates looked at', () => {
    expect(shown({ from: '2020-03-03' }).map(([from]) => from)).toEqual(['03', '04']);
    expect(shown({ to: '2020-03-05' }).map(([, to]) => to)).toEqual(['03', '04']);
    expect(shown({ from: '2020-03-05' })).toEqual([]);
  });
});

describe('windowScenario', () => {
  it('moves the levels of what has prices, and nothing else', () => {
    const [window] = historyWindows(HISTORY, ASKED);
    const { name, moves } = windowScenario(window!);
    expect(name).toBe('2020-03-03');
    expect(moves.map(({ kind, of, absolute }) => [kind, of, absolute])).toEqual([['level', 'A', false]]);
    expect(moves[0]!.amount).toBeCloseTo(0.1, 12);
  });
});
