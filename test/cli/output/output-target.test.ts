import { chmodSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { outputTarget } from '../../../src/cli/output/output-target.js';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'margo-')));
  writeFileSync(join(cwd, 'old.json'), 'old');
  chmodSync(join(cwd, 'old.json'), 0o640);
  mkdirSync(join(cwd, 'folder'));
});

describe('the target of -o', () => {
  it.each([null, '-', '/dev/stdout'])('%s is standard output', async (output) => {
    expect(await outputTarget(output, cwd)).toEqual({ target: { kind: 'stdout' } });
  });

  it('is a new file', async () => {
    const target = { kind: 'file', path: join(cwd, 'folder/new.json'), mode: null };
    expect(await outputTarget('folder/new.json', cwd)).toEqual({ target });
    expect(await outputTarget(join(cwd, 'folder', 'new.json'), '/')).toEqual({ target });
  });

  it('is an existing file, whose permissions are kept', async () => {
    expect(await outputTarget('old.json', cwd)).toEqual({
      target: { kind: 'file', path: join(cwd, 'old.json'), mode: 0o640 },
    });
  });

  it('is what a link points to', async () => {
    symlinkSync('../old.json', join(cwd, 'folder/link.json'));
    const { target } = (await outputTarget('folder/link.json', cwd)) as { target: { path: string } };
    expect(target.path).toBe(join(cwd, 'old.json'));
  });

  it('is in the real folder behind a link', async () => {
    symlinkSync('folder', join(cwd, 'alias'));
    const { target } = (await outputTarget('alias/new.json', cwd)) as { target: { path: string } };
    expect(target.path).toBe(join(cwd, 'folder/new.json'));
  });

  it('may be a device, which is never replaced', async () => {
    expect(await outputTarget('/dev/null', cwd)).toEqual({ target: { kind: 'device', path: '/dev/null' } });
  });

  it.each([
    ['folder', 'CFG_OUTPUT_IS_FOLDER'],
    ['.', 'CFG_OUTPUT_IS_FOLDER'],
    ['nowhere/new.json', 'CFG_OUTPUT_NO_FOLDER'],
    ['new/', 'CFG_OUTPUT_NO_FOLDER'],
    ['old.json/new.json', 'CFG_OUTPUT_NO_FOLDER'],
    ['dead', 'CFG_OUTPUT_DEAD_LINK'],
    ['round', 'CFG_OUTPUT_FAILED'],
  ])('%s is refused: %s', async (output, code) => {
    symlinkSync('nothing', join(cwd, 'dead'));
    symlinkSync('round', join(cwd, 'round'));
    expect(await outputTarget(output, cwd)).toMatchObject({ issue: { code, value: output } });
  });

  it('is no input of the run, by whatever name', async () => {
    symlinkSync('old.json', join(cwd, 'link.json'));
    const inputs = [
      { role: 'POSITIONS', file: '-' },
      { role: '--market', file: './old.json' },
      { role: '--limits', file: 'missing.csv' },
    ];
    for (const output of ['old.json', 'link.json', 'folder/../old.json']) {
      const refused = await outputTarget(output, cwd, inputs);
      expect(refused).toMatchObject({ issue: { code: 'CFG_OUTPUT_IS_INPUT', value: output } });
    }
    expect(await outputTarget('other.json', cwd, inputs)).toHaveProperty('target');
  });
});
