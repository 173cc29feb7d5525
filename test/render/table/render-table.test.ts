import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render/index.js';
import { textWidth } from '../../../src/render/table/fit-text.js';
import type { Envelope } from '../../../src/schema/index.js';
import * as documents from '../documents.js';
import { arbitraryMargin, arbitraryOptimize } from './arbitrary-documents.js';

const ALL: readonly Envelope<unknown>[] = [
  documents.marginDocument,
  documents.emptyMarginDocument,
  documents.errorDocument,
  documents.hostileDocument,
  documents.brokenLimitDocument,
  documents.optimizeDocument,
  documents.infeasibleDocument,
  documents.stoppedDocument,
  documents.whatIfDocument,
  documents.modelsDocument,
];

const table = (document: Envelope<unknown>, width: number, color = false) =>
  render(document, { format: 'table', width, color });

function widestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => textWidth(stripVTControlCharacters(line))));
}

describe('table', () => {
  it.each([60, 80, 100, 200])('keeps every hand-written document within %i columns', async (width) => {
    for (const document of ALL) expect(widestLine(await table(document, width, true))).toBeLessThanOrEqual(width);
  });

  it('keeps random documents within 80 columns and more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(arbitraryMargin, arbitraryOptimize),
        fc.integer({ min: 80, max: 160 }),
        fc.boolean(),
        async (document, width, color) => {
          expect(widestLine(await table(document, width, color))).toBeLessThanOrEqual(width);
        },
      ),
      { seed: 29, numRuns: 60 },
    );
  });

  it('says the same with and without colour, and without has no escape code', async () => {
    for (const document of ALL) {
      const plain = await table(document, 80);
      expect(plain).not.toContain('\u001b');
      const colored = await table(document, 80, true);
      expect(colored).toContain('\u001b');
      // Padding inside a coloured cell stays where the plain line ends.
      expect(stripVTControlCharacters(colored).replaceAll(/ +$/gm, '')).toBe(plain);
    }
  });

  it('lets no control character of a name through, and ends no line in spaces', async () => {
    const text = await table(documents.hostileDocument, 80);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(text).not.toMatch(/ $/m);
  });

  it('treats a width below 60 as 60', async () => {
    expect(await table(documents.marginDocument, 20)).toBe(await table(documents.marginDocument, 60));
  });

  it('ends with the summary', async () => {
    const lines = (await table(documents.marginDocument, 200)).trimEnd().split('\n');
    expect(lines.at(-1)).toBe(
      'Initial margin 330,120 USD, decided by "down 1: BTC ladder, vol up". Netting saves 72.6% of the standalone margin. 1 warning.',
    );
  });

  it('puts the most important section last', async () => {
    const titles = (await table(documents.optimizeDocument, 80))
      .split('\n')
      .filter((line) => /^[A-Z][A-Z ]+$/.test(line));
    expect(titles.at(-1)).toBe('MARGIN');
    expect(titles).toContain('TRADES');
  });

  it('says what stands in the way when the limits cannot be met', async () => {
    const text = await table(documents.infeasibleDocument, 80);
    expect(text).toContain('No book of these candidates meets all of:');
    expect(text).toContain('position BTC-PERPETUAL min');
    expect(text).toMatch(/delta {2}BTC {4}max +-50 {2}-42\.25 {2}7\.75/);
    expect(text).toContain('Initial margin stays 330,120 USD.');
  });

  it('cuts a long list of positions to those with the largest margin', async () => {
    const line = documents.marginResult.positions[0]!;
    const positions = Array.from({ length: 40 }, (_, i) => ({ ...line, instrument: `P${i}`, standaloneMargin: i }));
    const text = await table({ ...documents.marginDocument, result: { ...documents.marginResult, positions } }, 80);
    expect(text).toContain('POSITIONS (THE 25 WITH THE LARGEST STANDALONE MARGIN)');
    expect(text).toMatch(/^P39 /m);
    expect(text).toMatch(/^P15 /m);
    expect(text).not.toMatch(/^P14 /m);
    expect(text).toContain('15 more positions not shown; --json has them all');
  });

  it('marks gains and losses by sign, size and marks', async () => {
    const text = await table(documents.marginDocument, 80);
    expect(text).toContain('-16.0%  -312,001 ---  -250,000 ---  -215,000 ---');
    expect(text).toMatch(/0\.0% +-64,000 - +0 +\+41,000 \+/);
  });
});
