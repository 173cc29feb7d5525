import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectConfig } from '../../src/ingest/project-config.js';

const NAME = 'margo.config.json';
const aFolder = () => mkdtempSync(join(tmpdir(), 'margo-'));

describe('projectConfig', () => {
  it('is the file of that name in the folder itself, and no other', () => {
    const cwd = aFolder();
    mkdirSync(join(cwd, 'below'));
    expect(projectConfig({ cwd })).toBeNull();
    writeFileSync(join(cwd, 'config.json'), '{}');
    writeFileSync(join(cwd, 'below', NAME), '{}');
    expect(projectConfig({ cwd })).toBeNull();
    writeFileSync(join(cwd, NAME), '');
    expect(projectConfig({ cwd })).toBe(NAME);
  });

  it('is there even when it cannot be read, but not when its link leads nowhere', () => {
    const [folder, dead] = [aFolder(), aFolder()];
    mkdirSync(join(folder, NAME));
    symlinkSync('nowhere', join(dead, NAME));
    expect(projectConfig({ cwd: folder })).toBe(NAME);
    expect(projectConfig({ cwd: dead })).toBeNull();
  });
});
