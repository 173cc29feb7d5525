import { describe, expect, it } from 'vitest';
import { correlateHedgesLines } from '../../../src/render/ndjson/correlate-hedges-lines.js';
import { correlateLines } from '../../../src/render/ndjson/correlate-lines.js';
import { PAGE_DETAIL, TERMINAL_DETAIL } from '../../../src/render/report/report-detail.js';
import {
  correlateHedgesSections,
  correlateHedgesSummary,
} from '../../../src/render/report/sections/correlate-hedges-sections.js';
import {
  correlateRepairSections,
  correlateRepairSummary,
} from '../../../src/render/report/sections/correlate-repair-sections.js';
import type { CorrelateHedges, CorrelateRepair, HedgeLine } from '../../../src/schema/index.js';
import { sectionText } from './section-text.js';

const triple = (name: string): CorrelateRepair['triples'][number] => ({
  names: ['A', 'B', name],
  determinant: -0.1,
  pairs: [
    { a: 'A', b: 'B', correlation: 0.9, from: -0.5, to: 0.25 },
    { a: 'A', b: name, correlation: 0.2, from: 0.125, to: 1 },
    { a: 'B', b: name, correlation: 0.85, from: -0.25, to: 0.6071 },
  ],
});

const repair: CorrelateRepair = {
  given: [],
  valid: false,
  smallestEigenvalue: -0.28531,
  negativeEigenvalues: 1,
  impossibleTriples: 7,
  triples: ['C', 'D', 'E', 'F', 'G', 'H', 'I'].map(triple),
  method: 'shrink',
  weights: [],
  fixed: [{ a: 'A', b: 'B', correlation: 0.9 }],
  target: 'equal',
  alpha: 0.25,
  distance: 0.41236,
  largestChange: 0.2,
  moved: [{ a: 'B', b: 'C', before: 0.85, after: 0.65, change: -0.2 }],
  compared: [
    { a: 'A', b: 'B', given: 0.9, estimated: 0.8, difference: 0.1, standardErrors: 4 },
    { a: 'A', b: 'C', given: 0.2, estimated: null, difference: null, standardErrors: null },
  ],
};

describe('repair', () => {
  const texts = (of: CorrelateRepair) => correlateRepairSections(of, TERMINAL_DETAIL).map(sectionText);

  it('tells triples, moves with how they were made, and the prices', () => {
    const [triples, moved, compared] = texts(repair);
    expect(triples?.slice(0, 3)).toEqual([
      'triple | pair | given | possible from | to',
      'A, B, C | A/B | 0.9 | -0.5000 | 0.2500',
      ' | A/C | 0.2 | 0.1250 | 1.0000',
    ]);
    expect(triples).toHaveLength(1 + 5 * 3 + 1);
    expect(triples?.at(-1)).toContain('2 more triples are not shown');
    expect(moved).toEqual([
      'pair | before | after | change',
      'B/C | 0.850000 | 0.650000 | -0.200000',
      'Moved towards a target no farther than it takes; target equal, 25.0% of the way; fixed A/B.',
    ]);
    expect(compared).toEqual([
      'pair | given | estimated | difference | standard errors',
      'A/B | 0.9000 | 0.8000 | +0.1000 | +4.0',
      'A/C | 0.2000 |  |  | ',
    ]);
  });

  it('tells weights that are not 1', () => {
    const weights = [
      { name: 'A', weight: 10 },
      { name: 'B', weight: 1 },
    ];
    const [, moved] = texts({ ...repair, method: 'weighted', weights, target: null, alpha: null });
    expect(moved?.at(-1)).toContain('weights A 10; fixed A/B.');
  });

  it('has a line to read, and nothing to show of a matrix that is one', () => {
    expect(correlateRepairSummary(5, repair)).toEqual({
      text: 'No correlation matrix: smallest eigenvalue -0.2853, 7 impossible triples. Repaired (shrink): 1 pair moved, distance 0.4124.',
      tone: 'warning',
    });
    const valid = { ...repair, valid: true, method: null, triples: [], impossibleTriples: 0, compared: null };
    expect(correlateRepairSections(valid, TERMINAL_DETAIL)).toEqual([null, null, null]);
    expect(correlateRepairSummary(5, valid).text).toBe(
      'A correlation matrix of 5 underlyings as it is; nothing was moved.',
    );
    expect(correlateRepairSections(null, PAGE_DETAIL)).toEqual([]);
  });
});

const hedge: HedgeLine = {
  underlying: 'A',
  exposure: -140_000,
  instrument: 'B-PERP',
  instrumentUnderlying: 'B',
  quoted: false,
  correlation: 0.8,
  ratio: -1.25,
  contracts: 98_671.912,
  residualShare: 0.36,
  residualMoney: 1500.4,
  unhedgedMoney: 2500,
  marginAfter: 45_196,
  saved: -6048,
  best: false,
  sampleCorrelation: 0.8,
  effectiveness: 0.64,
  windows: [
    { from: '2020-01-01', to: '2020-01-20', correlation: 0.1, effectiveness: -0.5, left: 2 },
    { from: '2020-03-01', to: '2020-03-20', correlation: null, effectiveness: null, left: null },
  ],
  verdict: 'failed',
};

const hedges: CorrelateHedges = {
  model: 'scan',
  parameters: 'scan-1',
  currency: 'USD',
  margin: 39_147,
  standalone: 56_554,
  offset: 17_407,
  pairs: [
    {
      a: 'A',
      b: 'B',
      correlation: 0.8,
      apart: 56_554,
      together: 39_147,
      offset: 17_407,
      withoutIt: 48_364,
      worth: 9217,
      others: true,
    },
  ],
  pairsLeftOut: 3,
  groups: [
    { names: ['A', 'B', 'C'], apart: 60_000, together: 40_000, offset: 20_000, leastMember: 'C', leastAdded: 2593 },
  ],
  hedges: [hedge, { ...hedge, verdict: 'holds', best: true, saved: 10, quoted: true }],
  threshold: 0.5,
  windowDays: 20,
  windows: [
    { kind: 'worst', from: '2020-01-01', to: '2020-01-20', bookMove: -25_395, volatility: 1.18 },
    { kind: 'volatile', from: '2020-03-01', to: '2020-03-20', bookMove: 10, volatility: 2 },
  ],
};

describe('hedges', () => {
  it('tells pairs, groups, single instruments and windows', () => {
    const [pairs, groups, instruments, windows] = correlateHedgesSections(hedges, TERMINAL_DETAIL).map(sectionText);
    expect(pairs).toEqual([
      'pair | correlation | apart | together | offset | book without it | worth',
      'A/B | 0.800 | 56,554 | 39,147 | 17,407 | 48,364* | +9,217',
      '* other correlations had to move too. 3 pairs of less offset were left out.',
    ]);
    expect(groups?.[1]).toBe('A, B, C | 60,000 | 40,000 | 20,000 | C | 2,593');
    expect(instruments?.slice(1, 3)).toEqual([
      'A | -140,000 | B-PERP | 98,671.9 | -1.250 | 36.0% | 1,500 | 45,196 | -6,048 | 64.0% | -50.0% | failed',
      'A | -140,000 | B-PERP | 98,671.9 | -1.250 | 36.0% | 1,500 | 45,196 | +10.00 | 64.0% | -50.0% | holds, best',
    ]);
    expect(instruments?.at(-1)).toMatch(/Failed: takes away 50.0% .* Some of the instruments have no quote\.$/);
    expect(windows?.slice(1, 3)).toEqual([
      '2020-01-01 to 2020-01-20 | the book loses most | -25,395 | 1.18 x',
      '2020-03-01 to 2020-03-20 | prices move most | +10.00 | 2.00 x',
    ]);
  });

  it('has a line to read, and no sections for what there is not', () => {
    expect(correlateHedgesSummary(hedges)).toEqual({
      text: 'Margin 39,147 USD: offsets save 17,407 of 56,554. 1 hedge good over all dates failed in a stressed window.',
      tone: 'warning',
    });
    const bare = { ...hedges, pairs: [], groups: [], hedges: [], windows: [] };
    expect(correlateHedgesSections(bare, TERMINAL_DETAIL)).toEqual([null, null, null, null]);
    expect(correlateHedgesSummary(bare).text).toBe('Margin 39,147 USD: offsets save 17,407 of 56,554.');
    expect(correlateHedgesSections(null, TERMINAL_DETAIL)).toEqual([]);
  });
});

describe('ndjson', () => {
  it('has a line for each thing', () => {
    const types = (lines: readonly { readonly type: string }[]) => lines.map(({ type }) => type);
    expect(types(correlateHedgesLines(hedges))).toEqual([
      'offsets',
      'offset',
      'group',
      'hedge',
      'hedge',
      'window',
      'window',
    ]);
    expect(correlateHedgesLines(null)).toEqual([]);
    const result = {
      names: ['A'],
      correlations: [[1]],
      smallestEigenvalue: 1,
      conditionNumber: 1,
      estimate: null,
      selection: null,
      repair,
      hedges: null,
    };
    const expected = ['row', 'repair', ...Array<string>(7).fill('triple'), 'moved', 'compared', 'compared', 'summary'];
    expect(types(correlateLines(result))).toEqual(expected);
  });
});
