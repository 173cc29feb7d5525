import { describe, expect, it } from 'vitest';
import { loadInputs } from '../../../src/app/load-inputs.js';
import { prepareRun } from '../../../src/app/prepare-run.js';
import { resolveLimits } from '../../../src/app/resolve-limits.js';
import type { Limit } from '../../../src/domain/index.js';
import { aMarginRequest, anIo } from '../a-world.js';
import { asComplaint, complained, type RunComplaint } from './run-complaints.js';

const SCOPES = 'expected total, an underlying, an expiry such as 2026-07-31, or an instrument pattern such as BTC-*-C';

const EXPECTED: Readonly<Record<string, readonly RunComplaint[]>> = {
  'lmt-unknown-scope': [
    [
      'LMT_UNKNOWN_SCOPE',
      'limits.csv 2:1',
      'scope',
      'BTH',
      `limit delta BTH: nothing is called 'BTH'; ${SCOPES}`,
      'did you mean BTC?',
    ],
    [
      'LMT_UNKNOWN_SCOPE',
      'limits.csv 3:1',
      'scope',
      '2026-07-18',
      `limit vega 2026-07-18: nothing is called '2026-07-18'; ${SCOPES}`,
      'did you mean 2026-07-17?',
    ],
  ],
  'lmt-unknown-scenario': [
    [
      'LMT_UNKNOWN_SCENARIO',
      'limits.csv 2:1',
      'scope',
      'down 3/3: BTC ladder, vol sideways',
      "limit loss down 3/3: BTC ladder, vol sideways: no scenario is called 'down 3/3: BTC ladder, vol sideways'",
      'the scenarios are listed in the margin document (--json), result.scenarios',
    ],
  ],
  'lmt-only-maximum': [
    [
      'LMT_ONLY_MAXIMUM',
      'limits.csv 2:1',
      'min',
      '5',
      'limit gross BTC can have a maximum only',
      'a minimum for it would not be convex; leave the minimum blank',
    ],
    [
      'LMT_ONLY_MAXIMUM',
      'limits.csv 3:1',
      'min',
      '1000',
      'limit margin total can have a maximum only',
      'a minimum for it would not be convex; leave the minimum blank',
    ],
  ],
  'lmt-minimum-above-maximum': [
    [
      'LMT_MINIMUM_ABOVE_MAXIMUM',
      'limits.csv 2:1',
      null,
      null,
      'limit vega BTC: its minimum is above its maximum (-100..-14854.06)',
      null,
    ],
  ],
};

describe('complaints about limits', () => {
  it.each(Object.entries(EXPECTED))('%s', async (folder, complaints) => {
    for (const command of ['margin', 'optimize'] as const) {
      expect(await complained(folder, command)).toEqual({ status: 'error', refused: true, complaints });
    }
  });

  it('place a limit given as text by its flag', async () => {
    const { complaints } = await complained('none', 'margin', { limitTexts: ['delta BTC -1..1', 'vega BTH ..5'] });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]!.slice(0, 4)).toEqual(['LMT_UNKNOWN_SCOPE', '--limit 2:1', 'scope', 'BTH']);
  });

  it('LMT_RELATIVE_TO_TRADES: a limit handed in, which no file could state', async () => {
    const request = aMarginRequest('fixtures/btc-short-strangle', { limits: null });
    const { inputs } = await loadInputs(request, anIo());
    const { run } = prepareRun(request, inputs, anIo(), []);
    const limit = (min: Limit['min'], max: Limit['max']): Limit => ({
      kind: 'turnover',
      scope: 'total',
      min,
      max,
      priority: 'hard',
      origin: { file: 'mine', line: 7, column: 2 },
    });
    const half = { value: 0.5, relative: true };
    const { issues, limits } = resolveLimits([limit(null, half), limit(half, null)], run!);
    expect(limits).toEqual([]);
    expect(issues.map(asComplaint)).toEqual(
      ['max', 'min'].map((field) => [
        'LMT_RELATIVE_TO_TRADES',
        'mine 7:2',
        field,
        '50%',
        'limit turnover total cannot be relative: the present book has no trades to compare with',
        'give an amount instead of a percentage',
      ]),
    );
  });
});
