import { describe, expect, it } from 'vitest';
import { PAGE_DETAIL } from '../../../src/render/report/report-detail.js';
import { comparedLimitsSection } from '../../../src/render/report/sections/compared-limits-section.js';
import { comparedMarginsSection } from '../../../src/render/report/sections/compared-margins-section.js';
import { comparedPartsSection } from '../../../src/render/report/sections/compared-parts-section.js';
import { comparedPositionsSection } from '../../../src/render/report/sections/compared-positions-section.js';
import { comparedScenariosSection } from '../../../src/render/report/sections/compared-scenarios-section.js';
import { notComparedSection } from '../../../src/render/report/sections/not-compared-section.js';
import { ruleBooksSection } from '../../../src/render/report/sections/rule-books-section.js';
import { compareResult, limits } from '../documents.js';
import { sectionText } from './section-text.js';

const { models, positions } = compareResult;
const [scan, deribit, , , , refusing] = models as [Model, Model, Model, Model, Model, Model];
type Model = (typeof models)[number];
const of = (...some: Model[]) => ({ ...compareResult, models: some });

describe('comparison sections', () => {
  it('margins: a column per model that can margin the book, the cheapest marked', () => {
    const text = sectionText(comparedMarginsSection(of(scan, deribit, refusing)));
    expect(text).toEqual([
      'in USD | scan | deribit-pme',
      'initial margin | 330,120 | 412,651',
      'above the lowest | cheapest | +82,530',
      'in percent |  | +25.0%',
      'maintenance margin | 264,096 | 330,120',
      'standalone margin | 1,204,012 | 1,204,012',
      'offset benefit | 873,891 | 873,891',
      'worst scenario loss | 312,001 | 371,385',
      'confidence | model | model',
      'equity left | 169,880 | 87,350',
    ]);
  });

  it('margins: without an account nothing is left; a model may have no scenarios, a lowest margin may be 0', () => {
    const plain = { ...deribit, worstScenario: null, aboveCheapestRatio: null, excess: null };
    const text = sectionText(comparedMarginsSection({ ...of(scan, plain), equity: null }));
    expect(text.find((line) => line.startsWith('equity left'))).toBeUndefined();
    expect(text).toContain('worst scenario loss | 312,001 | none');
    expect(text).toContain('in percent |  | ');
  });

  it('not comparable: how many positions, why, and what the rest needs', () => {
    const section = notComparedSection(compareResult, 2)!;
    expect(sectionText(section)).toEqual([
      'model | cannot margin | the rest alone, USD',
      'derive-srm | 1 of 2 positions | 210,001',
    ]);
    const [block] = section.blocks;
    expect(block).toMatchObject({ rows: [{ detail: 'BTC-3JUL26 is a dated future, and Derive lists none' }] });
    expect(notComparedSection(of(scan, deribit), 2)).toBeNull();
  });

  it('not comparable: instruments by reason, those beyond a few counted; problems of the inputs', () => {
    const refused = ['A', 'B', 'C'].map((instrument) => ({ instrument, reason: 'is American' }));
    const problems = [{ subject: 'BTC', problem: 'has no feed' }];
    const why = (model: Model, named: number) => {
      const section = notComparedSection(of(scan, model), named);
      const [block] = section!.blocks;
      return { cells: sectionText(section)[1], why: block?.kind === 'table' ? block.rows[0]!.detail : null };
    };
    expect(why({ ...refusing, refused, problems, partialMargin: null }, 2)).toEqual({
      cells: 'derive-srm | 3 of 2 positions | none',
      why: 'A, B and 1 more: each is American; BTC: has no feed',
    });
    expect(why({ ...refusing, refused }, 3).why).toBe('A, B, C: each is American');
    expect(why({ ...refusing, refused: [], problems }, 3)).toMatchObject({
      cells: 'derive-srm | the inputs | 210,001',
    });
  });

  it('not comparable: of all positions no names, and the reasons of another model once', () => {
    const refused = positions.map(({ instrument }) => ({ instrument, reason: 'is settled in a coin' }));
    const nothing = { ...refusing, name: 'tims', refused, partialMargin: null };
    const section = notComparedSection(of(scan, nothing, refusing, { ...nothing, name: 'other' }), 1);
    expect(sectionText(section)).toEqual([
      'model | cannot margin | the rest alone, USD',
      'tims | all 2 positions | none',
      'derive-srm | 1 of 2 positions | 210,001',
      'other | all 2 positions | none',
    ]);
    expect(section!.blocks[0]).toMatchObject({
      rows: [{ detail: 'each is settled in a coin' }, {}, { detail: 'as tims' }],
    });
    const alone = { ...compareResult, models: [scan, { ...nothing, refused: refused.slice(1) }] };
    const one = notComparedSection({ ...alone, positions: positions.slice(1) }, 1);
    expect(sectionText(one)[1]).toBe('tims | the only position | none');
    expect(one!.blocks[0]).toMatchObject({ rows: [{ detail: `${positions[1]!.instrument} is settled in a coin` }] });
  });

  it('standalone margins: no column of a model that takes none of the positions', () => {
    const lines = positions.map((line) => ({ ...line, standaloneMargins: [line.standaloneMargins[0]!, null] }));
    const [header] = sectionText(
      comparedPositionsSection({ ...of(scan, { ...refusing, name: 'tims' }), positions: lines }, PAGE_DETAIL),
    );
    expect(header).toBe('instrument | quantity | scan');
  });

  it('worst scenarios: the name and the loss of each', () => {
    const calm = { ...deribit, worstScenario: null };
    expect(sectionText(comparedScenariosSection(of(scan, calm, refusing)))).toEqual([
      'model | worst scenario | loss',
      'scan | down 1: BTC ladder, vol up | 312,001',
      'deribit-pme | none | ',
    ]);
  });

  it('parts: side by side, one row for parts of one name', () => {
    const shared = {
      ...deribit,
      parts: [
        { name: 'basis', amount: 12 },
        { name: 'roll', amount: 5 },
      ],
    };
    expect(sectionText(comparedPartsSection(of(scan, shared, refusing)))).toEqual([
      'part | scan | deribit-pme',
      'worst scenario | 312,001 | ',
      'short option | 17,500 | ',
      'basis | 619 | 12.00',
      'roll |  | 5.00',
    ]);
    expect(comparedPartsSection(of(refusing))).toBeNull();
  });

  it('parts: two of one name are added', () => {
    const twice = { ...scan, parts: [1, 2].map((amount) => ({ name: 'book', amount })) };
    expect(sectionText(comparedPartsSection(of(twice)))).toEqual(['part | scan', 'book | 3.00']);
  });

  it('positions: alone under each, refused where it is', () => {
    const text = sectionText(comparedPositionsSection(of(scan, deribit, refusing), PAGE_DETAIL));
    expect(text[0]).toBe('instrument | quantity | scan | deribit-pme | derive-srm');
    expect(text).toHaveLength(3);
    const last = positions.map((line) => ({ ...line, standaloneMargins: line.standaloneMargins.slice(-3) }));
    const shown = sectionText(
      comparedPositionsSection({ ...of(scan, deribit, refusing), positions: last }, PAGE_DETAIL),
    );
    expect(shown[2]).toBe('BTC-3JUL26 | 1,000 | 980,000 | 1,400,000 | refused');
    expect(comparedPositionsSection({ ...compareResult, positions: [] }, PAGE_DETAIL)).toBeNull();
  });

  it('positions: the largest where not all are shown', () => {
    const [first, omitted] = sectionText(
      comparedPositionsSection(compareResult, { ...PAGE_DETAIL, positions: 1 }),
    ).slice(1);
    expect(first).toContain('BTC-3JUL26');
    expect(omitted).toBe('1 more positions not shown; --json has them all');
  });

  it('limits: one row per limit, broken ones said, those a rule book does not know as well', () => {
    const own = limits.map((line) => ({ ...line, relaxedBy: 0 }));
    const text = sectionText(comparedLimitsSection(of({ ...scan, limits: own }, { ...deribit, limits: own.slice(1) })));
    expect(text).toHaveLength(1 + own.length);
    expect(text[0]).toBe('limit | scan | deribit-pme');
    expect(text[1]).toMatch(/\| unknown$/);
    expect(text.find((line) => line.startsWith('cost total ..300'))).toContain('BROKEN 366.95');
    expect(comparedLimitsSection(compareResult)).toBeNull();
  });

  it('rule books: the set of each, those that cannot margin the book among them', () => {
    const text = sectionText(ruleBooksSection(compareResult));
    expect(text).toHaveLength(7);
    expect(text[2]).toBe('deribit-pme | deribit-pme-2025 | deribit-pme | 2025-01-15 | house model');
  });
});
