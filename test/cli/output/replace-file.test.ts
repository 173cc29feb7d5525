import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../../src/cli/output/replace-file.js';

const folder = () => mkdtempSync(join(tmpdir(), 'margo-'));

describe('replaceFile', () => {
  it('writes a new file and leaves nothing beside it', async () => {
    const home = folder();
    await replaceFile(join(home, 'a.json'), 'whole', null);
    expect(readdirSync(home)).toEqual(['a.json']);
    expect(readFileSync(join(home, 'a.json'), 'utf8')).toBe('whole');
  });

  it('keeps the permissions of the file it replaces', async () => {
    const path = join(folder(), 'a.json');
    writeFileSync(path, 'old, and longer than the new');
    chmodSync(path, 0o604);
    await replaceFile(path, 'new', 0o604);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o604);
  });

  it('leaves the old content and no temporary file when it fails', async () => {
    const home = folder();
    // A folder that is not empty cannot be replaced by a file, so the rename fails after everything was written.
    mkdirSync(join(home, 'a.json/inside'), { recursive: true });
    await expect(replaceFile(join(home, 'a.json'), 'new', null)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(readdirSync(home)).toEqual(['a.json']);
    expect(readdirSync(join(home, 'a.json'))).toEqual(['inside']);
  });

  it('listens for the end of the process only while it writes', async () => {
    const before = process.listenerCount('exit');
    await replaceFile(join(folder(), 'a.json'), 'x', null);
    await expect(replaceFile('/nowhere/a.json', 'x', null)).rejects.toThrow('ENOENT');
    expect(process.listenerCount('exit')).toBe(before);
  });
});
