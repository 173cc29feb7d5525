import { describe, expect, it } from 'vitest';
import type { CorrelateRequest } from '../../../src/app/correlate/correlate-request.js';
import type { RepairRequest } from '../../../src/app/correlate/repair/repair-request.js';
import { runCorrelate } from '../../../src/app/correlate/run-correlate.js';
import { symmetricEigen } from '../../../src/math/symmetric-eigen.js';
import type { CorrelateRepair } from '../../../src/schema/correlate/correlate-repair.js';
import { anIo, resultOf } from '../a-world.js';
import { aRepairRequest } from './a-correlate-request.js';

const OWN = 'fixtures/correlations';
const DESKS = `${OWN}/five-desks.csv`;

async function repaired(
  matrix: string,
  repair: Partial<RepairRequest> = {},
  changes: Partial<Omit<CorrelateRequest, 'repair'>> = {},
) {
  const outcome = await runCorrelate(aRepairRequest({ matrix, repair, ...changes }), anIo());
  return { outcome, codes: outcome.issues.map(({ code }) => code) };
}

async function sectionOf(matrix: string, repair: Partial<RepairRequest> = {}) {
  const result = resultOf((await repaired(matrix, repair)).outcome);
  const values = Float64Array.from(result.correlations.flat());
  return { result, repair: result.repair as CorrelateRepair, values, n: result.names.length };
}

const entry = ({ result }: Awaited<ReturnType<typeof sectionOf>>, a: string, b: string): number =>
  result.correlations[result.names.indexOf(a)]![result.names.indexOf(b)]!;

describe('a correlation file that is none', () => {
  it('is told with its worst triple, and is a correlation matrix afterwards', async () => {
    const { outcome, codes } = await repaired(DESKS);
    expect(codes).toEqual(['COR_IMPOSSIBLE_TRIPLE', 'COR_IMPOSSIBLE_TRIPLE', 'COR_REPAIRED']);
    expect(outcome.status).toBe('ok');
    expect(outcome.issues[0]?.message).toBe(
      'no three underlyings can have the correlations of BTC, ETH and SOL: ' +
        'BTC/ETH 0.9 and BTC/SOL 0.2 leave ETH/SOL between -0.2471 and 0.6071; it is 0.85',
    );
    const { repair, values, n } = await sectionOf(DESKS);
    expect(repair).toMatchObject({ valid: false, method: 'nearest', impossibleTriples: 2, alpha: null, target: null });
    expect(symmetricEigen(values, n).values[0]).toBeGreaterThan(-1e-12);
    expect(symmetricEigen(Float64Array.from(repair.given.flat()), n).values[0]).toBeCloseTo(
      repair.smallestEigenvalue,
      12,
    );
    const distance = Math.hypot(...values.map((value, k) => value - repair.given.flat()[k]!));
    expect(repair.distance).toBeCloseTo(distance, 12);
    expect(repair.largestChange).toBeCloseTo(Math.max(...repair.moved.map(({ change }) => Math.abs(change))), 14);
  });

  it('need not have an impossible triple: four at -0.4 become four at -1/3', async () => {
    const { repair, result } = await sectionOf(`${OWN}/no-triple.csv`);
    expect(repair).toMatchObject({ impossibleTriples: 0, triples: [], negativeEigenvalues: 1 });
    expect(repair.smallestEigenvalue).toBeCloseTo(-0.2, 12);
    for (const [i, row] of result.correlations.entries()) {
      row.forEach((value, j) => void expect(value).toBeCloseTo(i === j ? 1 : -1 / 3, 10));
    }
  });

  it.each([
    ['spectral', {}],
    ['shrink', { target: 'identity' }],
    ['shrink', { target: 'equal' }],
    ['shrink', { target: `${OWN}/target.csv` }],
    ['weighted', { weights: 'BTC=10,ETH=5' }],
  ] as const)(
    '--repair %s %j is farther from it than the nearest one, and positive semidefinite',
    async (method, terms) => {
      const nearest = await sectionOf(DESKS);
      const other = await sectionOf(DESKS, { method, ...terms });
      expect(other.repair.method).toBe(method);
      expect(other.repair.distance).toBeGreaterThan(nearest.repair.distance);
      expect(symmetricEigen(other.values, other.n).values[0]).toBeGreaterThan(-1e-10);
    },
  );

  it('is moved towards the identity by -l / (1 - l) of the way, every pair by the same part', async () => {
    const { repair } = await sectionOf(DESKS, { method: 'shrink' });
    const least = repair.smallestEigenvalue;
    expect(repair.alpha).toBeCloseTo(-least / (1 - least), 10);
    for (const { before, after } of repair.moved) expect(after / before).toBeCloseTo(1 / (1 - least), 9);
    expect(repair.target).toBe('identity');
  });

  it('keeps fixed pairs to the last digit, under every repair that can', async () => {
    for (const terms of [{}, { method: 'shrink' }, { weights: 'SOL=3' }, { target: 'equal' }] as const) {
      const repairedMatrix = await sectionOf(DESKS, { fix: ['BTC/ETH, SPX/GOLD'], ...terms });
      expect(entry(repairedMatrix, 'BTC', 'ETH')).toBe(0.9);
      expect(entry(repairedMatrix, 'SPX', 'GOLD')).toBe(0.8);
      expect(symmetricEigen(repairedMatrix.values, 5).values[0]).toBeGreaterThan(-1e-10);
      expect(repairedMatrix.repair.fixed).toEqual([
        { a: 'BTC', b: 'ETH', correlation: 0.9 },
        { a: 'GOLD', b: 'SPX', correlation: 0.8 },
      ]);
    }
  });

  it('keeps pairs of heavy underlyings nearer, whether weights are text or a file', async () => {
    const plain = await sectionOf(DESKS);
    const heavy = await sectionOf(DESKS, { weights: 'BTC=10,ETH=5' });
    expect(Math.abs(entry(heavy, 'BTC', 'ETH') - 0.9)).toBeLessThan(Math.abs(entry(plain, 'BTC', 'ETH') - 0.9));
    const file = await sectionOf(DESKS, { weights: `${OWN}/weights.csv` });
    expect(file.result.correlations).toEqual(heavy.result.correlations);
    expect(file.repair.weights.map(({ weight }) => weight)).toEqual([10, 5, 1, 1, 1]);
  });
});

describe('a correlation matrix', () => {
  it('stays as it is', async () => {
    const { outcome, codes } = await repaired('fixtures/btc-eth-pair/correlations.csv');
    expect(codes).toEqual([]);
    expect(resultOf(outcome).repair).toMatchObject({
      valid: true,
      method: null,
      distance: 0,
      moved: [],
      compared: null,
    });
  });

  it('is warned of where it is nearly singular', async () => {
    const { outcome, codes } = await repaired(`${OWN}/nearly-singular.csv`);
    expect(codes).toEqual(['COR_NEARLY_SINGULAR']);
    expect(outcome.issues[0]?.message).toMatch(/^the correlation matrix is nearly singular: condition number 2/);
    const twins = await repaired('fixtures/es-and-etfs/correlations.csv');
    expect(twins.outcome.issues[0]?.message).toMatch(/an eigenvalue is 0$/);
  });

  it('is compared with prices pair by pair, and names without prices are told', async () => {
    const { outcome, codes } = await repaired(
      'fixtures/btc-eth-pair/correlations.csv',
      {},
      {
        prices: 'fixtures/btc-eth-pair/prices.csv',
      },
    );
    const { repair, estimate } = resultOf(outcome);
    const pair = estimate?.pairs.find(({ a, b }) => [a, b].includes('BTC') && [a, b].includes('ETH'));
    expect(repair?.compared).toHaveLength(1);
    const [line] = repair!.compared!;
    expect(line).toMatchObject({ a: 'BTC', b: 'ETH', given: 0.832005, estimated: pair?.estimated });
    expect(line?.standardErrors).toBeCloseTo((0.832005 - pair!.estimated!) / pair!.standardError!, 10);
    expect(codes).toEqual([]);
    const desks = await repaired(DESKS, {}, { prices: 'fixtures/btc-eth-pair/prices.csv' });
    expect(desks.codes.filter((code) => code === 'COR_NOT_IN_PRICES')).toHaveLength(3);
  });
});

describe('everything that is wrong', () => {
  it('is in one report, the triples of the figures that are left among it', async () => {
    const { outcome, codes } = await repaired(`${OWN}/all-wrong.csv`);
    expect(outcome).toMatchObject({ status: 'error', result: null });
    expect([...codes].sort()).toEqual([
      'COR_ASYMMETRIC',
      'COR_DIAGONAL',
      'COR_IMPOSSIBLE_TRIPLE',
      'COR_OUT_OF_RANGE',
      'COR_PAIR_MISSING',
      'COR_UNKNOWN_NAME',
    ]);
  });

  it.each([
    [
      'COR_FIX_TEXT',
      { fix: ['BTC/ETHH'] },
      "--fix 'BTC/ETHH' names no pair of the matrix; expected A/B of BTC, ETH, SOL, GOLD, SPX",
    ],
    [
      'COR_FIX_TEXT',
      { fix: ['BTC'] },
      "--fix 'BTC' names no pair of the matrix; expected A/B of BTC, ETH, SOL, GOLD, SPX",
    ],
    [
      'COR_FIXED_IMPOSSIBLE',
      { fix: ['BTC/ETH,BTC/SOL,ETH/SOL'] },
      'no correlation matrix has these fixed pairs: BTC/ETH 0.9, BTC/SOL 0.2, ETH/SOL 0.85',
    ],
    [
      'COR_WEIGHT_TEXT',
      { weights: 'BTC=-1' },
      "--weights 'BTC=-1': no name with a weight; expected NAME=W with W above 0",
    ],
    [
      'COR_WEIGHT_TEXT',
      { weights: 'DOGE=2' },
      "--weights 'DOGE=2': not a name of the matrix; expected BTC, ETH, SOL, GOLD, SPX",
    ],
    ['COR_WEIGHT_TEXT', { method: 'weighted' }, "--weights '': --repair weighted was given none"],
    [
      'COR_WEIGHT_TEXT',
      { weights: 'BTC=2e6,ETH=0.5' },
      "--weights 'BTC=2e6,ETH=0.5': the largest weight is more than a million times the smallest; expected weights nearer together, or --fix for pairs that stay as they are",
    ],
    [
      'COR_REPAIR_UNSUITED',
      { method: 'spectral', fix: ['BTC/ETH'] },
      '--fix does nothing with --repair spectral; expected --repair nearest, weighted or shrink',
    ],
    [
      'COR_REPAIR_UNSUITED',
      { method: 'nearest', weights: 'BTC=2' },
      '--weights does nothing with --repair nearest; expected --repair weighted',
    ],
    [
      'COR_REPAIR_UNSUITED',
      { method: 'nearest', target: 'equal' },
      '--target does nothing with --repair nearest; expected --repair shrink',
    ],
    [
      'COR_TARGET_REFUSED',
      { target: 'fixtures/btc-eth-pair/correlations.csv' },
      'the target fixtures/btc-eth-pair/correlations.csv cannot be shrunk to: it has no SOL, GOLD, SPX',
    ],
    [
      'COR_TARGET_REFUSED',
      { target: DESKS },
      `the target ${DESKS} cannot be shrunk to: its smallest eigenvalue is -0.2853`,
    ],
  ] as const)('%s %j', async (code, terms, message) => {
    const { outcome } = await repaired(DESKS, terms);
    expect(outcome.status).toBe('error');
    expect(outcome.issues.find((issue) => issue.code === code)?.message).toBe(message);
  });

  it('refuses with --no-repair, and tells of more triples than it names', async () => {
    const { outcome, codes } = await repaired(DESKS, {}, { noRepair: true });
    expect([outcome.status, codes.at(-1)]).toEqual(['error', 'RUN_CORRELATION_REFUSED']);
    const { makeIssue } = await import('../../../src/domain/index.js');
    expect(makeIssue('COR_MORE_TRIPLES', { value: '3' }).message).toBe('3 more triples contradict themselves');
    expect(makeIssue('COR_FIX_UNSETTLED', { detail: '1.0e-6' }).message).toContain('1.0e-6 is left');
  });

  it('says what does nothing without a file to be repaired', async () => {
    const repair = { method: 'shrink', fix: ['A/B'], target: 'equal' } as const;
    const outcome = await runCorrelate(aRepairRequest({ prices: 'fixtures/btc-eth-pair/prices.csv', repair }), anIo());
    expect(outcome.status).toBe('error');
    expect(outcome.issues.map(({ code, field }) => [code, field])).toEqual([
      ['COR_NEEDS_MODE', '--repair'],
      ['COR_NEEDS_MODE', '--fix'],
      ['COR_NEEDS_MODE', '--target'],
    ]);
    expect(outcome.issues[0]?.message).toBe('--repair does nothing without --matrix FILE');
  });

  it('does not look over a file and a book at once', async () => {
    const request = aRepairRequest({ matrix: DESKS });
    const { hedges } = (await import('./a-correlate-request.js')).aHedgesRequest('fixtures/btc-eth-pair');
    const outcome = await runCorrelate({ ...request, hedges }, anIo());
    expect(outcome.issues.map(({ code }) => code)).toEqual(['CFG_CONFLICT']);
  });
});
