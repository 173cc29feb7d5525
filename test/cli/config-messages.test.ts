import { mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REAL_SERVICES } from '../../src/cli/real-services.js';
import type { Issue } from '../../src/domain/index.js';
import { CONFIG_ISSUES } from '../../src/domain/issues/config-issues.js';
import { runInProcess } from './run-in-process.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/config');

interface Case {
  readonly about: string;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: true;
  /** `app` when the complaint comes from the use case. */
  readonly needs?: 'app';
  readonly issues: readonly Partial<Issue>[];
}

const CASES = readdirSync(FIXTURES).map((name) => {
  const text = readFileSync(join(FIXTURES, name, 'case.json'), 'utf8');
  return [name, JSON.parse(text) as Case] as const;
});

/** Codes whose cause cannot be a file in the repository, with the test that has it. */
const ELSEWHERE = new Set(['CFG_OUTPUT_DEAD_LINK', 'CFG_OUTPUT_FAILED', 'FAULT_INTERNAL']);

describe('a complaint about the command line or the configuration', () => {
  it.each(CASES)('%s', async (name, { argv, env, terminal, needs, issues }) => {
    const told: Issue[] = [];
    const { code, requests, stdout } = await runInProcess(argv, {
      env: env ?? {},
      cwd: join(FIXTURES, name),
      stdinIsTerminal: terminal ?? false,
      services: {
        ...(needs === 'app' ? { describeModels: REAL_SERVICES.describeModels } : {}),
        renderIssues: async (all) => {
          told.push(...all);
          return '';
        },
      },
    });
    expect(told).toMatchObject(issues);
    expect(told).toHaveLength(issues.length);
    expect(code).toBe(2);
    expect(requests).toEqual([]);
    if (!argv.includes('--json')) expect(stdout).toBe('');
  });

  it('has a fixture for every code', () => {
    const codes = new Set(CASES.flatMap(([, { issues }]) => issues.map(({ code }) => code)));
    const without = Object.keys(CONFIG_ISSUES).filter((code) => !codes.has(code) && !ELSEWHERE.has(code));
    expect(without).toEqual([]);
  });

  it('CFG_OUTPUT_DEAD_LINK: a link to nothing is not followed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'margo-'));
    symlinkSync('nowhere', join(folder, 'link.json'));
    const { code, stderr, requests } = await runInProcess(['margin', 'p.csv', '-o', 'link.json'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("cannot write 'link.json': it is a symbolic link to nothing");
    expect(requests).toEqual([]);
  });
});
