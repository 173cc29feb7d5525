import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { COMMAND_TABLE } from '../../../src/cli/command-table.js';
import { helpPages } from '../../../src/cli/help/help-pages.js';
import { helpPage } from '../../../src/cli/start/help-page.js';
import { runInProcess } from '../run-in-process.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'margo-help-'));
for (const name of ['margo', 'margin']) writeFileSync(join(FOLDER, `${name}.txt`), `page of ${name}\n`);
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

it.each([
  ['--help', 'margo'],
  ['-h', 'margo'],
  ['margin --help', 'margin'],
  ['margin -h', 'margin'],
])('%s is the page of %s', (line, name) => {
  expect(helpPage(line.split(' '), FOLDER)).toBe(`page of ${name}\n`);
});

it.each([
  '',
  'margin',
  '--version',
  'help margin',
  'margin --help --json',
  '--help margin',
  'marjin --help',
  '../margin --help',
  'margin positions.csv --help',
])('%j is for the program', (line) => {
  expect(helpPage(line.split(' '), FOLDER)).toBeNull();
});

it('one argument with a blank in it is for the program', () => {
  expect(helpPage(['margin --help'], FOLDER)).toBeNull();
});

it('there is a page for every command, as the command prints it', async () => {
  const pages = helpPages();
  expect([...pages.keys()]).toEqual(['margo', ...COMMAND_TABLE.map(({ name }) => name)]);
  for (const [name, page] of pages) {
    const { stdout } = await runInProcess(name === 'margo' ? ['--help'] : [name, '--help']);
    expect(page).toBe(stdout);
  }
});
