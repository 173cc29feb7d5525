import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runVectors } from './run-vectors.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'margo-vectors-test-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function give(files: Readonly<Record<string, string | object>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

function run(...args: readonly string[]): { code: number; lines: readonly string[] } {
  const lines: string[] = [];
  return { code: runVectors(args.length > 0 ? args : [folder], (line) => lines.push(line)), lines };
}

// Black (1976) at the money, N(0.1) - N(-0.1) of the forward (normal table: 0.0796557).
const BLACK = 'type,strike,forward,stdDev,discount,value,tol\r\ncall,100,100,0.2,1.0,7.965567455405804,1e-8\r\n';
// Hull, "Options, Futures, and Other Derivatives", example of chapter 15: 4.76 and 0.81.
const HULL = [
  'type,strike,spot,q,r,T,vol,value,tol',
  'call,40,42,0,0.1,0.5,0.2,4.76,0.005',
  'put,40,42,0,0.1,0.5,0.2,0.81,0.005',
].join('\n');
// Higham (2002), p. 334.
const HIGHAM = [
  [1, 1, 0],
  [1, 1, 1],
  [0, 1, 1],
];
const NEAREST = [
  [1, 0.76068985, 0.15729811],
  [0.76068985, 1, 0.76068985],
  [0.15729811, 0.76068985, 1],
];

describe('a folder in which everything agrees', () => {
  it('gives one line a family and 0', () => {
    give({
      'pricing/black76_forward.csv': BLACK,
      'pricing/bsm_hull.csv': HULL,
      'correlation/nearest.json': { high02: { input: HIGHAM, literature: { expected: NEAREST, tol: 1e-8 } } },
    });
    const { code, lines } = run();
    expect(code).toBe(0);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^pricing: 3\/3, max relative error \d\.\de-\d+$/);
    expect(lines[1]).toMatch(/^correlation: 1\/1, max relative error \d\.\de-\d+$/);
  });

  it('may be a family itself', () => {
    give({ 'pricing/black76_forward.csv': BLACK });
    expect(run(join(folder, 'pricing'))).toMatchObject({
      code: 0,
      lines: [expect.stringContaining('pricing: 1/1')],
    });
  });

  it('names other families aloud', () => {
    give({ 'pricing/b.csv': BLACK, 'unheard-of/a.csv': 'a\n1', 'LICENCES.md': 'text' });
    const { code, lines } = run();
    expect(code).toBe(0);
    expect(lines.slice(1)).toEqual(['unheard-of: not covered, margo has no family of this name']);
  });
});

describe('a folder in which something differs', () => {
  it('tells the first differing figure of each failed case and gives 1', () => {
    give({
      'pricing/bsm_hull.csv': HULL.replace('4.76', '4.86'),
      'correlation/nearest.json': {
        high02: {
          input: HIGHAM,
          nearest_unitDiag_PSD: [[1, 0.8, 0.15729811], ...NEAREST.slice(1)],
          frobeniusDistance: 9,
        },
      },
    });
    const { code, lines } = run();
    expect(code).toBe(1);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^pricing: 1\/2, max relative error 2\.\de-2$/);
    expect(lines[1]).toMatch(/^ {2}FAILED pricing\/bsm_hull\.csv line 2: value, ours 4\.7594\d+, theirs 4\.86, tol/);
    expect(lines[2]).toMatch(/^correlation: 0\/1/);
    expect(lines[3]).toMatch(
      /FAILED correlation\/nearest\.json high02: nearest\[0\]\[1\], ours 0\.7606\d+, theirs 0\.8,/,
    );
  });

  it('fails rows without a figure, empty files and files that cannot be read', () => {
    give({
      'pricing/american_baw_x.csv':
        'type,strike,spot,q,r,T,vol,value\ncall,100,90,0.1,0.1,0.1,,0.02\nswap,1,1,0,0,1,1,1',
      'pricing/bsm_empty.csv': 'type,strike,spot,q,r,T,vol,value\n',
      'correlation/broken.json': '{',
      'correlation/ragged.json': { a: { input: [[1, 2], [1]], nearest_unitDiag_PSD: [[1]] } },
    });
    const { code, lines } = run();
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^pricing: 0\/3/);
    expect(lines[1]).toContain('line 2: no figure in column vol');
    expect(lines[2]).toContain('line 3: type is "swap", neither call nor put');
    expect(lines[3]).toBe('  FAILED pricing/bsm_empty.csv: the file has no rows');
    expect(lines[4]).toMatch(/^correlation: 0\/2/);
    expect(lines[5]).toContain('correlation/broken.json: SyntaxError');
    expect(lines[6]).toContain('ragged.json a: a matrix with rows of different lengths');
  });
});

describe('an empty family', () => {
  it('is a failure', () => {
    mkdirSync(join(folder, 'pricing'));
    give({ 'correlation/version.json': { sklearn: '1.9.1' } });
    const { code, lines } = run();
    expect(code).toBe(1);
    expect(lines).toEqual([
      'pricing: 0/0, max relative error 0.0e+0',
      '  pricing: empty, no case found that margo can check',
      'correlation: 0/0, max relative error 0.0e+0',
      '  correlation: empty, no case found that margo can check',
    ]);
  });

  it('stays one when only uncovered files are there', () => {
    give({ 'pricing/digital_x.csv': 'kind,type\ncash,call\n' });
    const { code, lines } = run();
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe(
      '  pricing/digital_x.csv: not covered, its columns are those of no file known here: kind, type (1 case)',
    );
  });
});

describe('nothing to run', () => {
  it('gives 2 and says why', () => {
    expect(run(join(folder, 'nowhere'))).toEqual({ code: 2, lines: [expect.stringContaining('there is no folder')] });
    expect(run('a', 'b')).toEqual({ code: 2, lines: [expect.stringContaining('usage: npm run vectors -- DIR')] });
    give({ 'unheard-of/a.csv': 'a\n1' });
    expect(run()).toEqual({ code: 2, lines: [expect.stringContaining('known are: pricing, correlation')] });
    const none: string[] = [];
    expect(runVectors([], (line) => none.push(line))).toBe(2);
  });
});
