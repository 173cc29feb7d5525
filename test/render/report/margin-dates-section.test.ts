import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render/index.js';
import { TERMINAL_DETAIL } from '../../../src/render/report/report-detail.js';
import { marginDatesSection } from '../../../src/render/report/sections/margin-dates-section.js';
import { proofSection } from '../../../src/render/report/sections/proof-section.js';
import { tradesSection } from '../../../src/render/report/sections/trades-section.js';
import type { HorizonLine, MarginSummary } from '../../../src/schema/index.js';
import { after, before, optimizeDocument, optimizeResult, whatIfDocument } from '../documents.js';
import { sectionText } from './section-text.js';

const horizon: HorizonLine = { rule: 'average', days: 4, merged: [] };

function byDate(
  margins: readonly number[],
  expired: readonly (readonly string[])[],
): Required<MarginSummary>['byDate'] {
  const dates = ['2026-06-27T09:25:00.000Z', '2026-06-28T09:25:00.000Z', '2026-07-01T09:25:00.000Z'];
  return dates.map((date, k) => ({
    date,
    weight: [0.25, 0.75, 0][k]!,
    initialMargin: margins[k]!,
    expired: [...expired[k]!],
  }));
}

const was: MarginSummary = {
  ...before,
  byDate: byDate([330_120, 320_000, 318_000], [[], ['A'], ['A', 'B']]),
  horizonMargin: 322_530,
};
const is: MarginSummary = {
  ...after,
  byDate: byDate([119_871, 140_000, 131_000], [[], ['A', 'C'], ['A', 'B', 'C']]),
  horizonMargin: 134_967.75,
};

describe('marginDatesSection', () => {
  it('has each date with its weight, and the average', () => {
    expect(sectionText(marginDatesSection(was, is, horizon))).toEqual([
      'date | weight | before | after | change | expired',
      '2026-06-27 | 25.0% | 330,120 | 119,871 | -210,249 | ',
      '2026-06-28 | 75.0% | 320,000 | 140,000 | -180,000 | 2',
      '2026-07-01 | 0.0% | 318,000 | 131,000 | -187,000 | 3',
      'average |  | 322,530 | 134,968 | -187,562 | ',
      'The same book on each date, options aged, what has expired gone, nothing else moved; a date weighs as long as it is to the next.',
    ]);
  });

  it('has no weights where the highest counts, and no change where there is no book after', () => {
    const highest = { ...was, horizonMargin: 330_120 };
    expect(sectionText(marginDatesSection(highest, null, { ...horizon, rule: 'max' })).slice(0, 6)).toEqual([
      'date | now | expired',
      '2026-06-27 | 330,120 | ',
      '2026-06-28 | 320,000 | 1',
      '2026-07-01 | 318,000 | 2',
      'highest | 330,120 | ',
      'The same book on each date, options aged, what has expired gone, nothing else moved.',
    ]);
  });

  it('names expiries that share the date of another', () => {
    const merged = ['06', '10', '14', '18'].map((hour) => ({
      expiry: `2026-06-28T${hour}:00:00.000Z`,
      until: '2026-06-29T01:00:00.000Z',
    }));
    expect(sectionText(marginDatesSection(was, is, { ...horizon, merged })).at(-1)).toBe(
      'Expiries without a date of their own count until the next: 2026-06-28 06:00 (until 2026-06-29 01:00), ' +
        '2026-06-28 10:00 (until 2026-06-29 01:00), 2026-06-28 14:00 (until 2026-06-29 01:00) and 1 more.',
    );
  });

  it('tells two dates of one day apart', () => {
    const close = { ...was, byDate: was.byDate!.map((line, k) => ({ ...line, date: `2026-06-27T0${k}:00:00.000Z` })) };
    expect(sectionText(marginDatesSection(close, null, horizon))[2]).toMatch(/^2026-06-27 01:00 \| /);
  });

  it('is not there by the rule now', () => {
    expect(marginDatesSection(before, after, undefined)).toBeNull();
  });
});

describe('with a horizon', () => {
  const result = { ...optimizeResult, before: was, after: is, horizon };

  it('the objective says whose margin it holds', () => {
    expect(sectionText(proofSection({ ...result, marginWeight: 1 }))[1]).toBe(
      'Objective: initial margin after the trades, on average over 4 days, plus their cost.',
    );
    expect(
      sectionText(proofSection({ ...result, marginWeight: 0.5, horizon: { ...horizon, rule: 'max', days: 1 } }))[1],
    ).toContain('initial margin after the trades, on its worst date within 1 day, (its cost of capital)');
  });

  it('so does what a trade saves', () => {
    const section = tradesSection(result.trades, null, TERMINAL_DETAIL, horizon);
    const notes = section.blocks.flatMap((block) =>
      block.kind === 'table' ? block.columns.map(({ note }) => note) : [],
    );
    expect(notes).toContain('saves: the margin the book would need more without this trade, on average over 4 days');
  });

  it('the summary has today and the horizon', async () => {
    const text = await render({ ...optimizeDocument, result }, { format: 'table', width: 200, color: false });
    expect(text).toContain('MARGIN BY DATE');
    expect(text).toMatch(
      /Initial margin 330,120 -> 119,871 \(-63\.7%\) USD today, 322,530 -> 134,968 USD on average over 4 days, /,
    );
  });

  it('whatif has the dates in its table and in CSV', async () => {
    const document = { ...whatIfDocument, result: { ...whatIfDocument.result!, before: was, after: is, horizon } };
    expect(await render(document, { format: 'table', width: 100, color: false })).toContain('MARGIN BY DATE');
    const csv = await render(document, { format: 'csv', width: 100, color: false });
    expect(csv).toContain('margin,initial_margin,2026-06-28T09:25:00.000Z,320000,140000,-180000');
    expect(csv).toContain('margin,horizon_margin,total,322530,134967.75,-187562.25');
    expect(csv.match(/,initial_margin,/g)).toHaveLength(3);
  });
});
