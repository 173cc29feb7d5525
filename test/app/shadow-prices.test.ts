import { describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../src/app/request.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import type { LimitLine, OptimizeResult } from '../../src/schema/index.js';
import { anIo, anOptimizeRequest, resultOf } from './a-world.js';

type Changes = Partial<OptimizeRequest>;

const BTC = 'fixtures/btc-short-strangle';
const BOOKS = 'fixtures/deribit-books-2021';

/** Runs of the fixtures, each with limits that bind. */
const CASES: readonly (readonly [string, string, Changes])[] = [
  ['the strangle under its own limits', BTC, {}],
  ['the strangle, its profile kept', BTC, { limits: null, keepTexts: ['delta 2, gamma 10%, vega 10%'] }],
  [
    'the strangle through order books',
    BTC,
    { candidates: 'BTC-31JUL26-*', depth: `${BTC}/depth.csv`, fees: 'deribit', limitTexts: ['cost total ..9000'] },
  ],
  ['the strangle, capital at a price', BTC, { capitalCost: 0.5, horizonDays: 30, limitTexts: ['cost total ..4000'] }],
  ['the pair', 'fixtures/btc-eth-pair', {}],
  ['the index options', 'fixtures/es-and-etfs', {}],
  ['the recorded books', BOOKS, { depth: `${BOOKS}/depth.csv`, fees: 'deribit' }],
];

const optimize = async (folder: string, changes: Changes) => runOptimize(anOptimizeRequest(folder, changes), anIo());

/** A limit of a document as text, its ends as given: what is relative in the inputs is a figure here. */
function limitText({ limit, scope }: LimitLine, [min, max]: readonly [number | null, number | null]): string {
  const kind = limit.replace('keep ', '');
  return `${kind} '${scope}' ${min ?? ''}..${max ?? ''}`;
}

const endsOf = ({ min, max }: LimitLine) => [min, max] as const;

/** The objective with one end of one limit moved by so much, outwards where positive; infinite where there is none. */
async function objectiveWith(
  [folder, changes, { limits }]: readonly [string, Changes, OptimizeResult],
  moved: LimitLine,
  by: number,
) {
  const texts = limits.map((line) => {
    if (line !== moved) return limitText(line, endsOf(line));
    const atMax = line.max !== null && Math.abs(line.value - line.max) <= Math.abs(line.value - (line.min ?? Infinity));
    const ends = atMax ? ([line.min, line.max! + by] as const) : ([line.min! - by, line.max] as const);
    return limitText(line, ends);
  });
  // Of a pattern of positions, lines neither held nor traded have no text: at zero no end of theirs binds.
  const document = await optimize(folder, { ...changes, limits: null, keepTexts: [], limitTexts: texts });
  return document.status === 'infeasible' ? Infinity : resultOf(document).objective!;
}

describe.each(CASES)('shadow prices of %s', (_name, folder, changes) => {
  it('lie between what a little more room saves and what a little less costs', async () => {
    const result = resultOf(await optimize(folder, changes));
    const binding = result.limits.filter((line) => line.binding);
    expect(binding.length).toBeGreaterThan(0);
    expect(binding.some(({ shadowPrice }) => shadowPrice > 0)).toBe(true);
    for (const line of binding) {
      const move = 1e-4 * Math.max(1e-3, Math.abs(line.value));
      const wider = await objectiveWith([folder, changes, result], line, move);
      const narrower = await objectiveWith([folder, changes, result], line, -move);
      const rounding = (1e-8 * Math.abs(result.objective!)) / move + 1e-4 * line.shadowPrice;
      const named = `${line.limit} ${line.scope}`;
      expect(line.shadowPrice, `${named}, wider`).toBeGreaterThanOrEqual((result.objective! - wider) / move - rounding);
      expect(line.shadowPrice, `${named}, narrower`).toBeLessThanOrEqual(
        (narrower - result.objective!) / move + rounding,
      );
    }
    const loose = result.limits.filter((line) => !line.binding);
    expect(loose.map(({ shadowPrice }) => shadowPrice)).toEqual(loose.map(() => 0));
  });
});
