import { describe, expect, it } from 'vitest';
import { CORRELATE_DEFAULTS } from '../../../src/app/correlate/correlate-defaults.js';
import { runInProcess } from '../../cli/run-in-process.js';

describe('CORRELATE_DEFAULTS', () => {
  it('are what the command line asks when nothing is said', async () => {
    const { requests } = await runInProcess(['correlate', 'fixtures/btc-eth-pair/prices.csv']);
    const { optionsInEffect: _, ...asked } = requests[0]!;
    const { optionsInEffect: __, ...defaults } = CORRELATE_DEFAULTS;
    expect(asked).toEqual({ ...defaults, prices: 'fixtures/btc-eth-pair/prices.csv' });
  });

  it('change with every flag', async () => {
    const argv = [
      '--estimator',
      'gerber',
      '--threshold',
      '0.7',
      '--days',
      '5',
      '--no-overlapping',
      '--missing',
      'common',
    ];
    const more = ['--returns', 'simple', '--as-of', '2023-01-01', '--bootstrap', '100', '--block', '8', '--seed', '4'];
    const rest = ['--half-life', '30', '--as-pearson', '--min-returns', '50', '--gap-days', '4', '--stale-after', '9'];
    const { requests, stderr, code } = await runInProcess([
      'correlate',
      'p.csv',
      ...argv,
      ...more,
      ...rest,
      '--select',
      '--no-repair',
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(requests[0]).toMatchObject({
      estimator: 'gerber',
      threshold: 0.7,
      days: 5,
      overlapping: false,
      missing: 'common',
      returns: 'simple',
      asOf: Date.UTC(2023, 0, 1),
      bootstrap: 100,
      block: 8,
      seed: 4,
      halfLife: 30,
      asPearson: true,
      minReturns: 50,
      gapDays: 4,
      staleAfter: 9,
      select: true,
      noRepair: true,
    });
  });

  it('know --repair METHOD from --no-repair', async () => {
    const { requests } = await runInProcess(['correlate', '--matrix', 'm.csv', '--repair', 'shrink']);
    expect(requests[0]).toMatchObject({ noRepair: false, repair: { method: 'shrink' } });
  });
});
