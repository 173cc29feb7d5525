import { describe, expect, it } from 'vitest';
import { TERMINAL_DETAIL } from '../../../src/render/report/report-detail.js';
import { attributionSection } from '../../../src/render/report/sections/attribution-section.js';
import { attributeResult } from '../documents/attribute-documents.js';

type Result = typeof attributeResult;

function table(result: Result, positions = 25) {
  const block = attributionSection(result, { ...TERMINAL_DETAIL, positions }).blocks[0]!;
  if (block.kind !== 'table') throw new Error(`a ${block.kind} where the lines should be`);
  const titles = block.columns.map(({ title }) => title);
  const rows = block.rows.map(({ cells }) => cells.map(({ text }) => text));
  return { titles, rows, omitted: block.omitted, component: titles.indexOf('component') };
}

describe('the lines of an attribution', () => {
  it('end with the others, the remainder and the margin they add up to', () => {
    const { rows, component } = table(attributeResult);
    expect(rows.map(([name]) => name).slice(2)).toEqual([
      '14 other positions',
      'remainder (of no line)',
      'initial margin',
    ]);
    expect(rows.map((cells) => cells[component])).toEqual(['242,683', '-115,935', '500,904', '25,000', '652,652']);
  });

  it('have no remainder where it is rounding, and a range only where something is tied', () => {
    const clean = table({ ...attributeResult, remainder: -1e-9, tied: false });
    expect(clean.rows.map(([name]) => name)).not.toContain('remainder (of no line)');
    expect(clean.titles).not.toContain('range');
    const { titles, rows } = table(attributeResult);
    expect(rows.slice(0, 2).map((cells) => cells[titles.indexOf('range')])).toEqual(['231,009..252,875', '']);
  });

  it('that do not fit are one row, so that the column still adds up', () => {
    const { rows, omitted, component } = table(attributeResult, 1);
    expect(rows[1]!.slice(0, 1).concat(rows[1]![component]!)).toEqual(['not shown', '-115,935']);
    expect(omitted).toBe('1 more lines not shown one by one; --json has them all');
  });

  it('of groups count positions and have no figure per contract; an empty book says so', () => {
    const { titles } = table({ ...attributeResult, by: 'expiry' });
    expect(titles).toEqual(['expiry', 'positions', 'component', 'share', 'range', 'standalone', 'marginal']);
    const empty = attributionSection({ ...attributeResult, lines: [] }, TERMINAL_DETAIL);
    expect(empty.blocks).toEqual([{ kind: 'text', text: 'The book is empty.', tone: 'muted' }]);
  });
});
