import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCorrelate } from '../../../src/app/correlate/run-correlate.js';
import { estimateCorrelation } from '../../../src/correlation/index.js';
import { readCorrelations, readPrices } from '../../../src/ingest/index.js';
import { render } from '../../../src/render/index.js';
import { raggedHistory } from '../../correlation/estimate/a-history.js';
import { anIo } from '../a-world.js';
import { aRepairRequest } from './a-correlate-request.js';

const CRYPTO = 'fixtures/btc-eth-pair/prices.csv';
const EQUITIES = 'fixtures/es-and-etfs/prices.csv';

type Changes = Parameters<typeof aRepairRequest>[0];

const of = (changes: Changes) => runCorrelate(aRepairRequest(changes), anIo());

/** Runs on a text on standard input. */
function typed(text: string, changes: Changes = {}) {
  const stdin = new PassThrough();
  stdin.end(text);
  return runCorrelate(aRepairRequest({ prices: '-', minReturns: 3, ...changes }), anIo({ stdin }));
}

const codes = ({ issues }: { readonly issues: readonly { readonly code: string }[] }) => issues.map(({ code }) => code);

/** A price file of random columns on successive days. */
function text(columns: number, days: number, blanks = 0): string {
  const { dates, series } = raggedHistory(columns, days, blanks);
  const rows = dates.map((date, t) =>
    [date, ...[...series.values()].map((prices) => (Number.isNaN(prices[t]) ? '' : prices[t]))].join(','),
  );
  return [`date,${[...series.keys()].join(',')}`, ...rows].join('\n');
}

describe('runCorrelate on prices', () => {
  it('estimates what margins take from the same file', async () => {
    const { status, result, issues } = await of({ prices: CRYPTO });
    const { value } = await readPrices(CRYPTO, anIo());
    const { matrix } = estimateCorrelation(value);
    expect([status, issues]).toEqual(['ok', []]);
    expect(result!.names).toEqual(['BTC', 'ETH', 'BNB']);
    for (const [k, figure] of result!.correlations.flat().entries()) expect(figure).toBeCloseTo(matrix.values[k]!, 12);
    expect(result!.estimate).toMatchObject({ estimator: 'sample', dates: 731, from: '2021-12-31', to: '2023-12-31' });
    expect([result!.selection, result!.repair, result!.hedges]).toEqual([null, null, null]);
  });

  it('has eigenvalues whose sum is the trace, and their ratio as the condition number', async () => {
    const { result } = await typed(text(2, 40));
    const rho = Math.abs(result!.correlations[0]![1]!);
    expect(result!.smallestEigenvalue).toBeCloseTo(1 - rho, 12);
    expect(result!.conditionNumber).toBeCloseTo((1 + rho) / (1 - rho), 8);
  });

  it('writes a correlations file that is read back to the last digit', async () => {
    const outcome = await of({ prices: CRYPTO, estimator: 'kendall', asPearson: true });
    const csv = await render(outcome, { format: 'csv', width: 80, color: false });
    const stdin = new PassThrough();
    stdin.end(csv);
    const { value, issues } = await readCorrelations('-', anIo({ stdin }));
    expect(issues).toEqual([]);
    expect(value.names).toEqual(outcome.result!.names);
    expect([...value.values]).toEqual(outcome.result!.correlations.flat());
  });

  it.each(['table', 'json', 'ndjson', 'md', 'html'] as const)('is written as %s', async (format) => {
    const outcome = await of({ prices: CRYPTO, select: true });
    const written = await render(outcome, { format, width: 80, color: false });
    expect(written).toContain('BTC');
    expect(written).toMatch(/ledoit-wolf/);
    expect(written).not.toMatch(/NaN|undefined/);
  });

  it('chooses the estimator with the best score, and estimates by it', async () => {
    const { result } = await of({ prices: CRYPTO, select: true, halfLife: 40, window: 200, step: 50 });
    const { scores, blocks } = result!.selection!;
    expect(blocks).toBe(10);
    expect(scores.map(({ score }) => score)).toEqual(scores.map(({ score }) => score).toSorted((a, b) => b! - a!));
    expect(scores.filter(({ best }) => best)).toEqual([scores[0]]);
    expect(scores.filter(({ estimator }) => estimator === 'ewma').map(({ halfLife }) => halfLife)).toEqual([40]);
    expect(result!.estimate!.estimator).toBe(scores[0]!.estimator);
  });

  it('has intervals from resamples in place of formulas', async () => {
    const { result } = await of({ prices: CRYPTO, bootstrap: 40, seed: 3 });
    expect(result!.estimate!.interval).toEqual({ method: 'bootstrap', level: 0.95, resamples: 40, block: 10 });
    for (const { low, high, correlation } of result!.estimate!.pairs) {
      expect(low).toBeLessThan(correlation);
      expect(high).toBeGreaterThan(correlation);
    }
  });

  it('looks at no price after the date asked for', async () => {
    const { result, manifest } = await of({ prices: CRYPTO, asOf: Date.UTC(2022, 11, 31, 8) });
    expect(result!.estimate).toMatchObject({ to: '2022-12-31', dates: 366 });
    expect(manifest.asOf).toBe('2022-12-31T08:00:00.000Z');
  });
});

describe('complaints about prices', () => {
  it('CFG_NO_PRICES, CFG_CONFLICT: nothing to estimate from, or two estimators', async () => {
    expect(codes(await of({}))).toEqual(['CFG_NO_PRICES']);
    const both = await of({ prices: CRYPTO, select: true, estimator: 'oas' });
    expect(both.issues).toMatchObject([{ code: 'CFG_CONFLICT', field: '--estimator' }]);
  });

  it('PRC_ONE_SERIES: one column has no pair', async () => {
    const { status, issues } = await typed('date,A\n2024-01-01,1\n2024-01-02,2\n');
    expect(status).toBe('error');
    expect(issues).toMatchObject([{ code: 'PRC_ONE_SERIES', severity: 'error' }]);
  });

  it('PRC_GAP, PRC_STALE, PRC_MORE_FAULTS: the longest of a column by name, the others counted', async () => {
    const holed = text(2, 60).split('\n');
    const at = (t: number, cell: string) => {
      const [date, a] = holed[t]!.split(',');
      holed[t] = [date, a, cell].join(',');
    };
    for (const t of [11, 12, 13]) at(t, '');
    for (const first of [20, 30, 40]) for (let t = first; t < first + 6; t++) at(t, String(first));
    const { issues, result } = await typed(holed.join('\n'), { gapDays: 4, staleAfter: 6 });
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ['PRC_STALE', '6'],
      ['PRC_STALE', '6'],
      ['PRC_STALE', '6'],
      ['PRC_MORE_FAULTS', null],
    ]);
    expect(issues[0]!.message).toBe('U1 has the same price 6 times in a row, 2024-01-20 to 2024-01-25');
    expect(result!.estimate!.faults.map(({ kind }) => kind)).toEqual(['gap', 'stale', 'stale', 'stale']);
    const gaps = await typed(holed.join('\n'), { gapDays: 4, staleAfter: 7 });
    expect(gaps.issues.map(({ message }) => message)).toEqual(['U1 has no price for 4 days, 2024-01-10 to 2024-01-14']);
    expect(codes(gaps)).toEqual(['PRC_GAP']);
  });

  it('COR_UNDETERMINED: a column that does not move correlates with none', async () => {
    const rows = text(2, 30)
      .split('\n')
      .map((row, t) => `${row},${t === 0 ? 'C' : 7}`);
    const { issues, result } = await typed(rows.join('\n'), { staleAfter: 100 });
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      [
        'COR_UNDETERMINED',
        'the prices do not determine the correlations of C with all others: prices that do not move; they are taken as 0',
      ],
    ]);
    expect(result!.correlations[2]).toEqual([0, 0, 1]);
    expect(result!.estimate!.pairs.map(({ estimated }) => estimated === null)).toEqual([false, true, true]);
  });

  it('COR_UNDETERMINED: two columns of other times have no pair', async () => {
    const rows = text(3, 60).split('\n');
    const parted = rows.map((row, t) => {
      const [date, a, b, c] = row.split(',');
      return [date, a, t === 0 || t <= 30 ? b : '', t === 0 || t > 30 ? c : ''].join(',');
    });
    const { issues } = await typed(parted.join('\n'));
    expect(issues).toMatchObject([{ code: 'COR_UNDETERMINED', severity: 'warning' }]);
    expect(issues[0]!.message).toContain('U1 and U2: fewer than 3 returns (0 at most)');
  });

  it('COR_NOTHING_DETERMINED: too few rows for anything', async () => {
    const { status, issues } = await typed('date,A,B\n2024-01-01,1,2\n');
    expect([status, issues.map(({ code }) => code)]).toEqual(['error', ['COR_NOTHING_DETERMINED']]);
  });

  it('COR_COMMON_DATES: a shrinkage says how many dates it looks at', async () => {
    const { issues } = await typed(text(3, 60, 0.1), { estimator: 'oas' });
    expect(codes({ issues })).toEqual(['COR_COMMON_DATES']);
    expect(codes(await typed(text(3, 60), { estimator: 'oas' }))).toEqual([]);
  });

  it('COR_SINGULAR: fewer returns than underlyings, or two that are the same', async () => {
    const { issues, result } = await typed(text(8, 6));
    expect(codes({ issues })).toEqual(['COR_SINGULAR']);
    expect(issues[0]!.message).toContain('8 underlyings from 5 returns');
    expect(result!.conditionNumber).toBeNull();
    expect(codes(await of({ prices: EQUITIES }))).toEqual(['COR_SINGULAR']);
    expect(codes(await of({ prices: EQUITIES, estimator: 'ledoit-wolf' }))).toEqual([]);
  });

  it('COR_TOO_FEW_TO_SELECT: the file is shorter than a window and a step', async () => {
    const { issues } = await typed(text(2, 100), { select: true, days: 5 });
    expect(codes({ issues })).toEqual(['COR_TOO_FEW_TO_SELECT']);
    expect(issues[0]!.message).toContain('needs at least 274 returns');
  });

  it('COR_NONE_TO_SELECT: a column stands still in some window', async () => {
    const rows = text(2, 100)
      .split('\n')
      .map((row, t) => (t > 20 && t < 60 ? row.replace(/,[^,]*$/, ',7') : row));
    const ran = await typed(rows.join('\n'), { select: true, window: 20, step: 10, staleAfter: 100 });
    expect(codes(ran)).toEqual(['COR_NONE_TO_SELECT']);
  });

  it('RUN_CORRELATION_REPAIRED, RUN_CORRELATION_REFUSED: pairs of different dates contradict one another', async () => {
    const repaired = await typed(text(9, 24, 0.3), { minReturns: 3 });
    expect(codes(repaired)).toContain('RUN_CORRELATION_REPAIRED');
    const { estimate, smallestEigenvalue } = repaired.result!;
    expect(estimate!.repaired).toBe(true);
    expect(estimate!.smallestEigenvalue).toBeLessThan(-1e-3);
    expect(smallestEigenvalue).toBeGreaterThan(-1e-10);
    const moved = estimate!.pairs.reduce(
      (sum, { correlation, estimated }) => sum + (correlation - (estimated ?? 0)) ** 2,
      0,
    );
    expect(estimate!.distance).toBeCloseTo(Math.sqrt(2 * moved), 10);
    const refused = await typed(text(9, 24, 0.3), { minReturns: 3, noRepair: true });
    expect([refused.status, codes(refused)]).toEqual(['error', ['RUN_CORRELATION_REFUSED']]);
  });
});
