import { describe, expect, it } from 'vitest';
import { type CandidateFilters, candidateFilter, NO_FILTERS } from '../../src/app/candidate-filters.js';
import type { OptimizeRequest } from '../../src/app/request.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { aPreparedRun } from './a-prepared-run.js';
import { anIo, anOptimizeRequest, FIXTURES, resultOf } from './a-world.js';

const NAMES = ['BTC-31JUL26-60000-C', 'BTC-31JUL26-60000-P', 'ETH-31JUL26-2000-C'];
const [CALL, PUT, ETHER] = NAMES as [string, string, string];

const filterOf = (changes: Partial<CandidateFilters>) => candidateFilter({ ...NO_FILTERS, ...changes }, NAMES);

async function optimized(folder: string, filters: Partial<CandidateFilters>, changes: Partial<OptimizeRequest> = {}) {
  const request = anOptimizeRequest(folder, {
    limits: null,
    filters: { ...NO_FILTERS, ...filters },
    ...changes,
  });
  const result = resultOf(await runOptimize(request, anIo()));
  const { positions, quantities } = await aPreparedRun(folder, { limits: null });
  const held = new Map(positions.map(({ instrument }, j) => [instrument.name, quantities[j]!]));
  const signed = result.trades.map(({ instrument, side, quantity }) => ({
    instrument,
    change: side === 'buy' ? quantity : -quantity,
    held: held.get(instrument) ?? 0,
  }));
  const reasonOf = (instrument: string) =>
    result.candidates.excluded.filter((one) => one.instrument === instrument).map(({ reason }) => reason);
  return { result, signed, held, reasonOf };
}

describe('candidateFilter', () => {
  it('leaves nothing out unless asked', () => {
    const { filter, issues } = filterOf({});
    expect(issues).toEqual([]);
    expect(NAMES.map((name) => filter.leavesOut(name, 0))).toEqual([null, null, null]);
    expect([filter.most(CALL, 1, 5), filter.most(CALL, -1, 5), filter.notClosed(5)]).toEqual([
      Infinity,
      Infinity,
      null,
    ]);
  });

  it('takes only what fits one of the patterns and none of those to be left out', () => {
    const { filter } = filterOf({ only: ['BTC-*', '*-C'], exclude: ['*-P'] });
    expect(NAMES.map((name) => filter.leavesOut(name, 0))).toEqual([null, 'matched by --exclude *-P', null]);
    expect(filterOf({ only: ['ETH-*'] }).filter.leavesOut(CALL, 0)).toBe('not matched by --only');
  });

  it('allows one direction, of everything or of what fits', () => {
    const { filter } = filterOf({ sides: ['btc-*-c SELL', 'BTC-*-P buy'] });
    expect(filter.most(CALL, 1, 0)).toBe("--side 'btc-*-c SELL': cannot be bought");
    expect(filter.most(CALL, -1, 0)).toBe(Infinity);
    expect(filter.most(PUT, -1, 0)).toBe("--side 'BTC-*-P buy': cannot be sold");
    expect([filter.most(ETHER, 1, 0), filter.most(ETHER, -1, 0)]).toEqual([Infinity, Infinity]);
    expect(filterOf({ sides: ['buy'] }).filter.most(ETHER, -1, 0)).toBe("--side 'buy': cannot be sold");
  });

  it('closes up to nothing and no further, or not at all', () => {
    const only = filterOf({ onlyClose: true }).filter;
    expect([only.most(CALL, -1, 7), only.most(CALL, 1, -3)]).toEqual([7, 3]);
    expect(only.most(CALL, 1, 7)).toBe('--only-close: held long, cannot be bought');
    expect(only.leavesOut(CALL, 0)).toBe('--only-close: not held');
    expect(only.notClosed(-3)).toBe('the 3 held short cannot be closed');
    const never = filterOf({ noClose: true }).filter;
    expect(never.most(CALL, 1, -3)).toBe('--no-close: held short, cannot be bought');
    expect([never.most(CALL, -1, -3), never.most(CALL, 1, 0)]).toEqual([Infinity, Infinity]);
  });

  it('says which pattern fits nothing, and which text is no direction', () => {
    const codes = filterOf({
      only: ['SOL-*'],
      exclude: ['*-X'],
      sides: ['SOL-* buy', 'sideways', 'a b sell', 'buy'],
    }).issues.map(({ code, field, value }) => [code, field, value]);
    expect(codes).toEqual([
      ['CFG_SIDE_TEXT', '--side', 'sideways'],
      ['CFG_SIDE_TEXT', '--side', 'a b sell'],
      ['OPT_PATTERN_UNUSED', '--only', 'SOL-*'],
      ['OPT_PATTERN_UNUSED', '--exclude', '*-X'],
      ['OPT_PATTERN_UNUSED', '--side', 'SOL-*'],
    ]);
  });
});

describe.each(FIXTURES)('filters on %s', (fixture) => {
  const folder = `fixtures/${fixture}`;

  it('--only-close makes held lines smaller and does nothing else', async () => {
    const { result, signed } = await optimized(folder, { onlyClose: true });
    expect(signed.length).toBeGreaterThan(0);
    for (const { held, change } of signed) {
      expect(held * change).toBeLessThan(0);
      expect(Math.abs(change)).toBeLessThanOrEqual(Math.abs(held));
    }
    expect(result.candidates.excluded.some(({ reason }) => reason === '--only-close: not held')).toBe(true);
  });

  it('--no-close makes none smaller', async () => {
    const { signed, held } = await optimized(folder, { noClose: true }, { limitTexts: ['position * -100000..100000'] });
    expect(held.size).toBeGreaterThan(0);
    for (const one of signed) expect(one.held * one.change).toBeGreaterThanOrEqual(0);
  });

  it('--side goes one way', async () => {
    const { signed } = await optimized(folder, { sides: ['buy'] }, { limitTexts: ['position * -100000..100000'] });
    expect(signed.length).toBeGreaterThan(0);
    expect(signed.every(({ change }) => change > 0)).toBe(true);
  });
});

describe('filters on a book of strangles', () => {
  const folder = 'fixtures/btc-short-strangle';

  it('say why a held line cannot be closed', async () => {
    const { reasonOf } = await optimized(folder, { onlyClose: true });
    expect(reasonOf('BTC-PERPETUAL')).toEqual(['no bid and no ask; the 12000 held short cannot be closed']);
    const late = await optimized(folder, { onlyClose: true }, { minDays: 400 });
    const reasons = late.result.candidates.excluded.map(({ reason }) => reason);
    expect(reasons.some((one) => /^expires within 400 days; the \d+ held short cannot be closed$/.test(one))).toBe(
      true,
    );
  });

  it('meet what --candidates asks for', async () => {
    const { signed, reasonOf } = await optimized(
      folder,
      { exclude: ['*-P'], only: ['BTC-*JUL26-*'] },
      { candidates: 'BTC-31JUL26-*' },
    );
    expect(signed.every(({ instrument }) => /^BTC-31JUL26-.*-C$/.test(instrument))).toBe(true);
    expect(reasonOf('BTC-31JUL26-60000-P')).toEqual(['matched by --exclude *-P']);
    expect(reasonOf('BTC-25SEP26-60000-C')).toEqual(['not among the candidates asked for']);
  });
});
