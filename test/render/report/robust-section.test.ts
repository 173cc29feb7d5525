import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render/index.js';
import { proofSection } from '../../../src/render/report/sections/proof-section.js';
import { robustSection } from '../../../src/render/report/sections/robust-section.js';
import { secondAimSection } from '../../../src/render/report/sections/second-aim-section.js';
import type { OptimizeResult, RobustLine, SecondAimLine } from '../../../src/schema/index.js';
import { stressParametersPart } from '../documents/stress-parameters-part.js';
import { optimizeDocument, optimizeResult } from '../documents.js';
import { sectionText } from './section-text.js';

const one = { asOf: '2026-06-27T09:25:00.000Z', weight: 1 };
const robust: RobustLine = {
  rule: 'worst',
  before: 400,
  after: 250,
  cases: [
    { ...one, name: 'here', model: 'scan', parameters: 'scan-1', before: 300, after: 250, binding: true },
    { ...one, name: 'there', model: 'pm1', parameters: 'pm1-1', before: 400, after: 100, binding: false },
  ],
};
const secondAim: SecondAimLine = {
  aim: 'turnover',
  within: 0.01,
  search: 'ended',
  valueBefore: 2000,
  valueAfter: 1500,
  bound: 1500,
  gap: 0,
  proven: true,
  objectiveBefore: 10_000,
  objectiveAfter: 10_100,
  tradesBefore: [],
  certificate: null,
};
const withBoth: OptimizeResult = { ...optimizeResult, robust, secondAim };

describe('robustSection', () => {
  it('has each case, and the worst of them', () => {
    expect(sectionText(robustSection(withBoth))).toEqual([
      'case | parameters | before | after | change | binds',
      'here | scan-1 | 300 | 250 | -50.00 | yes',
      'there | pm1-1 | 400 | 100 | -300 | ',
      'the worst case |  | 400 | 250 | -150 | ',
    ]);
  });

  it('has the weights of a sum, and no change where no book was found', () => {
    const cases = robust.cases.map((line) => ({ ...line, after: null, weight: 0.5, binding: true }));
    const weighted: RobustLine = { rule: 'weighted', before: 350, after: null, cases };
    expect(sectionText(robustSection({ ...optimizeResult, robust: weighted }))).toEqual([
      'case | parameters | weight | now',
      'here | scan-1 | 0.5 | 300',
      'there | pm1-1 | 0.5 | 400',
      'the weighted sum of the cases |  |  | 350',
    ]);
  });

  it('has the plain hedge beside, what the robust one costs and saves, and the worst set of the hedged book', () => {
    const line = { initialMargin: 200, worst: 320, cost: 10, costs: 15, saves: 70, trades: [] };
    const after = { ...stressParametersPart.worst!, margin: 260 };
    const cases = robust.cases.map((one, k) => ({ ...one, plain: 320 - 100 * k }));
    const told = { ...robust, cases, plain: line, ranges: { before: null, after } };
    const text = sectionText(robustSection({ ...optimizeResult, robust: told }));
    expect(text.slice(0, 2)).toEqual([
      'case | parameters | before | after | change | plain | binds',
      'here | scan-1 | 300 | 250 | -50.00 | 320 | yes',
    ]);
    expect(text.at(-1)).toBe(
      'Against the hedge that looks at the run alone it costs 15.00 there, and saves 70.00 in the worst case. The worst parameters found for the hedged book ask 260, more than any case.',
    );
    const none = { ...told, plain: null, ranges: { before: null, after: { ...after, margin: 250 } } };
    expect(sectionText(robustSection({ ...optimizeResult, robust: none })).at(-1)).toContain('no more than the worst');
  });

  it('is nothing for one rule book', () => {
    expect(robustSection(optimizeResult)).toBeNull();
  });

  it('is what the objective is said to hold', () => {
    expect(sectionText(proofSection(withBoth)).join()).toContain('initial margin of the worst case after the trades');
  });
});

describe('secondAimSection', () => {
  it('tells what became of it, and what it took of the objective', () => {
    expect(sectionText(secondAimSection(withBoth))).toEqual([
      'The notional bought plus sold goes from 2,000 to 1,500; the objective goes from 10,000 to 10,100, at most 1.0% allowed.',
      'No such book has less than 1,500: proven optimal, gap <0.01%.',
    ]);
  });

  it.each([
    [
      { search: 'notBegun', bound: null, gap: null, proven: false },
      'It was not looked for: the first search was stopped.',
    ],
    [
      { search: 'stopped', bound: null, gap: null, proven: false },
      'The search for less was stopped. No bound on it is known.',
    ],
    [
      { search: 'stopped', bound: 1200, gap: 0.2, proven: false },
      'The search for less was stopped. No such book has less than 1,200: not proven least, gap 20.0%.',
    ],
  ] as const)('says how sure it is: %o', (changes, words) => {
    const result = { ...optimizeResult, secondAim: { ...secondAim, ...changes } };
    expect(sectionText(secondAimSection(result)).at(-1)).toBe(words);
  });

  it('is nothing where none was asked for', () => {
    expect(secondAimSection(optimizeResult)).toBeNull();
  });
});

describe('lines of a document with cases and a second aim', () => {
  it('are one a case, one for the aim, and the rule in the summary', async () => {
    const document = { ...optimizeDocument, result: withBoth };
    const text = await render(document, { format: 'ndjson', width: 80, color: false });
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ type }) => type === 'case').map(({ name }) => name)).toEqual(['here', 'there']);
    expect(lines.find(({ type }) => type === 'secondAim')).toMatchObject({ aim: 'turnover', valueAfter: 1500 });
    expect(lines.at(-1)).toMatchObject({ type: 'summary', robust: { rule: 'worst', before: 400, after: 250 } });
  });
});
