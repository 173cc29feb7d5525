import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resolvedRanges } from '../../../src/app/parameters/resolved-ranges.js';
import { worstSet } from '../../../src/app/parameters/worst-set.js';
import { worstSetLine } from '../../../src/app/parameters/worst-set-line.js';
import type { CommonRequest } from '../../../src/app/request.js';
import { runMargin } from '../../../src/app/run-margin.js';
import type { ParameterRange } from '../../../src/domain/index.js';
import { aMarginRequest, anIo, resultOf } from '../a-world.js';
import { aParameterMargin } from './a-parameter-margin.js';

const BTC = 'fixtures/btc-short-strangle';
const folder = mkdtempSync(join(tmpdir(), 'margo-worst-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = { file: 'ranges.csv', line: 2, column: 1 };
const range = (parameter: string, min: number, max: number): ParameterRange => ({
  parameter,
  min,
  max,
  origin: { parameter: at, min: at, max: at },
});

async function searched(ranges: readonly ParameterRange[], changes: Partial<CommonRequest> = {}) {
  const { margin, run } = await aParameterMargin(BTC, changes);
  const { ranges: found, issues } = resolvedRanges(ranges, run, margin);
  const worst = worstSet(margin, found, 0);
  return { margin, issues, worst, line: worst === null ? null : worstSetLine(margin, found, worst), ranges: found };
}

describe('the worst set within ranges', () => {
  it('is the corner that a fine grid finds', async () => {
    const { margin, worst, ranges, line } = await searched([range('volUp', 0.3, 0.6), range('scanSigmas', 3, 5)]);
    const grid = [...Array(21).keys()].flatMap((i) =>
      [...Array(21).keys()].map(
        (j) =>
          margin.under(
            new Map([
              [ranges[0]!.place, 0.3 + (0.3 * i) / 20],
              [ranges[1]!.place, 3 + (2 * j) / 20],
            ]),
          )!,
      ),
    );
    expect(worst!.margin).toBeCloseTo(Math.max(...grid), 6);
    expect(line).toMatchObject({ optimum: 'local', corners: 4, grid: 5 });
    expect(line!.increase).toBe(worst!.margin - margin.margin);
    expect(line!.said).toMatch(/^all 4 corners, 5 sets of a grid .* not proved$/);
  });

  it('may lie between the ends: a short put far below costs most where a move just reaches it', async () => {
    // By one scenario, whose move is ranged: a butterfly loses most at its middle strike.
    const positions = join(folder, 'butterfly.csv');
    writeFileSync(
      positions,
      'instrument,quantity\nBTC-17JUL26-60000-C,-10\nBTC-17JUL26-65000-C,20\nBTC-17JUL26-70000-C,-10\n',
    );
    const scenarios = [{ spotShock: 0.05, volShock: 0, weight: 1 }];
    const figures = { scenarios, netDeltaRate: 0, hedgedDeltaRate: 0 };
    const { margin, worst, ranges } = await searched([range('scenarios.0.spotShock', 0, 0.5)], {
      positions,
      model: 'paradex-pm',
      parameterOverrides: figures,
    });
    const fine = [...Array(501).keys()].map((i) => margin.under(new Map([[ranges[0]!.place, i / 1000]]))!);
    expect(worst!.margin).toBeGreaterThanOrEqual(Math.max(...fine) * (1 - 1e-6));
    expect(worst!.point[0]).toBeGreaterThan(0);
    expect(worst!.point[0]).toBeLessThan(0.5);
  });

  it('of few whole numbers is looked for among all of them, and said to be proved', async () => {
    const { margin, line, ranges } = await searched([range('stepsPerSide', 1, 6), range('verifiedDeltaOne', 0, 1)], {
      model: 'pm1',
    });
    expect(line).toMatchObject({ optimum: 'all sets', corners: 4, grid: 8, starts: 0 });
    const all = [1, 2, 3, 4, 5, 6].map((steps) => margin.under(new Map([[ranges[0]!.place, steps]]))!);
    expect(line!.margin).toBe(Math.max(...all));
  });

  it('reads back as a parameter file, to the same margin', async () => {
    const { line } = await searched(
      [range('priceRange.BTC', 0.1, 0.2), range('extendedMoves.7', 4, 6), range('volRangeUp.BTC', 0.4, 0.6)],
      { model: 'deribit-pme' },
    );
    const parameters = join(folder, 'worst.json');
    writeFileSync(parameters, JSON.stringify(line!.set));
    const request = aMarginRequest(BTC, { model: 'deribit-pme', parameters });
    expect(resultOf(await runMargin(request, anIo())).initialMargin).toBe(line!.margin);
  });

  it('puts first what matters most, and leaves alone what matters nothing', async () => {
    const { line } = await searched([
      range('volDown', 0.1, 0.4),
      range('shortOptionRate', 0.004, 0.006),
      range('volUp', 0.5, 0.6),
    ]);
    expect(line!.parameters.map(({ parameter }) => parameter)).toEqual(['volUp', 'shortOptionRate', 'volDown']);
    expect(line!.parameters[2]).toMatchObject({ worst: 0.25, alone: 0, matters: 0 });
    expect(Object.keys(line!.set.values).sort()).toEqual(['shortOptionRate', 'volUp']);
  });

  it('is the same again with the same seed, from many ranges', async () => {
    const many = [
      'volUp',
      'volDown',
      'volShortPower',
      'volLongPower',
      'minVol',
      'basisMin',
      'basisPerYear',
      'tailCover',
      'shortOptionRate',
    ];
    const ranges = many.map((name) => range(name, 0.01, 0.5));
    const [a, b] = [await searched(ranges), await searched(ranges)];
    expect(a.line).toMatchObject({ optimum: 'local', corners: 0, grid: 0 });
    expect(a.line).toEqual(b.line);
    expect(a.line!.margin).toBeGreaterThan(a.margin.margin);
  });
});

describe('ranges', () => {
  it.each([
    ['volUpp', 0, 1, 'PAR_UNKNOWN', 'did you mean volUp?'],
    ['tailRadii', 0, 1, 'PAR_UNKNOWN', null],
    ['volUp', -1, 1, 'PAR_NOT_ALLOWED', null],
    ['radii', 1, 2.5, 'PAR_NOT_ALLOWED', null],
  ])('of %s from %d to %d: %s', async (name, min, max, code, hint) => {
    const { margin, run } = await aParameterMargin(BTC);
    const told = resolvedRanges([range(name, min, max)], run, margin).issues;
    expect(told.map((issue) => issue.code)).toEqual([code]);
    expect(told[0]).toMatchObject({ file: 'ranges.csv', line: 2 });
    if (hint !== null) expect(told[0]!.hint).toBe(hint);
  });

  it('may be of a row that a table lacks, which stands for its default', async () => {
    const { ranges, issues } = await searched([range('priceRange.SOL', 0.1, 0.2)], { model: 'deribit-pme' });
    expect(issues).toEqual([]);
    expect(ranges[0]!.place.value).toBe(0.16);
  });

  it('that the rules allow together nowhere have no worst set', async () => {
    // Paradex: the net rate is at least half of the hedged one.
    const none = await searched([range('netDeltaRate', 0.001, 0.002), range('hedgedDeltaRate', 1, 2)], {
      model: 'paradex-pm',
    });
    expect([none.issues, none.worst]).toEqual([[], null]);
    const some = await searched([range('netDeltaRate', 0.001, 0.002), range('hedgedDeltaRate', 0.001, 2)], {
      model: 'paradex-pm',
    });
    expect(some.worst).not.toBeNull();
  });
});
