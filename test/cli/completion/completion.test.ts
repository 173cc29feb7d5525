import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_TABLE } from '../../../src/cli/command-table.js';
import { flagsOf } from '../../../src/cli/flags-of.js';
import { runInProcess } from '../run-in-process.js';

const folder = mkdtempSync(join(tmpdir(), 'margo-'));
const script = join(folder, 'margo.bash');
const printed: Record<string, string> = {};

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) printed[shell] = (await runInProcess(['completion', shell])).stdout;
  writeFileSync(script, printed.bash ?? '');
  writeFileSync(join(folder, 'positions one.csv'), '');
});

/** What bash would offer for the last of these words. */
function offered(...words: string[]): string[] {
  const list = words.map((word) => `'${word}'`).join(' ');
  const run = `source ${script}; COMP_WORDS=(margo ${list}); COMP_CWORD=${words.length}; _margo; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const reply = execFileSync('bash', ['--norc', '-c', run], { cwd: folder, encoding: 'utf8' });
  return reply.split('\n').filter((line) => line !== '');
}

describe('completion for bash', () => {
  it('is a script that bash can read, and registers itself', () => {
    execFileSync('bash', ['-n', script]);
    const registered = execFileSync('bash', ['--norc', '-c', `source ${script}; complete -p margo`], {
      encoding: 'utf8',
    });
    expect(registered).toContain('-F _margo margo');
  });

  it.each<[string[], string[]]>([
    [['ma'], ['margin']],
    [['--v'], ['--version']],
    [
      ['optimize', '--max'],
      ['--max-trades', '--max-per-expiry'],
    ],
    [
      ['optimize', '--solver', ''],
      ['highs', 'js'],
    ],
    [['optimize', '--solver', 'h'], ['highs']],
    [['optimize', '--solver', '=', 'h'], ['highs']],
    [
      ['optimize', '--solver', '='],
      ['highs', 'js'],
    ],
    [['margin', '--format', 'nd'], ['ndjson']],
    [
      ['margin', '--model', 'derive-pm'],
      ['derive-pm2', 'derive-pm1'],
    ],
    [
      ['compare', '--models', 'pa'],
      ['paradex-pm', 'parametric-var'],
    ],
    [['models', 'pm'], ['pm1']],
    [['margin', '--market', 'pos'], ['positions one.csv']],
    [['margin', 'pos'], ['positions one.csv']],
    [['margin', '--currency', ''], []],
    [
      ['margin', '--no-'],
      ['--no-repair', '--no-color'],
    ],
    [['margin', '--lot'], []],
    [['optimize', '--candidates', 'pos'], ['positions one.csv']],
    [['whatif', '--trades', 'pos'], ['positions one.csv']],
    [['optimize', '--trades', 'pos'], []],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['schema', 'marg'], ['margin']],
    [['help', 'exit'], ['exit-codes']],
    [['models', 'ti'], ['tims']],
  ])('%j offers %j', (words, offers) => {
    expect(offered(...words)).toEqual(offers);
  });

  it('offers every command', () => {
    expect(offered('')).toEqual([...COMMAND_TABLE.map(({ name }) => name), '--help', '--version']);
  });
});

describe.each(['zsh', 'fish'])('completion for %s', (shell) => {
  it('names every command and every flag', () => {
    const text = printed[shell] ?? '';
    for (const { name } of COMMAND_TABLE) {
      expect(text).toContain(name);
      for (const flag of flagsOf(name)) expect(text).toContain(shell === 'zsh' ? `--${flag.name}` : `-l ${flag.name} `);
    }
  });

  it('has quotes that are closed on every line', () => {
    for (const line of (printed[shell] ?? '').split('\n')) {
      const plain = shell === 'zsh' ? line.replaceAll("'\\''", '') : line.replaceAll("\\'", '');
      expect((plain.match(/'/g) ?? []).length % 2, line).toBe(0);
    }
  });
});
