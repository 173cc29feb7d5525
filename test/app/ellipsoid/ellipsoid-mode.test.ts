import { describe, expect, it } from 'vitest';
import { runAttribute } from '../../../src/app/run-attribute.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import { runWhatIf } from '../../../src/app/run-whatif.js';
import { aMarginRequest, anIo, anOptimizeRequest, aWhatIfRequest, FIXTURES, resultOf } from '../a-world.js';

const PAIR = 'fixtures/btc-eth-pair';
const every = { scenarioMode: 'ellipsoid' } as const;

describe('the margin against every joint move', () => {
  it.each(FIXTURES)('of %s is never below that by the listed scenarios', async (name) => {
    const folder = `fixtures/${name}`;
    const listed = resultOf(await runMargin(aMarginRequest(folder), anIo()));
    const all = resultOf(await runMargin(aMarginRequest(folder, every), anIo()));
    expect(all.initialMargin).toBeGreaterThanOrEqual(listed.initialMargin);
    expect(listed.search).toBeUndefined();
    expect(all.search).toMatchObject({ scenarios: 'ellipsoid', exact: false, listedMargin: listed.initialMargin });
    expect(all.search!.ellipsoidMargin).toBe(all.initialMargin);
    // The last of the searches found nothing.
    expect(all.search!.rounds).toBeGreaterThan(all.search!.added.length > 0 ? 1 : 0);
    expect(all.scenarios.length).toBe(listed.scenarios.length + all.search!.added.length);
    for (const [k, { scenario, loss, weight }] of all.search!.added.entries()) {
      expect(scenario).toMatch(new RegExp(`^worst ${k + 1}: .*, vol (up|none|down)$`));
      expect(-weight * all.scenarios.find((one) => one.name === scenario)!.pnl).toBeCloseTo(loss, 6);
    }
  });

  it('names the move that was found, in the worst scenario and the breakdown', async () => {
    const result = resultOf(await runMargin(aMarginRequest(PAIR, every), anIo()));
    const [found] = result.search!.added;
    expect(result.worstScenario!.name).toBe(found!.scenario);
    expect(result.worstScenario!.shocks.map(({ underlying }) => underlying)).toEqual(['BTC', 'ETH']);
    const scan = result.breakdown.children.find(({ name }) => name === 'scan risk')!;
    expect(scan.children.find(({ active }) => active)!.name).toBe(found!.scenario);
    expect(result.search!.note).toContain('lower bound');
  });

  it('is the same to the last byte from the same seed', async () => {
    const text = async (seed: number): Promise<string> =>
      JSON.stringify(resultOf(await runMargin(aMarginRequest(PAIR, { ...every, seed }), anIo())));
    expect(await text(3)).toBe(await text(3));
  });

  it('does not fall when the tails are charged more', async () => {
    const margin = async (tailCover: number): Promise<number> => {
      const parameterOverrides = { tailCover };
      return resultOf(await runMargin(aMarginRequest(PAIR, { ...every, parameterOverrides }), anIo())).initialMargin;
    };
    const margins = [await margin(0.2), await margin(0.33), await margin(0.5)];
    expect(margins).toEqual([...margins].sort((a, b) => a - b));
  });

  it('is what the attribution adds up to', async () => {
    const request = { ...aMarginRequest(PAIR, every), by: 'underlying', top: null } as const;
    const attributed = resultOf(await runAttribute(request, anIo()));
    const { initialMargin } = resultOf(await runMargin(aMarginRequest(PAIR, every), anIo()));
    expect(attributed.initialMargin).toBeCloseTo(initialMargin, 6);
  });
});

describe('a what-if against every joint move', () => {
  it('searches for the book before and the book after', async () => {
    const folder = 'fixtures/btc-short-strangle';
    const listed = resultOf(await runWhatIf(aWhatIfRequest(folder), anIo()));
    const all = resultOf(await runWhatIf(aWhatIfRequest(folder, every), anIo()));
    expect(all.before.initialMargin).toBeGreaterThanOrEqual(listed.before.initialMargin);
    expect(all.after.initialMargin).toBeGreaterThanOrEqual(listed.after.initialMargin);
    expect(all.search!.listedMargin).toBeCloseTo(listed.after.initialMargin, 6);
    expect(all.search!.ellipsoidMargin).toBe(all.after.initialMargin);
  });
});

describe('what does not go with every joint move', () => {
  it('is a rule book with scenarios of its own, which is told which has an ellipsoid', async () => {
    const { status, issues } = await runMargin(aMarginRequest(PAIR, { ...every, model: 'deribit-pme' }), anIo());
    expect(status).toBe('error');
    const told = issues.find(({ code }) => code === 'CFG_BAD_VALUE')!;
    expect(told.message).toContain('model deribit-pme has scenarios of its own, model scan has an ellipsoid');
  });

  it.each([
    [{ horizonRule: 'max' }, '--horizon-rule max'],
    [{ robust: 'scan,pm1' }, '--robust'],
  ] as const)('is %s', async (changes, named) => {
    const folder = 'fixtures/btc-short-strangle';
    const { status, issues } = await runOptimize(anOptimizeRequest(folder, { ...every, ...changes }), anIo());
    expect(status).toBe('error');
    const told = issues.find(({ code }) => code === 'CFG_CONFLICT')!;
    expect(told.message).toContain(`--scenarios ellipsoid contradicts ${named}`);
  });
});
