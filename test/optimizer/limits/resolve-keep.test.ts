import { describe, expect, it } from 'vitest';
import type { Limit } from '../../../src/domain/index.js';
import { evaluate, min, opposite, sparseAffine } from '../../../src/formula/index.js';
import { isProblem, type LimitContext, resolveLimit } from '../../../src/optimizer/limits/index.js';
import { CONTEXT } from './a-context.js';

function kept(kind: Limit['kind'], scope: string, value: number, relative: boolean, context: LimitContext = CONTEXT) {
  const limit: Limit = { kind, scope, min: null, max: null, priority: 'hard', origin: null, keep: { value, relative } };
  const resolved = resolveLimit(limit, context);
  if (isProblem(resolved)) throw new Error(resolved.problem);
  return resolved;
}

/** The delta of BTC lines with the given contracts held; what the lines add up to with and without sign. */
function delta(quantities: readonly number[]) {
  const context = { ...CONTEXT, quantities: Float64Array.from(quantities) };
  const parts = CONTEXT.lines.map(({ instrument }, j) =>
    instrument.underlying === 'BTC' ? CONTEXT.greeks[j]!.delta * quantities[j]! : 0,
  );
  const net = parts.reduce((sum, part) => sum + part, 0);
  const gross = parts.reduce((sum, part) => sum + Math.abs(part), 0);
  return { context, parts, net, gross };
}

const scenario = (name: string, ...coefficients: number[]) => {
  const pnl = sparseAffine(name, [...coefficients.keys()], coefficients);
  return { name, pnl, loss: opposite(pnl, `loss in ${name}`) };
};

describe('a greek that is kept', () => {
  it('stays within a part of its figure, whatever its sign', () => {
    for (const sign of [1, -1]) {
      const { context, net } = delta([3 * sign, 0, 0, 0, 0]);
      const [limit] = kept('delta', 'BTC', 0.05, true, context);
      expect(limit!.name).toBe('keep delta BTC');
      expect(limit!.before).toBeCloseTo(net, 12);
      expect([limit!.min, limit!.max]).toEqual([net - 0.05 * Math.abs(net), net + 0.05 * Math.abs(net)]);
    }
  });

  it('stays within an amount either way', () => {
    const { context, net } = delta([3, 0, 0, 0, 0]);
    const [limit] = kept('delta', 'BTC', 0.5, false, context);
    expect([limit!.min, limit!.max]).toEqual([net - 0.5, net + 0.5]);
  });

  it('stays within a part of what its lines add up to without sign, where they cancel', () => {
    const own = CONTEXT.greeks.map(({ delta: one }) => one);
    const btc = [...own.keys()].filter((j) => CONTEXT.lines[j]!.instrument.underlying === 'BTC' && own[j] !== 0);
    const [a, b] = [btc[0]!, btc[1]!];
    const quantities = own.map((_, j) => (j === a ? 1 / own[a]! : j === b ? -1 / own[b]! : 0));
    const { context, gross } = delta(quantities);
    const [limit] = kept('delta', 'BTC', 0.05, true, context);
    expect(gross).toBeCloseTo(2, 12);
    expect(limit!.min).toBeCloseTo(-0.1, 9);
    expect(limit!.max).toBeCloseTo(0.1, 9);
  });
});

describe('a payoff that is kept', () => {
  const scenarios = [
    scenario('up', 10, 0),
    scenario('flat', 0, 0),
    scenario('down', -10, 0),
    scenario('far up', 30, -1),
  ];
  const context = { ...CONTEXT, scenarios, quantities: Float64Array.of(2, 5, 0, 0, 0) };

  it('gains at least its part wherever the book gains, and is not bounded above', () => {
    expect(
      kept('loss', 'total', 0.05, true, context).map(({ name, min: low, max, before }) => [name, low, max, before]),
    ).toEqual([
      ['keep payoff up', 19, Infinity, 20],
      ['keep payoff far up', 0.95 * 55, Infinity, 55],
    ]);
  });

  it('is kept in the scenarios named', () => {
    expect(kept('loss', 'far *', 0.1, true, context).map(({ scope }) => scope)).toEqual(['far up']);
    expect(kept('loss', 'down', 0.1, true, context)).toEqual([]);
  });

  it('is no gain where only rounding is left', () => {
    const tiny = { ...context, scenarios: [...scenarios, scenario('hair', 1e-12, 0)] };
    expect(kept('loss', 'hair', 0.1, true, tiny).length + kept('loss', 'total', 0.1, true, tiny).length).toBe(3);
  });

  it('is bounded through its opposite where it is the smallest of several', () => {
    const pnl = min('either', [scenario('one', 10, 0).pnl, scenario('other', 6, 0).pnl]);
    const either = { name: 'either', pnl, loss: opposite(pnl) };
    const [limit] = kept('loss', 'either', 0.1, true, { ...context, scenarios: [either] });
    const { measure } = limit!;
    if (measure.kind !== 'book' || measure.opposite === undefined) throw new Error('no opposite');
    expect(limit!.before).toBe(12);
    expect(evaluate(measure.opposite, context.quantities)).toBe(-12);
  });
});
