import { describe, expect, it } from 'vitest';
import { stressCsv } from '../../../src/render/csv/stress-csv.js';
import { stressParametersLines } from '../../../src/render/ndjson/stress/stress-parameters-lines.js';
import { TERMINAL_DETAIL } from '../../../src/render/report/report-detail.js';
import { stressParametersSections } from '../../../src/render/report/sections/stress/stress-parameters-sections.js';
import type { StressParameters, StressResult } from '../../../src/schema/index.js';
import { stressParametersPart as part } from '../documents/stress-parameters-part.js';
import { stressDocument } from '../documents.js';
import { sectionText } from './section-text.js';

const result = stressDocument.result as StressResult;
const shown = (parameters: StressParameters | null, positions: number = TERMINAL_DETAIL.positions): string[] =>
  stressParametersSections({ ...result, parameters }, { ...TERMINAL_DETAIL, positions }).flatMap(sectionText);

describe('the parameters of a stressed book', () => {
  it('are a row each, the rest in words, the worst set below', () => {
    expect(shown(part)).toEqual([
      'parameter | value | per +1 % | per unit | elasticity | below | above | kink',
      'volUp | 0.5 | +4,000 | +800,000 | 0.613 | +700,000 | +900,000 | corner',
      'basisMin | 0 |  | -1,200 |  |  | -1,200 | ',
      'radii | 200 |  | +2.5 |  | +2.5 |  | ',
      'Of 6 numbers 2 leave the initial margin as it is (--all-parameters lists them). The rules allow no other figure near chargeTiers.0.fromUsd.',
      'initial margin | 752,652 | +15.3%: +100,000',
      'parameter | now | from | to | worst | alone | matters',
      'volUp | 0.5 | 0.4 | 0.6 | 0.6 | +90,000 | 95,000',
      'netRate | 0.02 | 0.01 | 0.03 | 0.03 |  | ',
      'All 2 corners: the highest found, a local optimum.',
    ]);
  });

  it('are cut where there are many, and name those without effect where they are listed', () => {
    const listed = { ...part, worst: null, fixed: [], withoutEffect: { count: 2, parameters: ['a', 'b.BTC'] } };
    expect(shown(listed, 1).slice(2)).toEqual([
      '2 more parameters not shown; --json has them all',
      'Of 6 numbers 2 leave the initial margin as it is: a, b.BTC.',
    ]);
    expect(shown(null)).toEqual([]);
  });

  it('are states in csv: each bump on the side there is, and the worst set', () => {
    const rows = stressCsv({ ...result, parameters: part, scenarios: null, history: null, time: null })
      .trim()
      .split('\n');
    expect(rows.slice(1).map((row) => row.split(',').slice(0, 7).join())).toEqual([
      'parameters,volUp +0.005,,,0,657151.5,4500',
      'parameters,basisMin +0.01,,,0,652639.5,-12',
      'parameters,radii -1,,,0,652649,-2.5',
      'parameters,worst set,,,0,752651.5,100000',
    ]);
  });

  it('are a line each in ndjson, what is left of the part behind them', () => {
    const lines = stressParametersLines(part);
    expect(lines.map(({ type }) => type)).toEqual([
      'sensitivity',
      'sensitivity',
      'sensitivity',
      'rangedParameter',
      'rangedParameter',
      'parameters',
    ]);
    expect(lines.at(-1)).toMatchObject({ numbers: 6, worst: { margin: 752651.5, set: part.worst!.set } });
    expect(stressParametersLines({ ...part, worst: null }).at(-1)).toMatchObject({ worst: null });
  });
});
