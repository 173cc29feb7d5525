import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render/index.js';
import { ellipsoidSection } from '../../../src/render/report/sections/ellipsoid-section.js';
import type { EllipsoidLine } from '../../../src/schema/index.js';
import { marginDocument, marginResult, optimizeDocument, optimizeResult, whatIfDocument } from '../documents.js';
import { sectionText } from './section-text.js';

const move = (k: number, loss: number): EllipsoidLine['added'][number] => ({
  scenario: `worst ${k}: BTC -3.1 %, ETH -4.9 %, vol up`,
  underlyings: ['BTC', 'ETH'],
  z: [-0.3, -0.2],
  volatility: 'up',
  weight: 1,
  loss,
});
const search: EllipsoidLine = {
  scenarios: 'ellipsoid',
  rounds: 3,
  starts: 348,
  exact: false,
  listedMargin: 46_109.2,
  ellipsoidMargin: 46_471.4,
  added: [move(1, 1000), move(2, 3000), move(3, 2000)],
  note: 'found by a local search',
};
const HEAD = 'Initial margin 46,471 against every joint move, 46,109 by the listed scenarios.';

describe('ellipsoidSection', () => {
  it('tells both margins, what they rest on, and the moves found, the worst first', () => {
    expect(sectionText(ellipsoidSection(search))).toEqual([
      `${HEAD} Found by a local search. 3 searches from 348 starts.`,
      'joint move found | weight | loss',
      'worst 2: BTC -3.1 %, ETH -4.9 %, vol up | 1 | 3,000',
      'worst 3: BTC -3.1 %, ETH -4.9 %, vol up | 1 | 2,000',
      'worst 1: BTC -3.1 %, ETH -4.9 %, vol up | 1 | 1,000',
    ]);
  });

  it('shows the eight worst of many', () => {
    const added = Array.from({ length: 12 }, (_, k) => move(k + 1, 100 * k));
    const [text, , ...rows] = sectionText(ellipsoidSection({ ...search, added }));
    expect(text).toContain('The 8 worst of 12 moves found:');
    expect(rows).toHaveLength(8);
    expect(rows[0]).toContain('1,100');
  });

  it('says no more than the margin where nothing was found, or no search was needed', () => {
    const exact = { ...search, exact: true, added: [], note: 'the books are linear' };
    expect(sectionText(ellipsoidSection(exact))).toEqual([`${HEAD} The books are linear.`]);
    expect(ellipsoidSection(undefined)).toBeNull();
  });
});

describe('reports of a search over every joint move', () => {
  const documents = [
    { ...marginDocument, result: { ...marginResult, search } },
    { ...optimizeDocument, result: { ...optimizeResult, search } },
    { ...whatIfDocument, result: { ...whatIfDocument.result!, search } },
  ];

  it.each(documents.map((document) => [document.schema, document] as const))(
    '%s has it in words',
    async (_, document) => {
      const text = await render(document, { format: 'md', width: 100, color: false });
      expect(text).toContain('46,471 against every joint move');
    },
  );

  it.each(documents.map((document) => [document.schema, document] as const))(
    '%s has a line of it',
    async (_, document) => {
      const text = await render(document, { format: 'ndjson', width: 100, color: false });
      const lines = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly type: string });
      expect(lines.filter(({ type }) => type === 'search')).toEqual([{ type: 'search', ...search }]);
      expect(lines.at(-1)).not.toHaveProperty('search');
    },
  );
});
