import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FigureRule, MARGIN_MODELS } from '../../src/margin/index.js';

const PAGE = readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8');

/** The rows of a model's section whose first cell is a name: name -> the other cells. */
function rowsOf(id: string): Map<string, string[]> {
  const [, after = ''] = PAGE.split(`\n## \`${id}\`\n`);
  const rows = after.split('\n## ')[0]!.matchAll(/^\| `(\w+)` +\|(.+)\|$/gm);
  return new Map([...rows].map(([, name, cells]) => [name!, cells!.split('|').map((cell) => cell.trim())]));
}

/** How the page writes what a rule accepts, as far as a cell can. */
function acceptedStart(rule: FigureRule): string {
  switch (rule.shape) {
    case 'number':
      return rule.expected
        .replace('a whole number from ', 'whole, ')
        .replace(/^a number (from )?/, '')
        .replace('above 0 and at most 1', 'above 0, to 1')
        .replace('0, or a number from 0.000000000001', '0 or 1e-12')
        .replace('1000000000000000', '1e15');
    case 'word':
      return rule.words.join(', ');
    case 'text':
      return `1 to ${rule.longest} characters`;
    case 'list':
      return rule.fewest === 0 ? `at most ${rule.most}` : `${rule.fewest} to ${rule.most} entries`;
    case 'table':
      return `${acceptedStart(rule.of)} each`;
    default:
      throw new Error(`no figure is a single ${rule.shape}`);
  }
}

describe.each(MARGIN_MODELS.map((model) => [model.id, model] as const))('docs/models.md, %s', (id, model) => {
  const rows = rowsOf(id);

  it('has a row for every figure, and for nothing else', () => {
    expect([...rows.keys()].sort()).toEqual(Object.keys(model.figureRules).sort());
  });

  it.each(Object.entries(model.figureRules))('%s: what the rule accepts', (name, rule) => {
    const cells = rows.get(name)!;
    const accepted = cells.at(-2)!.replace('table, ', '');
    expect(accepted.slice(0, acceptedStart(rule).length)).toBe(acceptedStart(rule));
    expect(cells.at(-1)).not.toBe('');
  });

  it('names its parameter sets', () => {
    for (const set of model.parameterSets) expect(PAGE).toContain(set.id);
  });
});
