import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render/index.js';
import { escapeMarkdown, escapeMarkdownParagraph } from '../../../src/render/markdown/escape-markdown.js';
import type { Envelope } from '../../../src/schema/index.js';
import * as documents from '../documents.js';
import { arbitraryMargin, arbitraryOptimize } from '../table/arbitrary-documents.js';

const markdown = (document: Envelope<unknown>) => render(document, { format: 'md', width: 80, color: true });

/** Cells of a table line: bars that no backslash takes away separate them. */
function cellsOf(line: string): number {
  return line.replaceAll(/\\./g, '').split('|').length - 2;
}

function tablesOf(page: string): string[][] {
  return page
    .trimEnd()
    .split('\n\n')
    .map((block) => block.split('\n'))
    .filter((lines) => lines[0]?.startsWith('| '));
}

describe('markdown', () => {
  it('puts the summary on top and the most important section first', async () => {
    const page = await markdown(documents.optimizeDocument);
    expect(page.split('\n')[2]).toMatch(/^\*\*Initial margin 330,120 -\\> 119,871/);
    const titles = [...page.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(titles).toEqual([
      'Margin',
      'How good it is',
      'Limits',
      'Trades',
      'Greeks before and after',
      'Worst scenario',
      'Candidates',
    ]);
  });

  it('keeps every row of every table as wide as its head', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(arbitraryMargin, arbitraryOptimize), async (document) => {
        const tables = tablesOf(await markdown(document));
        expect(tables.length).toBeGreaterThan(0);
        for (const [head, ...rest] of tables) for (const line of rest) expect(cellsOf(line)).toBe(cellsOf(head!));
      }),
      { seed: 37, numRuns: 40 },
    );
  });

  it('gives the reasons of the trades a column', async () => {
    const page = await markdown(documents.optimizeDocument);
    expect(page).toContain('| saves | why |');
    expect(page).toContain('| 178,200 | offsets down 1: BTC ladder');
  });

  it('lists the issues, which a page has no standard error for', async () => {
    expect(await markdown(documents.errorDocument)).toContain('| error | positions.csv:7:22 |');
  });

  it('lets no name open markup', async () => {
    const page = await markdown(documents.hostileDocument);
    expect(page).not.toMatch(/(?<!\\)</);
    expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(page).toContain('\\<script\\>');
    expect(page).toContain('\\|\\*\\*b\\*\\*');
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['**b** _i_ `c`', '\\*\\*b\\*\\* \\_i\\_ \\`c\\`'],
    ['[x](http://y)', '\\[x\\](http://y)'],
    ['\\', '\\\\'],
    ['-25', '-25'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each([
    ['# title', '\\# title'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['12 considered, 3 excluded.', '12 considered, 3 excluded.'],
  ])('as a paragraph %j becomes %j', (text, escaped) => {
    expect(escapeMarkdownParagraph(text)).toBe(escaped);
  });
});
