import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.js';
import { codeOnly, filesBelow, placesOf, withoutComments } from './source-tree.js';

const FILE = {
  path: 'src/render/table/render-table.ts',
  text: `/**
 * import { no } from './in-a-comment.js';
 */
import Table from 'cli-table3';
import type { Margin } from '../../schema/index.js';
import {
  a,
  type B,
} from './wide.js';
export { c } from './again.js';
export type * from '@sinclair/typebox/value';
import 'node:fs/promises';
type Highs = typeof import('highs');
const page: import('./types.js').Page = one; // import('./nor-here.js')
const later = await import('./later.js');
const engine = createRequire(import.meta.url).resolve('javascript-lp-solver');
const { version } = require('chalk/package.json');
`,
};

describe('reading imports', () => {
  it('finds every form, and none in a comment', () => {
    const type = { isTypeOnly: true, isDynamic: false };
    const value = { isTypeOnly: false, isDynamic: false };
    expect(importsOf(FILE).map(({ from: _from, isRelative: _isRelative, ...rest }) => rest)).toEqual([
      { to: 'cli-table3', ...value },
      { to: 'src/schema/index.ts', ...type },
      { to: 'src/render/table/wide.ts', ...value },
      { to: 'src/render/table/again.ts', ...value },
      { to: '@sinclair/typebox', ...type },
      { to: 'node:fs/promises', ...value },
      { to: 'highs', isTypeOnly: true, isDynamic: true },
      { to: 'src/render/table/types.ts', isTypeOnly: true, isDynamic: true },
      { to: 'src/render/table/later.ts', isTypeOnly: false, isDynamic: true },
      { to: 'javascript-lp-solver', isTypeOnly: false, isDynamic: true },
      { to: 'chalk', isTypeOnly: false, isDynamic: true },
    ]);
  });

  it('finds the file behind every relative import of the program', () => {
    const files = filesBelow('src');
    const paths = new Set(files.map(({ path }) => path));
    const relative = files.flatMap(importsOf).filter(({ isRelative }) => isRelative);
    expect(relative.length).toBeGreaterThan(100);
    expect(relative.filter(({ to }) => !paths.has(to) && !to.endsWith('.json'))).toEqual([]);
  });
});

describe('reading code', () => {
  it('blanks comments and quotes, and keeps lines', () => {
    const text = "const url = 'https://x.org'; // why\n/* two\nlines */ const a = 'any';";
    expect(withoutComments(text)).toBe("const url = 'https://x.org';\n\n const a = 'any';");
    expect(codeOnly(text)).toBe("const url = '';\n\n const a = '';");
  });

  it('tells the places of a pattern', () => {
    expect(placesOf(/b/, 'x.ts', 'a\nb\nc b')).toEqual(['x.ts:2', 'x.ts:3']);
  });
});
