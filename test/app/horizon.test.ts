import { describe, expect, it } from 'vitest';
import { runMargin } from '../../src/app/run-margin.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { runWhatIf } from '../../src/app/run-whatif.js';
import { aMarginRequest, anIo, anOptimizeRequest, aWhatIfRequest, resultOf } from './a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const few = { candidates: 'BTC-25SEP26-*' };

describe('the horizon', () => {
  it('is the same book some days later, nothing else moved', async () => {
    const horizonDays = 10;
    const { before, after } = resultOf(await runOptimize(anOptimizeRequest(BTC, { ...few, horizonDays }), anIo()));
    const later = Date.parse('2026-06-27T09:26:59.679Z') + horizonDays * 86_400_000;
    expect(before.atHorizon!.date).toBe(new Date(later).toISOString());
    // A margin run at that instant, quotes and volatilities as they are, is the same thing told by another route.
    const aged = resultOf(
      await runMargin(aMarginRequest(BTC, { asOf: later, parameterOverrides: await sameRange() }), anIo()),
    );
    expect(before.atHorizon!.initialMargin).toBeCloseTo(aged.initialMargin, 4);
    expect(before.atHorizon!.maintenanceMargin).toBeCloseTo(aged.maintenanceMargin, 4);
    expect(after!.atHorizon!.date).toBe(before.atHorizon!.date);
    expect(before.atHorizon!.expired).toEqual([]);
  });

  it('names what has expired by then and counts it as gone', async () => {
    const horizonDays = 25;
    const { before } = resultOf(await runOptimize(anOptimizeRequest(BTC, { ...few, horizonDays }), anIo()));
    expect(before.atHorizon!.expired).toEqual([
      'BTC-17JUL26-52000-P',
      'BTC-17JUL26-56000-P',
      'BTC-17JUL26-65000-C',
      'BTC-17JUL26-70000-C',
    ]);
    const whatIf = resultOf(await runWhatIf(aWhatIfRequest(BTC, { horizonDays }), anIo()));
    expect(whatIf.before.atHorizon).toEqual(before.atHorizon);
    // Bought back at 20 of each, and still short of them until they expire.
    expect(whatIf.after.atHorizon!.expired).toEqual(before.atHorizon!.expired);
  });

  it('of no days is none', async () => {
    const { before, after } = resultOf(await runOptimize(anOptimizeRequest(BTC, { ...few, horizonDays: 0 }), anIo()));
    expect([before.atHorizon, after!.atHorizon]).toEqual([null, null]);
  });
});

/** The volatility of the present chain, so that a later run does not read another expiry's. */
async function sameRange(): Promise<Record<string, number>> {
  const { heatMaps } = resultOf(await runMargin(aMarginRequest(BTC), anIo()));
  return { 'dailyVol.BTC': heatMaps[0]!.priceMoves.at(-1)! / 4 };
}
