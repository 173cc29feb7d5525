import { describe, expect, it } from 'vitest';
import { runStress } from '../../../src/app/run-stress.js';
import { render } from '../../../src/render/index.js';
import type { Envelope, StressResult } from '../../../src/schema/index.js';
import { anIo, resultOf } from '../../app/a-world.js';
import { aStressRequest } from '../../app/stress/a-stress-request.js';

const PAIR = 'fixtures/btc-eth-pair';
const asked = { what: ['correlations'], positions: `${PAIR}/positions-three.csv`, correlations: null, distance: 0.2 };
const document: Envelope<StressResult> = await runStress(aStressRequest(PAIR, asked), anIo());
const told = resultOf(document).correlations!;
const text = (format: 'table' | 'csv' | 'ndjson' | 'md' | 'html', shown: Envelope<StressResult> = document) =>
  render(shown, { format, width: 100, color: false });
const grouped = (amount: number): string => Math.round(amount).toLocaleString('en-US');

/** The document with other words about its correlations. */
function changed(changes: Partial<typeof told>): Envelope<StressResult> {
  return { ...document, result: { ...resultOf(document), correlations: { ...told, ...changes } } };
}

describe('stressed correlations as a table', async () => {
  const table = await text('table');

  it('have the worst matrix, what proves it, and its pairs', () => {
    const { worst } = told;
    expect(table).toContain('THE WORST CORRELATION OF 3 UNDERLYINGS');
    expect(table).toContain(`Margin ${grouped(worst.initialMargin)} (`);
    expect(table).toContain('a distance of at most 0.2');
    expect(table.replaceAll(/\s+/g, ' ')).toContain(
      'A local optimum, the best of 5 climbs: a higher one is not ruled out',
    );
    expect(table).toContain(`${worst.pairs[0]!.a} and ${worst.pairs[0]!.b} matter most.`);
    expect(table).toContain(`Worst correlations: margin ${grouped(worst.initialMargin)}.`);
  });

  it('mark the pairs that took others along', () => {
    const repaired = told.pairs.filter(({ up, down }) => up.repaired || down.repaired);
    expect(repaired.length).toBeGreaterThan(0);
    for (const { a, b, up } of repaired.filter((pair) => pair.up.repaired)) {
      const row = table.split('\n').find((line) => line.startsWith(`${a} ${b} `) && line.includes('..'))!;
      expect(row).toContain(`${up.correlation.toFixed(3)}*`);
    }
    expect(table).toContain('* other pairs had to move too');
  });

  it('have a chart and the regimes', () => {
    const { a, b } = told.curve!;
    expect(table).toContain(`correlation of ${a} and ${b}`);
    expect(table).toContain('┤');
    expect(table).toMatch(/^calm +\d+ \(\d/m);
    expect(table).toMatch(/^stressed +\d+ \(\d/m);
  });

  it('leave out what is not there, and say when nothing is worse', async () => {
    const { worst } = told;
    const bare = await text(
      'table',
      changed({
        curve: null,
        regimes: null,
        worst: { ...worst, pairs: [], proven: true, within: '0.1', distanceAllowed: null },
      }),
    );
    expect(bare).not.toContain('REGIMES');
    expect(bare).not.toContain('┤');
    const words = bare.replaceAll(/\s+/g, ' ');
    expect(words).toContain(
      'with each pair within 0.1. No admissible matrix is worse. All of the interval was looked at',
    );
  });
});

describe('stressed correlations elsewhere', () => {
  const { matrices, pairs, curve, regimes } = told;
  const points = curve!.points.length;

  it('as csv: a row a margin', async () => {
    const rows = (await text('csv')).trim().split(/\r?\n/).slice(1);
    expect(rows).toHaveLength(1 + matrices.length + 2 * pairs.length + points + 2 * regimes!.regimes.length);
    expect(rows.every((row) => row.startsWith('correlations,'))).toBe(true);
    expect(rows[0]).toContain(`,${told.worst.initialMargin},${told.worst.marginChange},`);
  });

  it('as csv without a curve or regimes', async () => {
    const rows = (await text('csv', changed({ curve: null, regimes: null }))).trim().split(/\r?\n/).slice(1);
    expect(rows).toHaveLength(1 + matrices.length + 2 * pairs.length);
  });

  it('as lines: one a matrix, a pair, a point and a regime', async () => {
    const types = (await text('ndjson'))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);
    const count = (type: string): number => types.filter((one) => one === type).length;
    expect(['stressedMatrix', 'stressedPair', 'curvePoint', 'regime', 'correlations'].map(count)).toEqual([
      matrices.length,
      pairs.length,
      points,
      regimes!.regimes.length,
      1,
    ]);
    const bare = await text('ndjson', changed({ curve: null, regimes: null }));
    expect(bare).not.toContain('curvePoint');
  });

  it('as pages', async () => {
    for (const page of [await text('md'), await text('html')]) {
      expect(page).toContain('The worst correlation of 3 underlyings');
      expect(page).toContain('Regimes of the prices');
    }
  });
});
