import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CachedModules } from '../../../src/cli/start/cached-modules.js';

let folder: string;
const MODULES = {
  'a.cjs':
    "const { twice } = require('./chunks/b.cjs'); exports.four = twice(2); exports.base = require('node:path').basename(__filename);",
  'chunks/b.cjs': "exports.twice = (x) => 2 * x; exports.a = () => require('../a.cjs');",
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'margo-modules-'));
  mkdirSync(join(folder, 'chunks'));
  for (const [name, text] of Object.entries(MODULES)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('cached modules', () => {
  it('load one another, and those of Node, each once', () => {
    const modules = new CachedModules(folder);
    const a = modules.load('a.cjs');
    expect(a).toMatchObject({ four: 4, base: 'a.cjs' });
    expect(modules.load('a.cjs')).toBe(a);
    expect((modules.load('chunks/b.cjs') as { a: () => unknown }).a()).toBe(a);
  });

  it('say the same with the code they keep', () => {
    const first = new CachedModules(folder);
    const a = first.load('a.cjs');
    first.keep();
    expect(readdirSync(join(folder, 'code-cache')).sort()).toEqual(['a.cjs.bin', 'b.cjs.bin']);
    expect(new CachedModules(folder).load('a.cjs')).toEqual(a);
  });

  it('are read from their text where the code is of another text or no code', () => {
    const first = new CachedModules(folder);
    first.load('a.cjs');
    first.keep();
    writeFileSync(join(folder, 'chunks/b.cjs'), 'exports.twice = (x) => 3 * x - x;');
    writeFileSync(join(folder, 'code-cache/a.cjs.bin'), 'no code');
    expect(new CachedModules(folder).load('a.cjs')).toMatchObject({ four: 4 });
    writeFileSync(join(folder, 'chunks/b.cjs'), 'exports.twice = (x) => 5 * x * 1 + 0;');
    expect(new CachedModules(folder).load('a.cjs')).toMatchObject({ four: 10 });
  });

  it('throw what they throw', () => {
    writeFileSync(join(folder, 'a.cjs'), "throw new Error('out of order');");
    expect(() => new CachedModules(folder).load('a.cjs')).toThrow('out of order');
    expect(() => new CachedModules(folder).load('c.cjs')).toThrow(/ENOENT/);
  });
});
