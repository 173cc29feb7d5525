import { describe, expect, it } from 'vitest';
import { PARADEX_PARAMETER_SETS } from '../../../src/margin/paradex-pm/index.js';
import { agrees, passes } from '../vector-case.js';
import { runFamily } from './family-folder.js';
import { paradexPmFamily } from './paradex-pm-family.js';

const SCENARIOS = PARADEX_PARAMETER_SETS[0]!.values.scenarios;
/** docs.paradex.trade: +16 % up, then a pair for +12 %, ... */
const FIRST_ROWS = [
  { spotShock: '0.16', volShock: 0.4, weight: 1 },
  { spotShock: 0.12, volShock: 0.4, weight: 1 },
  { spotShock: 0.12, volShock: -0.22, weight: 1 },
];

const run = (document: Readonly<Record<string, unknown>>) =>
  runFamily(paradexPmFamily, { 'vectors.json': document }).cases;

describe('the paradex-pm family', () => {
  it('compares the table row by row, and its length', () => {
    const [whole] = run({ scenarios: [...FIRST_ROWS, ...SCENARIOS.slice(3)] });
    expect(whole!.comparisons).toHaveLength(1 + 3 * 24);
    expect(passes(whole!)).toBe(true);
    const [short] = run({ scenarios: FIRST_ROWS });
    expect(short!.comparisons.filter((comparison) => !agrees(comparison)).map(({ field }) => field)).toEqual([
      'scenarios',
    ]);
    const [other] = run({ scenarios: [{ ...FIRST_ROWS[0], weight: 0.9 }, ...SCENARIOS.slice(1)] });
    expect(other!.comparisons.find((comparison) => !agrees(comparison))!.field).toBe('scenario 1 weight');
  });

  it('compares the parameters', () => {
    const [same] = run({ vegaPower: { below30d: 0.3, from30d: '0.13' }, minDelta: { net: 0.02 }, mmrFraction: 0.5 });
    expect(same!.name).toBe('paradex-pm/vectors.json parameters');
    expect(passes(same!)).toBe(true);
    expect(passes(run({ mmrFraction: 0.6 })[0]!)).toBe(false);
  });

  it('reads the example of the page as a sentence', () => {
    const example = {
      portfolio: 'long 1 BTC perp (delta 1), short 5 BTC 70k calls (delta 0.3 each), spot 70000',
      netDelta: -0.5,
      grossDelta: 2.5,
      hedgedDelta: 1,
      minDeltaRequirementUSD_computed: 1400,
    };
    const [one, doubled] = run({ examples: [example, { ...example, spot: 140_000 }] });
    expect(passes(one!)).toBe(true);
    expect(doubled!.comparisons.find((comparison) => !agrees(comparison))).toMatchObject({ ours: 2800 });
  });

  it('reads examples as positions, at the rates of the document', () => {
    const positions = [
      { quantity: 2, delta: 1 },
      { quantity: '-4', delta: 0.25 },
    ];
    const example = { positions, spot: 100, minDeltaRequirement: 0.03 * 100 + 0.01 * 100 };
    expect(passes(run({ minDelta: { net: 0.03, hedged: 0.01 }, example }).at(-1)!)).toBe(true);
  });

  it('says what an example lacks', () => {
    const [silent, placeless] = run({
      examples: [{ portfolio: 'long BTC, spot 7' }, { portfolio: 'long 1 perp (delta 1)', netDelta: 1 }],
    });
    expect(silent!.problem).toContain('names no position');
    expect(placeless!.problem).toContain('no spot price');
  });
});
