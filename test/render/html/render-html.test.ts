import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../src/render/html/escape-html.js';
import { treeHtml } from '../../../src/render/html/tree-html.js';
import { render } from '../../../src/render/index.js';
import type { Envelope } from '../../../src/schema/index.js';
import * as documents from '../documents.js';
import { arbitraryMargin, arbitraryOptimize } from '../table/arbitrary-documents.js';

const html = (document: Envelope<unknown>) => render(document, { format: 'html', width: 80, color: true });

const VOID = new Set(['meta', 'br', 'hr', 'img', 'link', 'input']);

/** What is wrong with the nesting of a page's tags; independent of how the page was made. */
function nestingErrors(page: string): string[] {
  const errors: string[] = [];
  const open: string[] = [];
  const body = page.replace(/<style>[^<]*<\/style>/, '').replace('<!doctype html>', '');
  const rest = body.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z0-9-]+="[^"<>]*")*)(\/?)>/g,
    (_, close: string, tag: string, _attributes: string, alone: string) => {
      if (close === '') {
        if (!VOID.has(tag) && alone === '') open.push(tag);
      } else if (open.pop() !== tag) errors.push(`</${tag}> closes nothing`);
      return '';
    },
  );
  if (/[<>]/.test(rest)) errors.push('a bracket outside a tag');
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(rest)) errors.push('a bare ampersand');
  return [...errors, ...open.map((tag) => `<${tag}> stays open`)];
}

describe('html', () => {
  it('is checked by something that sees errors', () => {
    expect(nestingErrors('<p><b></p></b>')).not.toEqual([]);
    expect(nestingErrors('<p>')).not.toEqual([]);
    expect(nestingErrors('<p>a < b</p>')).not.toEqual([]);
    expect(nestingErrors('<p>a & b</p>')).not.toEqual([]);
    expect(nestingErrors('<p class="x">a &amp; b</p>')).toEqual([]);
  });

  it('is well formed for every hand-written document', async () => {
    const all = Object.values(documents).filter(
      (value): value is typeof documents.marginDocument => typeof value === 'object' && 'schema' in value,
    );
    expect(all.length).toBeGreaterThanOrEqual(10);
    for (const document of all) expect(nestingErrors(await html(document))).toEqual([]);
  });

  it('is well formed for random documents', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(arbitraryMargin, arbitraryOptimize), async (document) => {
        expect(nestingErrors(await html(document))).toEqual([]);
      }),
      { seed: 31, numRuns: 40 },
    );
  });

  it('runs nothing and loads nothing', async () => {
    const page = await html(documents.hostileDocument);
    expect(page).not.toMatch(/<script|\son[a-z]+=|href=|src=|url\(|@import/i);
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it('shows the heat-map with signs and shades, and the issues', async () => {
    const page = await html(documents.marginDocument);
    expect(page).toContain('<td class="n h-3">-312,001</td>');
    expect(page).toContain('<td class="n h1">+41,000</td>');
    expect(page).toContain('<td class="n h0">0</td>');
    expect(page).toContain('positions.csv:1:12');
  });

  it('has a rule for every class it uses', async () => {
    const page = `${await html(documents.marginDocument)}${await html(documents.stoppedDocument)}`;
    const used = new Set([...page.matchAll(/class="([^"]+)"/g)].flatMap((match) => match[1]!.split(' ')));
    const plain = ['plain', 'h0'];
    for (const name of used) if (!plain.includes(name)) expect(page).toMatch(new RegExp(`\\.${name}[ .,{]`));
  });
});

describe('escapeHtml', () => {
  it('leaves no character that could open a tag, an entity or close an attribute', () => {
    expect(escapeHtml(`<a href='x' title="y">&`)).toBe('&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;');
  });
});

describe('treeHtml', () => {
  it('nests lists by depth and closes what it opens', () => {
    const line = (depth: number, name: string) => ({ branch: '', depth, name, amount: '', active: false });
    const lines = [line(0, 'a'), line(1, 'b'), line(2, 'c'), line(1, 'd')];
    expect(treeHtml({ kind: 'tree', lines, legend: 'l' })).toBe(
      '<ul class="tree"><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li></ul>\n<p class="muted">l</p>',
    );
  });

  it('is an empty list without lines', () => {
    expect(treeHtml({ kind: 'tree', lines: [], legend: '' })).toBe('<ul class="tree"></ul>\n<p class="muted"></p>');
  });
});
