import { describe, expect, it } from 'vitest';
import { type JointBlockInputs, jointBlocks } from '../../src/app/joint-blocks.js';
import type { CorrelationMatrix, PriceHistory } from '../../src/domain/index.js';
import { seededRandom } from '../optimizer/solver/seeded-random.js';

function matrix(names: readonly string[], rho: number): CorrelationMatrix {
  const n = names.length;
  return { names, values: Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : rho)) };
}

/** Random walks; a series may begin late. */
function history(names: readonly string[], days: number, late: Readonly<Record<string, number>> = {}): PriceHistory {
  const random = seededRandom(4);
  const dates = Array.from({ length: days }, (_, t) => new Date(Date.UTC(2026, 0, 1 + t)).toISOString().slice(0, 10));
  const series = names.map((name) => {
    let price = 100;
    const walk = Float64Array.from(dates, (_, t) => {
      price *= 1 + 0.04 * (random() - 0.5);
      return t < (late[name] ?? 0) ? Number.NaN : price;
    });
    return [name, walk] as const;
  });
  return { dates, series: new Map(series) };
}

const blocks = (changes: Partial<JointBlockInputs>) =>
  jointBlocks({
    underlyings: ['BTC', 'ETH', 'SOL'],
    needed: new Set(['BTC', 'ETH']),
    held: new Set(['BTC', 'ETH']),
    correlations: null,
    prices: null,
    noRepair: false,
    asOf: Date.UTC(2026, 11, 31),
    ...changes,
  });
const namesOf = (found: ReturnType<typeof jointBlocks>) => found.blocks.map((block) => block.names);

describe('jointBlocks', () => {
  it('are one each without correlations, of what is needed only', () => {
    const found = blocks({});
    expect(namesOf(found)).toEqual([['BTC'], ['ETH']]);
    expect(found.blocks.map(({ correlation }) => [...correlation])).toEqual([[1], [1]]);
    expect(found.report.source).toBe('none');
    expect(found.issues.map(({ code }) => code)).toEqual(['RUN_NO_CORRELATIONS']);
  });

  it('need no word while one underlying is held', () => {
    const found = blocks({ held: new Set(['BTC']) });
    expect(found.issues).toEqual([]);
    expect(blocks({ held: new Set(['BTC']), needed: new Set(['BTC']) }).report.source).toBe('none needed');
    expect(namesOf(blocks({ underlyings: ['BTC'], needed: new Set(['BTC']) }))).toEqual([['BTC']]);
    expect(namesOf(blocks({ underlyings: ['BTC'], needed: new Set() }))).toEqual([]);
  });

  it('take what the matrix names into one block, in the market’s order', () => {
    const found = blocks({ correlations: matrix(['SOL', 'ETH', 'BTC'], 0.5) });
    expect(namesOf(found)).toEqual([['BTC', 'ETH', 'SOL']]);
    expect([...found.blocks[0]!.correlation]).toEqual([1, 0.5, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 1]);
    expect(found.report).toMatchObject({ source: 'file', names: ['BTC', 'ETH', 'SOL'], repaired: false });
    expect(found.issues).toEqual([]);
  });

  it('leave what it does not name by itself, with a word if it is held', () => {
    const found = blocks({ correlations: matrix(['BTC', 'SOL'], 0.5) });
    expect(namesOf(found)).toEqual([['BTC', 'SOL'], ['ETH']]);
    expect(found.issues.map(({ code }) => code)).toEqual(['RUN_NOT_CORRELATED']);
    expect(blocks({ correlations: matrix(['BTC', 'SOL'], 0.5), held: new Set(['BTC']) }).issues).toEqual([]);
  });

  it('pass over names the market does not have, with a word', () => {
    const found = blocks({ correlations: matrix(['BTC', 'ETH', 'XRP'], 0.2) });
    expect(namesOf(found)).toEqual([['BTC', 'ETH']]);
    expect(found.issues.map(({ code }) => code)).toEqual(['RUN_CORRELATION_UNKNOWN']);
    const nothing = blocks({ correlations: matrix(['XRP', 'DOT'], 0.2) });
    expect(namesOf(nothing)).toEqual([['BTC'], ['ETH']]);
  });

  it('are repaired as a whole, before anything is taken from the matrix', () => {
    // Three times -0.8 is impossible: the nearest has -0.5 everywhere. SOURCE: by symmetry, 1 + 2 rho >= 0.
    const found = blocks({ correlations: matrix(['BTC', 'ETH', 'XRP'], -0.8) });
    expect(found.blocks[0]!.correlation[1]).toBeCloseTo(-0.5, 6);
    expect(found.report.repaired).toBe(true);
    expect(found.report.smallestEigenvalue).toBeCloseTo(-0.6, 9);
    expect(found.report.distance).toBeCloseTo(0.3 * Math.sqrt(6), 6);
    const codes = (noRepair: boolean) => blocks({ correlations: matrix(['BTC', 'ETH', 'SOL'], -0.8), noRepair }).issues;
    expect(codes(false).map(({ code }) => code)).toEqual(['RUN_CORRELATION_REPAIRED']);
    expect(codes(true).map(({ code }) => code)).toEqual(['RUN_CORRELATION_REFUSED']);
  });

  it('are estimated from the prices there are', () => {
    const found = blocks({ prices: history(['BTC', 'ETH', 'DOT'], 200) });
    expect(namesOf(found)).toEqual([['BTC', 'ETH']]);
    expect(found.report.source).toBe('prices');
    expect(Math.abs(found.blocks[0]!.correlation[1]!)).toBeLessThan(0.3);
    expect(found.issues[0]!.message).toContain('(BTC, ETH)');
  });

  it('leave out a series that shares too few days, and do without when only one is left', () => {
    const late = blocks({ prices: history(['BTC', 'ETH', 'SOL'], 200, { SOL: 199 }) });
    expect(namesOf(late)).toEqual([['BTC', 'ETH']]);
    const one = blocks({ prices: history(['BTC'], 200) });
    expect(namesOf(one)).toEqual([['BTC'], ['ETH']]);
    expect(one.issues.map(({ code }) => code)).toEqual(['RUN_NO_CORRELATIONS']);
  });
});
