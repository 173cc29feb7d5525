import { describe, expect, it } from 'vitest';
import { estimateMatrix } from '../../../src/correlation/estimate/estimate-matrix.js';
import { DEFAULT_HALF_LIFE, ESTIMATORS, type Estimator } from '../../../src/correlation/estimate/estimator.js';
import { matrixOfReturns } from '../../../src/correlation/estimate/matrix-of-returns.js';
import { commonPanel, pricePanel, returnsOnCommonDates } from '../../../src/correlation/estimate/price-panel.js';
import { estimateCorrelation } from '../../../src/correlation/estimate-correlation.js';
import { ledoitWolf } from '../../../src/correlation/ledoit-wolf.js';
import type { PriceHistory } from '../../../src/domain/index.js';
import { symmetricEigen } from '../../../src/math/symmetric-eigen.js';
import { aHistory, BLANK, raggedHistory } from './a-history.js';

const by = (name: Estimator['name'], more: Partial<Estimator> = {}): Estimator => ({
  name,
  halfLife: DEFAULT_HALF_LIFE,
  threshold: 0.5,
  asPearson: false,
  ...more,
});
const DAILY = { kind: 'log', days: 1, overlapping: true } as const;
const TERMS = { returns: DAILY, minimumReturns: 5 };
const now = () => Promise.resolve();
const WHOLE = { asOf: null, missing: 'pairwise' } as const;

describe('estimateMatrix', () => {
  it('by sample is what margins estimate from the same prices, blanks and all', async () => {
    const history = raggedHistory(6, 150, 0.15);
    const { matrix, pairs } = await estimateMatrix(pricePanel(history, WHOLE), by('sample'), TERMS, now);
    const other = estimateCorrelation(history, { minimumReturns: 5 });
    for (const [k, value] of matrix.values.entries()) expect(value).toBeCloseTo(other.matrix.values[k]!, 12);
    for (const { i, j, observations } of pairs) expect(observations).toBe(other.observations[i * 6 + j]);
  });

  it.each(ESTIMATORS.filter((name) => name !== 'ledoit-wolf' && name !== 'oas'))(
    '%s of a pair of a ragged file is that of the two alone',
    async (name) => {
      const history = raggedHistory(5, 120, 0.1);
      for (const days of [1, 3]) {
        const terms = { returns: { ...DAILY, days }, minimumReturns: 5 };
        const all = await estimateMatrix(pricePanel(history, WHOLE), by(name), terms, now);
        for (const { i, j, correlation } of all.pairs) {
          const two = new Map([...history.series].filter((_, k) => k === i || k === j));
          const alone = await estimateMatrix(
            commonPanel(pricePanel({ ...history, series: two }, WHOLE)),
            by(name),
            terms,
            now,
          );
          expect(correlation).toBeCloseTo(alone.pairs[0]!.correlation!, 13);
        }
      }
    },
  );

  it.each(ESTIMATORS)('%s of whole columns is that of their returns, and positive semidefinite', async (name) => {
    const panel = pricePanel(raggedHistory(8, 60, 0), WHOLE);
    const { matrix } = await estimateMatrix(panel, by(name), TERMS, now);
    const values = matrixOfReturns(returnsOnCommonDates(panel, DAILY), by(name))!;
    for (const [k, value] of matrix.values.entries()) expect(value).toBeCloseTo(values[k]!, 13);
    expect(symmetricEigen(values, 8).values[0]).toBeGreaterThan(-1e-12);
  });

  it.each(['ledoit-wolf', 'oas'] as const)(
    '%s pulls every correlation to 0 alike, whatever the units',
    async (name) => {
      const history = raggedHistory(4, 80, 0);
      const calm = new Map(
        [...history.series].map(([key, prices], i) => [key, i === 0 ? prices.map((p) => p ** 0.01) : prices]),
      );
      const panel = pricePanel(history, WHOLE);
      const { pairs, shrinkage } = await estimateMatrix(panel, by(name), TERMS, now);
      const sample = await estimateMatrix(panel, by('sample'), TERMS, now);
      expect(shrinkage).toBeGreaterThan(0);
      pairs.forEach(({ correlation, standardError, low }, k) => {
        const plain = sample.pairs[k]!;
        expect(correlation).toBeCloseTo((1 - shrinkage!) * plain.correlation!, 14);
        expect(standardError).toBeCloseTo((1 - shrinkage!) * plain.standardError!, 14);
        expect(low).toBeCloseTo((1 - shrinkage!) * plain.low!, 14);
      });
      const scaled = await estimateMatrix(pricePanel({ ...history, series: calm }, WHOLE), by(name), TERMS, now);
      expect(scaled.shrinkage).toBeCloseTo(shrinkage!, 9);
    },
  );

  it.each(ESTIMATORS)('%s pauses again and again, and stops where a pause rejects', async (name) => {
    const panel = pricePanel(raggedHistory(20, 30, 0.02), WHOLE);
    let pauses = 0;
    await estimateMatrix(panel, by(name), TERMS, async () => void pauses++);
    // 190 pairs.
    expect(pauses).toBeGreaterThan(2);
    const stop = () => Promise.reject(new Error('interrupted'));
    await expect(estimateMatrix(panel, by(name), TERMS, stop)).rejects.toThrow('interrupted');
  });

  it.each(ESTIMATORS)('%s does not carry anything over from one pair to the next', async (name) => {
    // Columns of the same dates, of their own, and one that does not move, forwards and backwards.
    const { dates, series } = raggedHistory(5, 90, 0.1);
    const columns = [...series, ['P', series.get('U1')!.map((p) => p ** 2)], ['Q', series.get('U3')!.map(() => 7)]] as [
      string,
      Float64Array,
    ][];
    const figures = async (listed: typeof columns) => {
      const panel = pricePanel({ dates, series: new Map(listed) }, WHOLE);
      const { pairs } = await estimateMatrix(panel, by(name), TERMS, now);
      return new Map(
        pairs.map(({ i, j, ...figures }) => [[listed[i]![0], listed[j]![0]].sort().join(), figures] as const),
      );
    };
    const forwards = await figures(columns);
    const backwards = await figures(columns.toReversed());
    expect(forwards.get('P,Q')!.undetermined).toBe('constant');
    for (const [pair, { correlation, ...facts }] of forwards) {
      const other = backwards.get(pair)!;
      expect(other.undetermined).toBe(facts.undetermined);
      expect(other.observations).toBe(facts.observations);
      if (correlation !== null) expect(other.correlation).toBeCloseTo(correlation, 13);
    }
  });

  it('shrinks as Ledoit and Wolf do returns of unit variance', async () => {
    const panel = pricePanel(raggedHistory(3, 40, 0), WHOLE);
    const columns = returnsOnCommonDates(panel, DAILY);
    const rows = columns[0]!.length;
    const unit = new Float64Array(rows * 3);
    columns.forEach((returns, i) => {
      const mean = returns.reduce((sum, value) => sum + value, 0) / rows;
      const deviation = Math.sqrt(returns.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows);
      for (let t = 0; t < rows; t++) unit[t * 3 + i] = (returns[t]! - mean) / deviation;
    });
    const { covariance, shrinkage } = ledoitWolf(unit, rows, 3);
    const { matrix, shrinkage: found } = await estimateMatrix(panel, by('ledoit-wolf'), TERMS, now);
    expect(found).toBeCloseTo(shrinkage, 12);
    for (const [k, value] of matrix.values.entries()) expect(value).toBeCloseTo(covariance[k]!, 12);
  });

  it('looks at common dates for a shrinkage, and elsewhere when told to', async () => {
    const history = aHistory({ A: [1, 2, 3, 2, 3, 4, 3], B: [2, 1, 2, 3, 2, 3, 4], C: [BLANK, BLANK, 1, 2, 1, 3, 2] });
    const terms = { returns: DAILY, minimumReturns: 2 };
    const counts = async (panel: ReturnType<typeof pricePanel>, name: Estimator['name']) =>
      (await estimateMatrix(panel, by(name), terms, now)).pairs.map(({ observations }) => observations);
    expect(await counts(pricePanel(history, WHOLE), 'sample')).toEqual([6, 4, 4]);
    expect(await counts(pricePanel(history, WHOLE), 'oas')).toEqual([4, 4, 4]);
    expect(await counts(pricePanel(history, { asOf: null, missing: 'common' }), 'sample')).toEqual([4, 4, 4]);
    expect(await counts(pricePanel(history, { asOf: '2024-01-06', missing: 'common' }), 'sample')).toEqual([3, 3, 3]);
  });

  it('leaves a pair at 0 that the prices do not determine, and says why', async () => {
    const history: PriceHistory = aHistory({ A: [1, 2, 3, 2, 3], B: [5, 5, 5, 5, 5], C: [BLANK, BLANK, BLANK, 1, 2] });
    const { matrix, pairs } = await estimateMatrix(
      pricePanel(history, WHOLE),
      by('sample'),
      { ...TERMS, minimumReturns: 3 },
      now,
    );
    expect(pairs.map(({ undetermined }) => undetermined)).toEqual(['constant', 'tooFewReturns', 'tooFewReturns']);
    expect([...matrix.values]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('has an interval of 95% by Fisher: r = 0.5 of 28 returns lies from 0.156 to 0.736', async () => {
    // tanh(atanh 0.5 -+ 1.96 / 5), of any column pair with that correlation: here built to have it.
    const [u, v] = orthogonal(28);
    const prices = (moves: readonly number[]) =>
      [0, ...moves].map((_, t) => 100 * Math.exp(moves.slice(0, t).reduce((sum, move) => sum + move, 0)));
    const mixed = u.map((value, t) => 0.5 * value + Math.sqrt(0.75) * v[t]!);
    const panel = pricePanel(aHistory({ A: prices(u), B: prices(mixed) }), WHOLE);
    const pair = (await estimateMatrix(panel, by('sample'), TERMS, now)).pairs[0]!;
    expect(pair.correlation).toBeCloseTo(0.5, 10);
    expect([pair.low, pair.high].map((end) => end!.toFixed(3))).toEqual(['0.156', '0.736']);
    expect(pair.standardError).toBeCloseTo(0.75 / 5, 6);
  });

  it('knows no error where columns are the same', async () => {
    const panel = pricePanel(aHistory({ A: [1, 2, 1, 3, 2, 4, 3], B: [1, 2, 1, 3, 2, 4, 3] }), WHOLE);
    const pair = (await estimateMatrix(panel, by('sample'), TERMS, now)).pairs[0]!;
    for (const figure of [pair.correlation, pair.low, pair.high]) expect(figure).toBeCloseTo(1, 12);
    expect(pair.standardError).toBeCloseTo(0, 12);
  });
});

/** Two vectors of mean 0, equal length and right angles: cosines of two frequencies. */
function orthogonal(n: number): [number[], number[]] {
  const wave = (k: number) => Array.from({ length: n }, (_, t) => 0.01 * Math.cos((2 * Math.PI * k * t) / n));
  return [wave(1), wave(2)];
}
