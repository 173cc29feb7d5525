import { describe, expect, it } from 'vitest';
import { TERMINAL_DETAIL } from '../../../src/render/report/report-detail.js';
import { candidatesSection } from '../../../src/render/report/sections/candidates-section.js';
import { conflictSection } from '../../../src/render/report/sections/conflict-section.js';
import { limitsSection } from '../../../src/render/report/sections/limits-section.js';
import { marginChangeSection } from '../../../src/render/report/sections/margin-change-section.js';
import { proofSection } from '../../../src/render/report/sections/proof-section.js';
import { tradesSection } from '../../../src/render/report/sections/trades-section.js';
import { after, before, limits, optimizeResult, stoppedDocument, trades } from '../documents.js';
import { sectionText } from './section-text.js';

describe('marginChangeSection', () => {
  it('has today and the horizon, before and after', () => {
    expect(sectionText(marginChangeSection(before, after, -2815.4, 'USD')).slice(0, 8)).toEqual([
      'USD | before | after | change | in %',
      'Initial margin | 330,120 | 119,871 | -210,250 | -63.7%',
      'Maintenance margin | 264,096 | 95,896 | -168,200 | -63.7%',
      'Portfolio value | -123,457 | -121,008 | +2,448 | ',
      'Cash from the trades | 0 | -2,815 | -2,815 | ',
      'Value and cash | -123,457 | -123,824 | -367 | ',
      'Initial on 2026-07-04 | 318,000 | 131,000 | -187,000 | -58.8%',
      'Maintenance on 2026-07-04 | 254,400 | 104,800 | -149,600 | -58.8%',
    ]);
  });

  it('names what has expired by the horizon', () => {
    const notes = sectionText(marginChangeSection(after, before, 0, 'USD'));
    expect(notes.at(-1)).toMatch(/4 expired by then: BTC-28JUN26-60000-C, .* and 1 more\.$/);
  });

  it('has one column of figures when there is no book after', () => {
    expect(sectionText(marginChangeSection(before, null, null, 'EUR')).slice(0, 2)).toEqual([
      'EUR | now',
      'Initial margin | 330,120',
    ]);
  });

  it('leaves the horizon out when there is none, and no percentage of zero', () => {
    const nothing = { ...before, initialMargin: 0, atHorizon: null };
    const lines = sectionText(marginChangeSection(nothing, { ...after, atHorizon: null }, null, 'USD'));
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe('Initial margin | 0 | 119,871 | +119,871 | ');
  });
});

describe('limitsSection', () => {
  it('tells binding, held, relaxed and broken limits apart in words', () => {
    const [vega, gamma, cost] = limits;
    const lines = sectionText(limitsSection([vega!, gamma!, cost!, { ...cost!, relaxedBy: 0 }]));
    expect(lines.slice(1).map((line) => line.split(' | ').at(-1))).toEqual([
      'binding',
      'holds',
      'relaxed 66.95',
      'BROKEN',
    ]);
  });

  it('forgives rounding and nothing more', () => {
    const line = { ...limits[0]!, binding: false, max: null, min: 1000, before: 1000 };
    const state = (value: number) =>
      sectionText(limitsSection([{ ...line, value }]))
        .at(-1)
        ?.split(' | ')
        .at(-1);
    expect(state(1000 - 1e-5)).toBe('holds');
    expect(state(1000 - 1e-3)).toBe('BROKEN');
  });

  it('shows what room is worth only where some limit has a price', () => {
    expect(sectionText(limitsSection(limits))[0]).toContain(' | worth | ');
    expect(sectionText(limitsSection(limits.slice(1)))[0]).not.toContain('worth');
  });

  it('has no figure before where there are no trades, and says nothing without limits', () => {
    expect(sectionText(limitsSection(limits, false))[0]).toMatch(/^limit \| scope \| now \| min \| max/);
    expect(limitsSection([])).toBeNull();
  });
});

describe('tradesSection', () => {
  it('says so when there are none', () => {
    expect(sectionText(tradesSection([], null, TERMINAL_DETAIL))).toEqual(['None.']);
  });

  it('says what the cost is made of', () => {
    expect(sectionText(tradesSection(trades, optimizeResult.cost, TERMINAL_DETAIL)).at(-1)).toBe(
      'Cost 367: spread 300, depth 12.65, fees 54.20.',
    );
  });

  it('counts what it leaves out', () => {
    const many = Array.from({ length: 75 }, () => trades[0]!);
    expect(sectionText(tradesSection(many, null, TERMINAL_DETAIL)).at(-1)).toBe(
      '15 more trades not shown; --json has them all',
    );
  });

  it('has no details where no trade says why', () => {
    const block = tradesSection([trades[1]!], null, TERMINAL_DETAIL).blocks[0];
    expect(block).toMatchObject({ kind: 'table', detailTitle: null });
  });
});

describe('proofSection', () => {
  const first = (change: object) => sectionText(proofSection({ ...optimizeResult, ...change }))[0];

  it('says that a proven answer is, and what no book can be below', () => {
    expect(first({})).toBe(
      'The objective is 120,237 and no admissible book can be below 120,231: proven optimal, gap <0.01%.',
    );
  });

  it('says what is left to gain otherwise', () => {
    expect(sectionText(proofSection(stoppedDocument.result!))).toEqual([
      'The objective is 597 and no admissible book can be below 540: at most 56.74 is left to gain (gap 9.5%); not proven optimal.',
      "Objective: 0.0019178 x initial margin after the trades (its cost of capital) plus the trades' cost.",
      'A linear program of 152 rows and 826 columns; largest violation of a row 3.2e-11. ' +
        'The bound was recomputed from the multipliers in the document.',
    ]);
  });

  it('claims nothing without a bound', () => {
    expect(first({ bound: null, gap: null })).toBe(
      'The objective is 120,237; no bound is known, so a better book may exist.',
    );
  });

  it('claims no recomputation without multipliers', () => {
    const certificate = { ...optimizeResult.certificate!, lpBound: null };
    expect(sectionText(proofSection({ ...optimizeResult, certificate })).at(-1)).toBe(
      'An integer program of 152 rows and 826 columns; largest violation of a row 3.2e-11.',
    );
  });

  it('says nothing without an objective', () => {
    expect(proofSection({ ...optimizeResult, objective: null })).toBeNull();
  });
});

describe('candidatesSection', () => {
  it('counts the excluded by reason, the commonest first', () => {
    expect(sectionText(candidatesSection(optimizeResult.candidates, TERMINAL_DETAIL))).toEqual([
      '412 considered, 3 excluded:',
      'excluded | because',
      '2 | expires before the horizon',
      '1 | no bid',
    ]);
  });

  it('keeps to ten reasons on a terminal', () => {
    const excluded = Array.from({ length: 14 }, (_, i) => ({ instrument: 'X', reason: `reason ${i}` }));
    expect(sectionText(candidatesSection({ considered: 0, excluded }, TERMINAL_DETAIL)).at(-1)).toBe(
      '4 more reasons not shown; --json has them all',
    );
  });

  it('is one sentence when nothing was excluded', () => {
    expect(sectionText(candidatesSection({ considered: 1200, excluded: [] }, TERMINAL_DETAIL))).toEqual([
      '1,200 considered, 0 excluded.',
    ]);
  });
});

describe('conflictSection', () => {
  it('speaks of one limit in the singular', () => {
    const conflict = { limits: ['delta BTC max'], relaxations: [] };
    expect(sectionText(conflictSection(conflict))).toEqual([
      'No book of these candidates meets this limit:',
      'limit',
      'delta BTC max',
    ]);
    expect(conflictSection(null)).toBeNull();
  });
});
