import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell } from '../../../src/render/report/cell.js';
import type { TableBlock } from '../../../src/render/report/report.js';
import { tableOf } from '../../../src/render/report/table-of.js';
import { foldTable } from '../../../src/render/table/fold-table.js';
import { paletteFor } from '../../../src/render/table/palette.js';
import { tableLines } from '../../../src/render/table/table-lines.js';

/** A table of a label and figures, one column per title, told by rows of texts. */
function table(titles: readonly string[], rows: readonly (readonly string[])[], foldable = true): TableBlock {
  const columns = titles.map((title, i) => ({
    title,
    align: i === 0 ? ('left' as const) : ('right' as const),
    of: (row: readonly string[]) => cell(row[i]!),
  }));
  return tableOf(columns, rows, { ...(foldable ? { foldable: true } : {}), limit: 3 });
}

const titlesOf = (parts: readonly TableBlock[]) => parts.map(({ columns }) => columns.map(({ title }) => title));
const NARROW = table(
  ['name', 'alpha', 'beta', 'gamma'],
  [
    ['first', '100', '', '3'],
    ['second', '', '20', ''],
  ],
);

describe('foldTable', () => {
  it('leaves a table alone that fits', () => {
    expect(foldTable(NARROW, 60, 2)).toEqual([NARROW]);
  });

  it('repeats the first column and fills each part', () => {
    // name 6, alpha 5, beta 4, gamma 5, gaps of 2.
    expect(titlesOf(foldTable(NARROW, 6 + 7 + 6, 2))).toEqual([
      ['name', 'alpha', 'beta'],
      ['name', 'gamma'],
    ]);
    expect(titlesOf(foldTable(NARROW, 6 + 7 + 5, 2))).toEqual([
      ['name', 'alpha'],
      ['name', 'beta'],
      ['name', 'gamma'],
    ]);
  });

  it('leaves rows out of a part in which they say nothing', () => {
    const [, , last] = foldTable(NARROW, 18, 2);
    expect(last!.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['first', '3']]);
  });

  it('says once, last, what was left out', () => {
    const long = table(
      ['name', 'a', 'b'],
      ['1', '2', '3', '4'].map((text) => [text, text, text]),
    );
    expect(foldTable(long, 7, 2).map(({ omitted }) => omitted)).toEqual([
      null,
      '1 more rows not shown; --json has them all',
    ]);
  });

  it('loses no column and no figure, whatever the width', () => {
    const texts = fc.array(fc.stringMatching(/^[0-9]{1,9}$/), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 3 }), fc.integer({ min: 12, max: 90 }), (rows, width) => {
        const titles = ['name', 'one', 'two', 'three', 'four', 'five'];
        const parts = foldTable(table(titles, rows), width, 2);
        expect(titlesOf(parts).flatMap((part) => part.slice(1))).toEqual(titles.slice(1));
        const figures = parts.flatMap((part) =>
          part.rows.flatMap(({ cells }) => cells.slice(1).map(({ text }) => text)),
        );
        expect(figures.sort()).toEqual(rows.flatMap((row) => row.slice(1)).sort());
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('is asked only for tables that may fold', () => {
    const drawn = (foldable: boolean) =>
      tableLines(
        table(['name', 'alpha', 'beta', 'gamma'], [['first', '100', '20', '3']], foldable),
        18,
        paletteFor(false),
      );
    expect(drawn(true).filter((line) => line.startsWith('first'))).toHaveLength(2);
    expect(drawn(false).filter((line) => line.startsWith('first'))).toHaveLength(1);
  });
});
