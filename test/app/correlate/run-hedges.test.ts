import { describe, expect, it } from 'vitest';
import { exposuresOf } from '../../../src/app/correlate/hedges/hedge-lines.js';
import { testedHedges } from '../../../src/app/correlate/hedges/tested-hedges.js';
import { runCorrelate } from '../../../src/app/correlate/run-correlate.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { runWhatIf } from '../../../src/app/run-whatif.js';
import type { PriceHistory } from '../../../src/domain/index.js';
import type { CorrelateHedges } from '../../../src/schema/correlate/correlate-hedges.js';
import { aPreparedRun } from '../a-prepared-run.js';
import { aMarginRequest, anIo, aWhatIfRequest, resultOf } from '../a-world.js';
import { aHedgesRequest } from './a-correlate-request.js';

const SPOTS = 'fixtures/correlations/three-spots';
const PAIR = 'fixtures/btc-eth-pair';
const OWN = 'fixtures/correlations';

async function hedgesOf(...of: Parameters<typeof aHedgesRequest>): Promise<CorrelateHedges> {
  const outcome = await runCorrelate(aHedgesRequest(...of), anIo());
  return resultOf(outcome).hedges!;
}

/** Money of a whole scan range: quantity x level x 4 x iv / sqrt(365), by the model's published rule. */
const RANGE = {
  AAA: 100 * 100 * 4 * (0.5 / Math.sqrt(365)),
  BBB: -150 * 80 * 4 * (0.4 / Math.sqrt(365)),
  CCC: 40 * 50 * 4 * (0.6 / Math.sqrt(365)),
};

/**
 * The margin of two linear positions by the listed directions, worked out by hand: ladders, axes (which are the pairs') on
 * the ellipse of correlation rho. A wider universe adds directions, so that this is a lower bound; sqrt(d'Rd) is an upper one.
 */
function bounds(d: number, e: number, rho: number): readonly [number, number] {
  const listed = [
    Math.abs(d + rho * e),
    Math.abs(rho * d + e),
    Math.sqrt((1 + rho) / 2) * Math.abs(d + e),
    Math.sqrt((1 - rho) / 2) * Math.abs(d - e),
  ];
  return [Math.max(...listed), Math.sqrt(d * d + e * e + 2 * rho * d * e)];
}

describe('pairs of a book of three spots', () => {
  it('margined apart are the scan ranges added, and together lie between the listed and the worst joint move', async () => {
    const { pairs, margin, standalone, offset } = await hedgesOf(SPOTS);
    const rho = { 'AAA BBB': 0.8, 'AAA CCC': 0.5, 'BBB CCC': 0.3 } as const;
    expect(pairs).toHaveLength(3);
    for (const pair of pairs) {
      const [d, e] = [RANGE[pair.a as 'AAA'], RANGE[pair.b as 'BBB']];
      expect(pair.apart).toBeCloseTo(Math.abs(d) + Math.abs(e), 6);
      const [least, most] = bounds(d, e, rho[`${pair.a} ${pair.b}` as keyof typeof rho]);
      expect(pair.together).toBeGreaterThan(least - 1e-6);
      expect(pair.together).toBeLessThan(most + 1e-6);
      expect(pair.offset).toBeCloseTo(pair.apart - pair.together, 9);
    }
    expect(pairs[0]).toMatchObject({ a: 'AAA', b: 'BBB' });
    expect(standalone).toBeCloseTo(
      Object.values(RANGE).reduce((sum, d) => sum + Math.abs(d), 0),
      6,
    );
    expect(offset).toBeCloseTo(standalone - margin, 9);
  });

  it('of a delta-normal book are sqrt(d^2 + e^2 + 2 rho d e) together, for |d| + |e| apart', async () => {
    const { pairs } = await hedgesOf(SPOTS, { model: 'parametric-var' });
    const rho = { AAABBB: 0.8, AAACCC: 0.5, BBBCCC: 0.3 } as const;
    for (const { a, b, apart, together } of pairs) {
      const [d, e] = [RANGE[a as 'AAA'], RANGE[b as 'BBB']];
      const joint = Math.sqrt(d * d + e * e + 2 * rho[`${a}${b}` as keyof typeof rho] * d * e);
      expect(together / apart).toBeCloseTo(joint / (Math.abs(d) + Math.abs(e)), 9);
    }
  });

  it('cost what margo margin asks with that correlation at zero', async () => {
    const { pairs, margin } = await hedgesOf(SPOTS);
    const whole = resultOf(await runMargin(aMarginRequest(SPOTS), anIo()));
    expect(margin).toBeCloseTo(whole.initialMargin, 9);
    const pair = pairs.find(({ a, b }) => a === 'AAA' && b === 'CCC')!;
    // Zero for that pair leaves a correlation matrix, so that the others stay; the file says the same with one figure changed.
    expect(pair.others).toBe(false);
    const request = aMarginRequest(SPOTS, { correlations: 'fixtures/correlations/three-spots-without-ac.csv' });
    const without = resultOf(await runMargin(request, anIo()));
    expect(pair.withoutIt).toBeCloseTo(without.initialMargin, 9);
    expect(pair.worth).toBeCloseTo(without.initialMargin - margin, 9);
  });

  it('are at zero exactly where that moves other correlations too, a third that is not held among them', async () => {
    const { pairs } = await hedgesOf(PAIR, { correlations: null });
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ a: 'BTC', b: 'ETH', others: true });
    // BNB is not held: without it the matrix of the two is free to be at zero.
    const { pairs: alone } = await hedgesOf(PAIR);
    expect(alone[0]).toMatchObject({ correlation: 0.832005, others: false });
    const zero = aMarginRequest(PAIR, { correlations: `${OWN}/btc-eth-at-zero.csv`, limits: null });
    expect(alone[0]!.withoutIt).toBeCloseTo(resultOf(await runMargin(zero, anIo())).initialMargin, 6);
  });

  it('make a group where each adds to what is saved', async () => {
    const { groups, pairs } = await hedgesOf(SPOTS);
    for (const group of groups) {
      expect(group.names).toEqual(['AAA', 'BBB', 'CCC']);
      const largestPair = Math.max(...pairs.map(({ offset }) => offset));
      expect(group.offset).toBeGreaterThan(largestPair);
      expect(group.leastAdded).toBeCloseTo(group.offset - largestPair, 6);
    }
  });
});

describe('single instruments', () => {
  it('have the ratio -rho sigma_u / sigma_v, whole lots, and the variance 1 - rho^2 left', async () => {
    const { hedges } = await hedgesOf(SPOTS);
    const line = hedges.find(({ underlying, instrument }) => underlying === 'AAA' && instrument === 'BBB')!;
    expect(line.exposure).toBeCloseTo(10_000, 9);
    expect(line.ratio).toBeCloseTo((-0.8 * 0.5) / 0.4, 12);
    expect(line.contracts).toBe(-125);
    expect(line.residualShare).toBeCloseTo(0.36, 12);
    expect(line.unhedgedMoney).toBeCloseTo((10_000 * 0.5) / Math.sqrt(365), 8);
    expect(line.residualMoney).toBeCloseTo(0.6 * line.unhedgedMoney, 9);
    const other = hedges.find(({ underlying, instrument }) => underlying === 'AAA' && instrument === 'DDD')!;
    // 0.6 x 0.5 / 0.3 x 10,000 / 20 = 500 shares, bought because the two move against each other.
    expect(other).toMatchObject({ contracts: 500, quoted: true, verdict: 'untested' });
    expect(hedges.find(({ instrument, underlying }) => instrument === underlying)?.verdict).toBe('own');
  });

  it('are margined with the whole book, as margo whatif margins the trade', async () => {
    const { hedges, margin } = await hedgesOf(SPOTS);
    const line = hedges.find(({ underlying, instrument }) => underlying === 'AAA' && instrument === 'DDD')!;
    const request = aWhatIfRequest(SPOTS, { trades: 'fixtures/correlations/three-spots-trades.csv', limits: null });
    const { after } = resultOf(await runWhatIf(request, anIo()));
    expect(line.marginAfter).toBeCloseTo(after.initialMargin, 8);
    expect(line.saved).toBeCloseTo(margin - after.initialMargin, 8);
  });

  it('are best where they save most and are on another underlying', async () => {
    const { hedges, margin } = await hedgesOf(PAIR, { positions: `${PAIR}/positions-three.csv`, correlations: null });
    for (const underlying of ['BNB', 'BTC', 'ETH']) {
      const others = hedges.filter(
        (line) => line.underlying === underlying && line.instrumentUnderlying !== underlying,
      );
      const least = Math.min(...others.map(({ marginAfter }) => marginAfter));
      for (const line of others) expect(line.best).toBe(line.marginAfter === least && least < margin);
    }
    expect(hedges.some(({ best }) => best)).toBe(true);
  });
});

describe('stressed windows', () => {
  /** Two prices that move together but for twenty days in which the first falls and the second does not. */
  function history(fall: number): PriceHistory {
    const dates: string[] = [];
    const [first, second] = [[100], [50]];
    for (let t = 0; t <= 200; t++) {
      dates.push(new Date(Date.UTC(2025, 0, 1 + t)).toISOString().slice(0, 10));
      if (t === 0) continue;
      const apart = t > 100 && t <= 120;
      const move = apart ? fall : 0.02 * Math.sin(t * 2.3);
      first.push(first.at(-1)! * Math.exp(move));
      second.push(second.at(-1)! * Math.exp(apart ? 0.001 * (t % 2 === 0 ? 1 : -1) : move));
    }
    return {
      dates,
      series: new Map([
        ['AAA', Float64Array.from(first)],
        ['BBB', Float64Array.from(second)],
      ]),
    };
  }

  async function verdictOf(fall: number, threshold: number) {
    const { hedges } = await hedgesOf(SPOTS);
    const line = hedges.find(({ underlying, instrument }) => underlying === 'AAA' && instrument === 'BBB')!;
    const exposures = exposuresOf(await aPreparedRun(SPOTS));
    const terms = { prices: history(fall), asOf: '2026-01-02', days: 20, threshold };
    return testedHedges([line], new Map([['AAA', exposures.get('AAA')!]]), terms);
  }

  it('fail a hedge that is good over all dates and not when the book loses', async () => {
    const { windows, hedges } = await verdictOf(-0.013, 0.5);
    expect(windows[0]).toMatchObject({ kind: 'worst', from: '2025-04-12', to: '2025-05-01' });
    const [line] = hedges;
    expect(line?.effectiveness).toBeGreaterThan(0.5);
    expect(line?.windows[0]?.effectiveness).toBeLessThan(0.1);
    expect(line?.verdict).toBe('failed');
  });

  it('do not fail it where what it leaves is little beside an ordinary day, and call it weak below the threshold', async () => {
    expect((await verdictOf(-0.004, 0.5)).hedges[0]?.verdict).toBe('holds');
    expect((await verdictOf(-0.012, 0.99)).hedges[0]?.verdict).toBe('weak');
  });

  it('are told of where there are none', async () => {
    const outcome = await runCorrelate(aHedgesRequest(SPOTS), anIo());
    expect(outcome.issues.map(({ code }) => code)).toEqual(['COR_NO_STRESSED_WINDOWS']);
    const exposures = new Map([['AAA', 1]]);
    const short = { dates: ['2025-01-01', '2025-01-02'], series: new Map([['AAA', Float64Array.of(1, 2)]]) };
    const terms = { asOf: '2026-01-02', days: 20, threshold: 0.5 };
    const few = testedHedges([], exposures, { ...terms, prices: short });
    expect(few.issues[0]?.message).toBe(
      'no hedge is tested in stressed windows: 1 returns that all have, and windows take 20',
    );
    const none = testedHedges([], exposures, { ...terms, prices: { dates: [], series: new Map() } });
    expect(none.issues[0]?.message).toContain('no underlying of the book has prices');
  });
});

describe('books that no correlation helps', () => {
  it('of a rule book without joint moves are refused with what to do instead', async () => {
    const outcome = await runCorrelate(aHedgesRequest(PAIR, { model: 'derive-pm2' }), anIo());
    expect(outcome.status).toBe('error');
    expect(outcome.issues[0]).toMatchObject({
      code: 'COR_NO_JOINT_MOVES',
      field: '--model',
      message: 'no correlation enters the margin of derive-pm2, so there is none to take away or to hedge by',
      hint: 'use --model scan, scan-correlated or parametric-var; margo attribute --by underlying tells what offsets inside this one',
    });
  });

  it('of one underlying are told so', async () => {
    const request = aHedgesRequest('fixtures/btc-short-strangle', { correlations: null, prices: null });
    const outcome = await runCorrelate(request, anIo());
    expect(outcome.issues.map(({ code }) => code)).toContain('COR_NOTHING_OFFSETS');
    expect(resultOf(outcome).hedges).toMatchObject({ pairs: [], groups: [] });
  });

  it('take the correlations of the prices where no file has them', async () => {
    const outcome = await runCorrelate(aHedgesRequest(PAIR, { correlations: null }), anIo());
    const { estimate, hedges, names, correlations } = resultOf(outcome);
    const pair = hedges!.pairs.find(({ a, b }) => a === 'BTC' && b === 'ETH')!;
    expect(pair.correlation).toBe(correlations[names.indexOf('BTC')]![names.indexOf('ETH')]);
    expect(pair.correlation).toBe(estimate!.pairs.find(({ a, b }) => a === 'BTC' && b === 'ETH')!.correlation);
  });
});
