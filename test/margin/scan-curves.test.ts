import { describe, expect, it } from 'vitest';
import { movedMargin } from '../../src/app/stress/correlations/moved-margin.js';
import { scanCurves } from '../../src/margin/scan-curves.js';
import type { ScanValues } from '../../src/margin/scan-parameters.js';
import { aPreparedRun } from '../app/a-prepared-run.js';
import { aCorrelation } from '../correlation/moved/a-correlation.js';

describe('the stand-in of the scan for searches over matrices', () => {
  it.each([
    ['fixtures/btc-eth-pair', 12],
    ['fixtures/es-and-etfs', 3],
  ])('changes with the matrix as the margin of %s does', async (folder, count) => {
    const { names, present, margin, quick } = movedMargin(await aPreparedRun(folder))!;
    const [base, start] = [margin(present), quick!(present)];
    for (let seed = 0; seed < count; seed++) {
      const values = aCorrelation(names.length, seed);
      const change = margin(values) - base;
      expect(Math.abs(quick!(values) - start - change)).toBeLessThan(1e-4 * base);
    }
  });

  it('is not there where a line’s money moves with another underlying', async () => {
    const run = await aPreparedRun('fixtures/btc-eth-pair');
    const lines = run.inputs.lines.map((line) => ({ ...line, currencyUnderlying: 'BTC' }));
    const block = run.inputs.blocks.find(({ names }) => names.length > 1)!;
    const values = run.parameters.values as unknown as ScanValues;
    expect(scanCurves({ ...run.inputs, lines }, values, run.quantities, block)).toBeNull();
    const none = new Float64Array(run.quantities.length);
    expect(scanCurves({ ...run.inputs, lines }, values, none, block)!(block.correlation)).toBe(0);
  });
});
