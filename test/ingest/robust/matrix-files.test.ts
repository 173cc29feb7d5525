import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { matrixFiles } from '../../../src/ingest/robust/matrix-files.js';

const cwd = mkdtempSync(join(tmpdir(), 'margo-matrices-'));
afterAll(() => rmSync(cwd, { recursive: true }));

describe('the matrices of a folder', () => {
  it('are its tables, by name', async () => {
    mkdirSync(join(cwd, 'set/deeper.csv'), { recursive: true });
    for (const name of ['b.csv', 'a.json', 'c.csv.gz', 'notes.md', '.hidden.csv', 'deeper.csv/d.csv']) {
      writeFileSync(join(cwd, 'set', name), '');
    }
    expect(await matrixFiles('set', { cwd })).toEqual(['a.json', 'b.csv', 'c.csv.gz'].map((name) => join('set', name)));
    expect(await matrixFiles(join(cwd, 'set'), { cwd: '/' })).toHaveLength(3);
  });

  it('are a path that is no folder, there or not', async () => {
    expect(await matrixFiles('set/b.csv', { cwd })).toEqual(['set/b.csv']);
    expect(await matrixFiles('nothing', { cwd })).toEqual(['nothing']);
  });
});
