import { describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { MARGIN_MODELS } from '../../../src/margin/index.js';
import { complained, type RunComplaint } from './run-complaints.js';

interface Case {
  readonly folder: string;
  readonly changes: Partial<OptimizeRequest>;
  readonly status: string;
  readonly complaints: readonly RunComplaint[];
}

const EXPECTED: readonly Case[] = [
  {
    folder: 'none',
    changes: { candidates: 'BTC-*JUL26' },
    status: 'ok',
    complaints: [
      [
        'OPT_NO_CANDIDATES',
        null,
        null,
        null,
        'no instrument can be traded: see result.candidates.excluded for the reasons',
        null,
      ],
    ],
  },
  {
    folder: 'opt-unknown-candidate',
    changes: { candidates: 'fixtures/issues/opt-unknown-candidate/candidates.csv' },
    status: 'ok',
    complaints: [
      [
        'OPT_UNKNOWN_CANDIDATE',
        null,
        '--candidates',
        'BTC-17JUL26-56000',
        'BTC-17JUL26-56000 is asked for as a candidate but is not in the market file',
        'did you mean BTC-17JUL26-56000-C?',
      ],
    ],
  },
  {
    folder: 'none',
    changes: { timeLimit: 0 },
    status: 'stopped',
    complaints: [
      [
        'OPT_STOPPED',
        null,
        null,
        null,
        expect.stringMatching(
          /^the search was stopped early \(gap (unknown|[\d.e+]+ %)\); the answer is usable$/,
        ) as string,
        'a longer --time-limit may find a better one',
      ],
    ],
  },
  {
    folder: 'opt-limits-relaxed',
    changes: {},
    status: 'no',
    complaints: [
      ['OPT_LIMITS_RELAXED', 'limits.csv 3:1', null, null, 'limit delta BTC gave way: 2..5 became 0.01929591..5', null],
    ],
  },
  {
    folder: 'opt-infeasible',
    changes: {},
    status: 'infeasible',
    complaints: [
      [
        'OPT_INFEASIBLE',
        null,
        null,
        null,
        'no admissible book exists: limit vega BTC max cannot be kept',
        'result.conflict holds the smallest relaxation',
      ],
    ],
  },
  {
    folder: 'none',
    changes: { limitTexts: ['vega BTC ..-16400', 'cost total ..0', 'delta BTC 4..'] },
    status: 'infeasible',
    complaints: [
      [
        'OPT_INFEASIBLE',
        null,
        null,
        null,
        'no admissible book exists: limits cost total max and delta BTC min cannot hold together',
        'result.conflict holds the smallest relaxation',
      ],
    ],
  },
];

describe('complaints of a search', () => {
  it.each(EXPECTED)('$folder: $status', async ({ folder, changes, status, complaints }) => {
    expect(await complained(folder, 'optimize', changes)).toEqual({ status, refused: false, complaints });
  });

  it('OPT_NOT_IN_TIME: the present book breaks a limit, and there was no time to mend it', async () => {
    const found = await complained('none', 'optimize', { timeLimit: 0, limitTexts: ['delta BTC 3..4'] });
    expect(found).toMatchObject({ status: 'no', refused: true });
    expect(found.complaints.at(-1)).toEqual([
      'OPT_NOT_IN_TIME',
      null,
      null,
      null,
      'no book that keeps the limits was found in time: the solver was stopped before it had any answer',
      'a longer --time-limit may find one',
    ]);
  });
});

describe('complaints about a request', () => {
  const model = 'sigma';
  const MODELS = MARGIN_MODELS.map(({ id }) => id).join(', ');
  const expected: readonly (readonly [Partial<OptimizeRequest>, RunComplaint])[] = [
    [
      { parameterOverrides: { scanSigma: 3 } },
      [
        'CFG_UNKNOWN_PARAMETER',
        null,
        'scanSigma',
        'scanSigma',
        expect.stringMatching(/^the model has no parameter 'scanSigma'; expected scanSigmas, horizonDays, /) as string,
        'did you mean scanSigmas?',
      ],
    ],
    [
      { parameterOverrides: { radii: 1.5 } },
      [
        'CFG_BAD_PARAMETER',
        null,
        'radii',
        '1.5',
        "parameter radii cannot be '1.5'; expected a whole number from 1 to 200",
        null,
      ],
    ],
    [
      { currency: 'CHF' },
      [
        'CFG_UNKNOWN_CURRENCY',
        null,
        '--currency',
        'CHF',
        "nothing in the market says what the reporting currency 'CHF' is worth",
        'use USD, or add a row for it with type=index and its price in USD',
      ],
    ],
    [
      { solver: 'js', lots: true },
      [
        'CFG_JS_INTEGERS',
        null,
        null,
        null,
        'the js solver answers continuous programs only; whole lots, trade counts and limits on figures that are not convex need the other',
        'leave out --solver js',
      ],
    ],
    [
      { model },
      [
        'CFG_UNKNOWN_MODEL',
        null,
        '--model',
        model,
        `margo has no model 'sigma'; expected ${MODELS}`,
        'margo models lists them',
      ],
    ],
    [
      { model: 'scam' },
      [
        'CFG_UNKNOWN_MODEL',
        null,
        '--model',
        'scam',
        `margo has no model 'scam'; expected ${MODELS}`,
        'did you mean scan?',
      ],
    ],
    [
      { model: 'scan@scan-2026-11-23' },
      [
        'CFG_UNKNOWN_PARAMETER_SET',
        null,
        '--model',
        'scan-2026-11-23',
        "model scan has no parameter set 'scan-2026-11-23'; expected scan-2026-11-22",
        'did you mean scan-2026-11-22?',
      ],
    ],
    [
      { model: 'pm1@' },
      [
        'CFG_UNKNOWN_PARAMETER_SET',
        null,
        '--model',
        '',
        expect.stringMatching(/^model pm1 has no parameter set ''; expected pm1-deribit-strikes, /) as string,
        'margo models pm1 prints them',
      ],
    ],
    [
      { model: 'okx-pm', parameterOverrides: { chargeTiers: [{ fromUsd: 0 }] } },
      [
        'CFG_MISSING_PARAMETER',
        null,
        'chargeTiers.0.multiplier',
        'nothing',
        'parameter chargeTiers.0.multiplier is missing; expected a number from 0 to 1000',
        'a list is replaced as a whole, each entry with all of its fields',
      ],
    ],
    [
      {
        model: 'paradex-pm',
        parameterOverrides: { scenarios: [{ spotShok: 0, spotShock: 0, volShock: 0, weight: 1 }] },
      },
      [
        'CFG_UNKNOWN_PARAMETER',
        null,
        'scenarios.0.spotShok',
        'scenarios.0.spotShok',
        "the model has no parameter 'scenarios.0.spotShok'; expected spotShock, volShock, weight",
        'did you mean scenarios.0.spotShock?',
      ],
    ],
    [
      { model: 'pm1', parameterOverrides: { money: 'coins' } },
      [
        'CFG_BAD_PARAMETER',
        null,
        'money',
        '"coins"',
        `parameter money cannot be '"coins"'; expected one of "coin", "quote"`,
        null,
      ],
    ],
  ];

  it.each(expected)('%j', async (changes, complaint) => {
    expect(await complained('none', 'optimize', changes)).toEqual({
      status: 'error',
      refused: true,
      complaints: [complaint],
    });
  });
});
