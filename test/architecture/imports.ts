import { posix } from 'node:path';
import { type SourceFile, withoutComments } from './source-tree.js';

/** One import or re-export. `to` is a path from the root for a relative import, else the package's or node module's name. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isRelative: boolean;
  readonly isTypeOnly: boolean;
  /** Written as `import('...')` or `require('...')`. */
  readonly isDynamic: boolean;
}

const STATIC = /^(?:import|export)\s(?:(type)\s)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\b(typeof\s+)?import\(\s*['"]([^'"]+)['"]\s*\)(\.[A-Z])?/g;

const REQUIRED = /(?:\brequire|\bcreateRequire\([^)]*\))(?:\.resolve)?\(\s*['"]([^'"]+)['"]/g;

/** Every import of a file, in order: static ones, then `import('...')`, then `require('...')`. */
export function importsOf(file: SourceFile): readonly Import[] {
  const code = withoutComments(file.text);
  const found = [
    ...[...code.matchAll(STATIC)].map(([, type, to = '']) => ({
      to,
      isTypeOnly: type !== undefined,
      isDynamic: false,
    })),
    ...[...code.matchAll(DYNAMIC)].map(([, type, to = '', member]) => ({
      to,
      isTypeOnly: type !== undefined || member !== undefined,
      isDynamic: true,
    })),
    ...[...code.matchAll(REQUIRED)].map(([, to = '']) => ({ to, isTypeOnly: false, isDynamic: true })),
  ];
  return found.map((one) => {
    const isRelative = one.to.startsWith('.');
    const to = isRelative ? posix.join(posix.dirname(file.path), one.to).replace(/\.js$/, '.ts') : packageOf(one.to);
    return { ...one, from: file.path, to, isRelative };
  });
}

/** `@sinclair/typebox/value` -> `@sinclair/typebox`; node modules keep their prefix. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
