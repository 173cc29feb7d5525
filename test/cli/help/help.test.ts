import { describe, expect, it } from 'vitest';
import { COMMAND_TABLE } from '../../../src/cli/command-table.js';
import { EXIT_CODES } from '../../../src/cli/exit-codes.js';
import { flagsOf } from '../../../src/cli/flags-of.js';
import { HELP_TOPICS } from '../../../src/cli/help/help-topic.js';
import { wrapText } from '../../../src/cli/help/wrap-text.js';
import { runInProcess } from '../run-in-process.js';

const PAGES = [
  ['--help'],
  ['help'],
  ...COMMAND_TABLE.flatMap(({ name }) => [
    [name, '--help'],
    ['help', name],
  ]),
  ...HELP_TOPICS.map((topic) => ['help', topic]),
];

describe('help', () => {
  it.each(PAGES)('%s %s fits 80 columns and goes to standard output', async (...argv) => {
    const { code, stdout, stderr } = await runInProcess(argv.filter((word) => word !== undefined));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(stdout.length).toBeGreaterThan(100);
    expect(stdout).not.toContain('undefined');
  });

  it.each(COMMAND_TABLE.map(({ name }) => name))('%s: the same by either way', async (name) => {
    expect((await runInProcess(['help', name])).stdout).toBe((await runInProcess([name, '--help'])).stdout);
  });

  it.each(COMMAND_TABLE)('$name: examples first, then usage, then every flag with its default', async (entry) => {
    const { stdout } = await runInProcess([entry.name, '--help']);
    const words = stdout.replace(/\s+/g, ' ');
    expect(stdout.indexOf('Examples:')).toBeLessThan(stdout.indexOf('Usage:'));
    for (const flag of flagsOf(entry.name)) {
      expect(words).toContain(`--${flag.name}${flag.argument === undefined ? '' : ` <${flag.argument}>`}`);
      if (flag.default !== undefined) expect(words).toContain(`(default ${flag.default})`);
    }
  });

  it('lists the commands that are there, and every exit code', async () => {
    const { stdout } = await runInProcess(['--help']);
    for (const { name } of COMMAND_TABLE) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    for (const unbuilt of ['batch', 'watch']) expect(stdout).not.toContain(unbuilt);
    for (const { code, name } of EXIT_CODES) expect(stdout).toContain(`${code} ${name}`);
    const { stdout: page } = await runInProcess(['help', 'exit-codes']);
    for (const { code } of EXIT_CODES) expect(page).toMatch(new RegExp(`^ +${code} {2}`, 'm'));
  });

  it('of a bare margo is short, on standard error, and no success', async () => {
    const { code, stdout, stderr } = await runInProcess([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: margo');
    expect(stderr.split('\n').length).toBeLessThan(30);
  });

  it('is printed in place of a run, whatever else is said', async () => {
    const ran = await runInProcess(['margin', '--help', '--market', 'x'], { env: { MARGO_OPTIONS: '--nonsense' } });
    expect(ran).toMatchObject({ code: 0, requests: [] });
  });
});

describe('wrapText', () => {
  it('breaks between words and indents what follows', () => {
    expect(wrapText('one two three four', 'x:', 4, 12)).toBe('x:  one two\n    three\n    four');
  });

  it('leaves a word that is too long whole', () => {
    expect(wrapText('short extraordinarily', 'x:', 4, 10)).toBe('x:  short\n    extraordinarily');
  });
});
