import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ISSUE_TABLE } from '../../src/domain/issues/issue-table.js';
import { errorsPage } from './errors-page.js';
import type { Block } from './markdown-blocks.js';
import { type Page, pages, ROOT } from './pages.js';
import { type BlockRuns, isBeyondThisMachine, runPages, scriptOf } from './run-pages.js';
import { firstInvention } from './shortened.js';

const PAGES = pages();
const BLOCKS = PAGES.flatMap(({ blocks }) => blocks);
const SCRIPTS = BLOCKS.filter(({ language }) => language === 'sh');
const OUTPUTS = BLOCKS.filter(({ attributes }) => 'of' in attributes || 'output' in attributes);

const named = (blocks: readonly Block[]): [string, Block][] =>
  blocks.map((block) => [`${block.page}:${block.line} ${block.text.split('\n')[0]}`, block]);

describe('commands of the pages', () => {
  let runs: BlockRuns;
  beforeAll(async () => {
    runs = await runPages(PAGES);
  }, 600_000);

  const toRun = SCRIPTS.filter((block) => scriptOf(block) !== null);

  it('are there', () => {
    expect(toRun.length).toBeGreaterThan(30);
    expect(OUTPUTS.length).toBeGreaterThan(3);
  });

  it.each(named(toRun))('%s', (_, block) => {
    if (isBeyondThisMachine(block.text)) return;
    const { code, shown } = runs.get(block)!;
    expect(code, lastLines(shown)).toBe(Number(block.attributes.exit ?? 0));
    expect(shown).not.toMatch(/is a fault of margo/);
  });

  it.each(named(OUTPUTS))('what is shown is what is printed: %s', (_, block) => {
    const { page, attributes } = block;
    const source =
      'of' in attributes ? block : SCRIPTS.filter((one) => one.page === page && one.line < block.line).at(-1);
    if (isBeyondThisMachine(scriptOf(source!)!)) return;
    const { shown, stdout } = runs.get(source!)!;
    expect(firstInvention(block.text, 'stderr' in attributes ? shown : stdout)).toBeNull();
  });

  it('that are not run say why', () => {
    const silent = SCRIPTS.filter(({ attributes }) => attributes['not-run'] === '');
    expect(silent.map(({ page, line }) => `${page}:${line}`)).toEqual([]);
  });

  it('stand in sh blocks, where they are run', () => {
    const stray = BLOCKS.filter(({ language }) => language !== 'sh' && language !== 'text').filter(({ text }) =>
      /^(?:\$ )?(?:margo|node bin\/margo\.js|npm|npx) /m.test(text),
    );
    expect(stray.map(({ page, line }) => `${page}:${line}`)).toEqual([]);
  });
});

const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-12).join('\n');

describe('links of the pages', () => {
  it.each(PAGES.map((page): [string, Page] => [page.path, page]))('%s', (_, { path, text }) => {
    const prose = text.replace(/^\s*```[\s\S]*?^\s*```/gm, '');
    const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const dead = targets.filter((target) => !/^https?:/.test(target) && !leadsSomewhere(path, target));
    expect(dead).toEqual([]);
  });

  it('of docs/README.md lead to every page of docs', () => {
    const index = readFileSync(join(ROOT, 'docs/README.md'), 'utf8');
    const all = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(all.filter((name) => !index.includes(`](${name})`))).toEqual([]);
  });
});

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), file));
  if (!existsSync(join(ROOT, path))) return false;
  if (anchor === undefined) return true;
  const headings = readFileSync(join(ROOT, path), 'utf8').match(/^#+ .*$/gm) ?? [];
  return headings.some((heading) => anchorOf(heading) === anchor);
}

/** The anchor that code hosts give a heading. */
function anchorOf(heading: string): string {
  return heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-');
}

describe('docs/errors.md', () => {
  it('is current; npm run docs:errors writes it', () => {
    expect(readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')).toBe(errorsPage(ISSUE_TABLE));
  });

  it('has a row for every code', () => {
    const page = errorsPage(ISSUE_TABLE);
    expect(Object.keys(ISSUE_TABLE).filter((code) => !page.includes(`| \`${code}\` |`))).toEqual([]);
  });
});
