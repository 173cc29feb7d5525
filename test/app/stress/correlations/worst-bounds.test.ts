import { describe, expect, it } from 'vitest';
import { runStress } from '../../../../src/app/run-stress.js';
import { worstBounds } from '../../../../src/app/stress/correlations/worst-bounds.js';
import type { CorrelationBound } from '../../../../src/domain/index.js';
import { anIo, resultOf } from '../../a-world.js';
import { files } from '../a-small-world.js';
import { aStressRequest } from '../a-stress-request.js';

const names = ['A', 'B', 'C'];
const present = Float64Array.of(1, 0.5, 0.2, 0.5, 1, 0.3, 0.2, 0.3, 1);
const ALL = [0, 1, 2];

const place = { file: 'b.csv', line: 2, column: 1 };
const bound = (a: string, b: string, min: number, max: number): CorrelationBound => ({
  a,
  b,
  min,
  max,
  origin: { a: place, b: { ...place, column: 3 }, min: { ...place, column: 5 } },
});

/** The ends of the pairs AB, AC, BC. */
const endsOf = (asked: Partial<Parameters<typeof worstBounds>[1]>, moving: readonly number[] = ALL) => {
  const { bounds, within, issues } = worstBounds(
    { names, present },
    { within: null, distance: null, pairs: null, ...asked },
    moving,
  );
  const ends = [1, 2, 5].map((at) => [bounds.low[at], bounds.high[at]].map((end) => Number(end!.toFixed(9))));
  return { ends, within, codes: issues.map(({ code, column }) => [code, column]) };
};

describe('the bounds of the worst matrix', () => {
  it('are 0.2 either way where nothing is asked, and none of pairs where a distance is', () => {
    expect(endsOf({})).toEqual({
      ends: [
        [0.3, 0.7],
        [0, 0.4],
        [0.1, 0.5],
      ],
      within: 0.2,
      codes: [],
    });
    expect(endsOf({ distance: 0.3 })).toMatchObject({ ends: Array(3).fill([-1, 1]), within: null });
  });

  it('are those of a file for the pairs it names, in either order; others stay, or go as far as is said', () => {
    const pairs = [bound('B', 'A', -0.1, 0.6)];
    expect(endsOf({ pairs }).ends).toEqual([
      [-0.1, 0.6],
      [0.2, 0.2],
      [0.3, 0.3],
    ]);
    expect(endsOf({ pairs, within: 0.1 }).ends).toEqual([
      [-0.1, 0.6],
      [0.1, 0.3],
      [0.2, 0.4],
    ]);
  });

  it('hold the pairs of underlyings that do not move', () => {
    expect(endsOf({}, [0, 2]).ends).toEqual([
      [0.5, 0.5],
      [0, 0.4],
      [0.3, 0.3],
    ]);
  });

  it('take in the present value, with a word of it', () => {
    expect(endsOf({ pairs: [bound('A', 'B', 0.6, 0.9)] })).toMatchObject({
      ends: [[0.5, 0.9], expect.anything(), expect.anything()],
      codes: [['STR_BOUND_PRESENT', 5]],
    });
  });

  it('are of underlyings that are correlated', () => {
    expect(endsOf({ pairs: [bound('A', 'X', 0, 1)] }).codes).toEqual([['STR_BOUND_UNKNOWN', 3]]);
  });
});

describe('margo stress with bounds of pairs', () => {
  const FOLDER = 'fixtures/btc-eth-pair';
  const asked = (text: string) =>
    runStress(
      aStressRequest(FOLDER, {
        what: ['correlations'],
        correlationBounds: files({ 'bounds.csv': text })['bounds.csv'],
      }),
      anIo(),
    );

  it('finds the worst within them, and lists the file among its inputs', async () => {
    const outcome = await asked('a,b,min,max\nETH,BTC,0.7,0.9\n');
    const { worst } = resultOf(outcome).correlations!;
    // The margin falls as the correlation rises, so the lower end is worst.
    expect(worst.matrix[0]![1]).toBeCloseTo(0.7, 12);
    expect(worst).toMatchObject({ within: null, pairsBounded: 1, proven: true });
    expect(outcome.manifest.inputs.map(({ role }) => role)).toContain('correlation-bounds');
  });

  it('refuses bounds of a stranger', async () => {
    const { status, issues } = await asked('a,b,min,max\nETH,BTX,0.7,0.9\n');
    expect(status).toBe('error');
    expect(issues.find(({ code }) => code === 'STR_BOUND_UNKNOWN')).toMatchObject({ line: 2, column: 5, value: 'BTX' });
  });
});
