import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passes } from '../vector-case.js';
import { correlationFamily } from './correlation-family.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'margo-correlation-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(files: Readonly<Record<string, unknown>>) {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return correlationFamily.run(folder);
}

const HIGHAM = [
  [1, 1, 0],
  [1, 1, 1],
  [0, 1, 1],
];

describe('entries of the correlation family', () => {
  it('with weights are solved with them (Higham 2002, by his MATLAB code)', () => {
    const expected = [
      [1, 0.66774961, 0.16723692],
      [0.66774961, 1, 0.84557496],
      [0.16723692, 0.84557496, 1],
    ];
    const weighted = { input: HIGHAM, weights: [1, 2, 3], literature: { expected, tol: 1e-8 } };
    const { cases } = run({ 'a.json': { weighted, unweighted: { ...weighted, weights: undefined } } });
    expect(cases.map(({ name }) => name)).toEqual(['correlation/a.json weighted', 'correlation/a.json unweighted']);
    expect(cases.map(passes)).toEqual([true, false]);
  });

  it('that are clipped find their input under the same key of another file (statsmodels corr_clipped)', () => {
    const clippedRescaled = [
      [1, 0.7395391543, 0.0938363214],
      [0.7395391543, 1, 0.7395391543],
      [0.0938363214, 0.7395391543, 1],
    ];
    const { cases } = run({
      'clip.json': { high02: { clippedRescaled, frobeniusDistance: 0.537559223782369 }, lost: { clippedRescaled } },
      'nearest.json': { high02: { input: HIGHAM, literature: { expected: clippedRescaled, tol: 1 } } },
    });
    expect(cases.map(passes)).toEqual([true, false, true]);
    expect(cases[1]?.problem).toBe('no file of the folder has an input matrix lost');
  });

  it('that are shrunk take their observations from the file beside them', () => {
    // Two observations of two underlyings, opposite: S = [[.25, -.25], [-.25, .25]]; sampling error 0, so nothing is
    // shrunk.
    const facts = {
      ledoitWolfShrinkage: 0,
      empirical_ddof0: [
        [0.25, -0.25],
        [-0.25, 0.25],
      ],
    };
    const X = [
      [0, 1],
      [1, 0],
    ];
    const { cases, notCovered } = run({
      'lw.json': { version: '1', pair: facts, headed: facts, inline: { ...facts, X }, gone: facts },
      'lw_data_pair.csv': '0,1\r\n1,0\r\n',
      'lw_data_headed.csv': 'a,b\n0,1\n1,0\n',
      'lw_data_stray.csv': '1,2\n',
    });
    expect(cases.map(passes)).toEqual([true, true, true]);
    expect(notCovered).toEqual([
      {
        subject: 'correlation/lw.json gone',
        reason: 'its observations lw_data_gone.csv are not there',
        cases: 1,
      },
      { subject: 'correlation/lw_data_stray.csv', reason: 'no entry of the JSON files refers to it' },
    ]);
  });

  it('with worked examples are computed (scikit-learn test_shrunk_covariance_func)', () => {
    const shrunk_covariance = {
      cov: [
        [1, 1],
        [1, 1],
      ],
      delta: 0.5,
      expected: [
        [1, 0.5],
        [0.5, 1],
      ],
    };
    const empirical_covariance = {
      X: [
        [0, 1],
        [1, 0],
      ],
      expected: [
        [0.25, -0.25],
        [-0.25, 0.25],
      ],
    };
    const { cases } = run({ 'lw.json': { trivial: { shrunk_covariance, empirical_covariance } } });
    expect(cases.map(passes)).toEqual([true]);
    expect(cases[0]?.comparisons).toHaveLength(8);
  });

  it('of unknown fields are named', () => {
    const { cases, notCovered } = run({ 'a.json': { thing: { alpha: 1, beta: 2 } } });
    expect(cases).toEqual([]);
    expect(notCovered[0]?.reason).toBe('its fields are known nowhere here: alpha, beta');
  });

  it('fail when the sizes differ, or an entry is no number', () => {
    const { cases } = run({
      'a.json': {
        size: { input: HIGHAM, nearest_unitDiag_PSD: [[1]] },
        text: { input: [['x']], nearest_unitDiag_PSD: [[1]] },
      },
      'b.json': [],
    });
    expect(cases.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('the document is no object'),
      'nearest has 1 entries where ours has 9',
      'a matrix with an entry that is no number',
    ]);
  });
});
