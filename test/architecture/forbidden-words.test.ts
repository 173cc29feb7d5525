import { describe, expect, it } from 'vitest';
import { codeOnly, filesBelow, placesOf, type SourceFile } from './source-tree.js';

/** What may not be written in a source, where it may after all, and why. `code`: only outside comments and quotes. */
interface Ban {
  readonly name: string;
  readonly pattern: RegExp;
  readonly within: 'code' | 'text';
  readonly except?: RegExp;
  readonly because: string;
}

const BANS: readonly Ban[] = [
  {
    name: 'a note of unfinished work',
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    within: 'text',
    because: 'unfinished work is not committed',
  },
  {
    name: 'a suppression',
    pattern: /@ts-(?:ignore|nocheck|expect-error)|biome-ignore|eslint-disable|v8 ignore|c8 ignore|istanbul ignore/,
    within: 'text',
    because: 'a checker that is told to look away checks nothing',
  },
  {
    name: 'any',
    pattern: /(?:[:<|&,(=]|\bas)\s*any\b(?!\s*[(.:])/,
    within: 'code',
    because: 'unknown says the same and is checked',
  },
  {
    name: 'the console',
    pattern: /(?<![.\w])console\s*\./,
    within: 'code',
    because: 'standard output holds the document and nothing else; streams come in through Io',
  },
  {
    name: 'the process',
    pattern: /(?<![.\w])(?:globalThis\s*\.\s*)?process\s*\.\s*[a-zA-Z]/,
    within: 'code',
    except: /^(?:bin|src\/cli)\//,
    because: 'arguments, environment, streams and signals come in through Io',
  },
  {
    name: 'the clock',
    pattern: /\bDate\s*\.\s*now\b|\bnew\s+Date\s*\(\s*\)/,
    within: 'code',
    except: /^src\/cli\//,
    because: 'time comes in through Io, so that two runs on the same inputs give the same bytes',
  },
  {
    name: 'a stopwatch',
    pattern: /(?<![.\w])performance\s*\.\s*now\b|\bhrtime\b/,
    within: 'code',
    except: /^src\/(?:cli\/|optimizer\/solver\/deadline\.ts$)/,
    because: 'timings come in through Io; only the time limit of a solve is measured where it is kept',
  },
  {
    name: 'chance',
    pattern: /\bMath\s*\.\s*random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/,
    within: 'code',
    except: /^src\/cli\//,
    because: "random numbers have a seed; the name of a temporary file is the command line's affair",
  },
  {
    name: 'evaluated text',
    pattern: /(?<![.\w])eval\s*\(|\bnew\s+Function\s*\(/,
    within: 'code',
    because: 'data is never run',
  },
];

const SOURCES = [...filesBelow('src'), ...filesBelow('bin', ['.js'])];

/** `path:line` of everything a ban forbids. */
function broken(ban: Ban, files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !ban.except?.test(path))
    .flatMap(({ path, text }) => placesOf(ban.pattern, path, ban.within === 'code' ? codeOnly(text) : text));
}

describe('sources do not hold', () => {
  it.each(BANS)('$name: $because', (ban) => {
    expect(broken(ban, SOURCES)).toEqual([]);
  });

  it.each([
    ['a note of unfinished work', '// TODO later'],
    ['a suppression', '// @ts-expect-error: why'],
    ['any', 'const a: any = 1;'],
    ['any', 'const a = b as any;'],
    ['any', 'function f(a: Map<string, any>) {}'],
    ['the console', "console.log('x');"],
    ['the process', 'const { argv } = process.argv;'],
    ['the clock', 'const t = Date.now();'],
    ['the clock', 'const t = new Date();'],
    ['a stopwatch', 'const t = performance.now();'],
    ['chance', 'const x = Math.random();'],
    ['evaluated text', "eval('1');"],
  ])('%s would be seen in: %s', (name, line) => {
    const ban = BANS.find((one) => one.name === name);
    expect(ban && broken(ban, [{ path: 'src/margin/x.ts', text: `\n${line}\n` }])).toEqual(['src/margin/x.ts:2']);
  });

  it.each([
    ['any', 'if (any(values) || x.any()) {} // any'],
    ['any', 'const any = rows.some(isLong);'],
    ['the console', "const word = 'console.log';"],
    ['the process', '// in the process. Then'],
    ['the process', 'solver.process.end();'],
    ['the clock', 'const t = new Date(0).toISOString(); // Date.now()'],
  ])('%s is not seen in: %s', (name, line) => {
    const ban = BANS.find((one) => one.name === name);
    expect(ban && broken(ban, [{ path: 'src/margin/x.ts', text: line }])).toEqual([]);
  });

  it('lets the command line see the process and the clock, but not the console', () => {
    const text = 'process.exit(Date.now());\nconsole.log(1);';
    expect(BANS.flatMap((ban) => broken(ban, [{ path: 'src/cli/x.ts', text }]))).toEqual(['src/cli/x.ts:2']);
  });
});
