import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import build from '../setup/build.js';
import { spawn } from './spawn.js';

const BERMUDAN = resolve(import.meta.dirname, '../../fixtures/simm/bermudan.crif');
const folder = mkdtempSync(join(tmpdir(), 'margo-simm-'));
const BAD = join(folder, 'bad.crif');

beforeAll(async () => {
  await build();
  writeFileSync(BAD, 'TradeID,ProductClass,RiskType,Qualifier,Bucket,AmountUSD\na,Equity,Risk_Equity,A,99,much\n');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('margo margin --model simm', () => {
  it.each<[number, string, string[]]>([
    [0, 'a margin', [BERMUDAN, '--model', 'simm@simm-2.6']],
    [1, 'a margin above a threshold', [BERMUDAN, '--model', 'simm@simm-2.6', '--fail-above', '1e6']],
    [2, 'a file of offers, which a margin has no use for', [BERMUDAN, '--model', 'simm', '--crif', BERMUDAN]],
    [3, 'rows that cannot be used', [BAD, '--model', 'simm']],
    [3, 'a version that nobody has', [BERMUDAN, '--model', 'simm@simm-1.0']],
    [2, 'a setting that there is none', [BERMUDAN, '--model', 'simm', '--set', 'model.side=both']],
  ])('%i: %s', async (code, _what, argv) => {
    const ran = await spawn(['margin', ...argv, '--json']);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({
      code,
      stderr: code < 2 ? '' : expect.stringMatching(/./),
    });
    // Open Source Risk Engine's report of this file.
    if (code < 2) expect(JSON.parse(ran.stdout).result.initialMargin).toBeCloseTo(1_086_219.45891, 4);
  });

  it('names the place of each bad field', async () => {
    const { stderr } = await spawn(['margin', BAD, '--model', 'simm']);
    expect(stderr).toContain('bad.crif:2:');
    expect(stderr).toContain('1 to 12 or Residual');
  });
});

describe('margo models simm', () => {
  it('says whose methodology it is', async () => {
    const { code, stdout } = await spawn(['models', 'simm']);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('needs a licence from ISDA');
  });
});
