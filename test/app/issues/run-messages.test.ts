import { describe, expect, it } from 'vitest';
import { problemIssues } from '../../../src/app/model-issues.js';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { findModel } from '../../../src/margin/index.js';
import { asComplaint, complained, type RunComplaint } from './run-complaints.js';

interface Case {
  readonly status: string;
  readonly complaints: readonly RunComplaint[];
  readonly changes?: Partial<OptimizeRequest>;
  readonly base?: string;
}

const refused = (...complaints: RunComplaint[]): Case => ({ status: 'error', complaints });
const told = (...complaints: RunComplaint[]): Case => ({ status: 'ok', complaints });
const ETH = 'fixtures/btc-eth-pair';

/** By fixture: everything `margo margin` says about it, in order. */
const EXPECTED: Readonly<Record<string, Case>> = {
  'cfg-no-market': {
    ...refused([
      'CFG_NO_MARKET',
      null,
      null,
      null,
      'no market was given, so nothing can be valued',
      'give --market FILE',
    ]),
    changes: { market: null },
  },
  'run-clock-used': told([
    'RUN_CLOCK_USED',
    null,
    null,
    null,
    'the market states no time, so it is taken as of now, 2026-11-22T12:00:00.000Z',
    'give --as-of TIME, or a timestamp column in the market file',
  ]),
  'run-not-in-market': refused([
    'RUN_NOT_IN_MARKET',
    'positions.csv 3:1',
    'instrument',
    'BTC-17JUL26-56100-P',
    'BTC-17JUL26-56100-P is held but not in the market file',
    'did you mean BTC-17JUL26-56000-P?',
  ]),
  'run-expired': refused([
    'RUN_EXPIRED',
    'positions.csv 2:1',
    'instrument',
    'BTC-26JUN26',
    'BTC-26JUN26 has expired by the as-of time 2026-06-27T09:26:59.679Z',
    'remove the line, or give the --as-of TIME the market belongs to',
  ]),
  'run-no-level': refused([
    'RUN_NO_LEVEL',
    'positions.csv 2:1',
    'instrument',
    'SOL-PERPETUAL',
    'the market has no level for SOL, needed by SOL-PERPETUAL',
    'add a row SOL with type=index and its mark',
  ]),
  'run-no-forward': refused([
    'RUN_NO_FORWARD',
    'positions.csv 2:1',
    'instrument',
    'CLK0',
    'the market has no usable forward price for CLK0',
    'fill underlying_price in its row',
  ]),
  'run-no-volatility': refused([
    'RUN_NO_VOLATILITY',
    'positions.csv 2:1',
    'instrument',
    'BTC-31JUL26-60000-C',
    'no volatility for BTC-31JUL26-60000-C: the market has no iv, no mark and no two-sided quote',
    'fill iv, mark, or both bid and ask in its market row',
  ]),
  'run-no-currency-rate': refused([
    'RUN_NO_CURRENCY_RATE',
    'positions.csv 2:1',
    'instrument',
    'FESX',
    'nothing in the market says what EUR is worth, needed by FESX',
    'add a row EUR with type=index and its price in USD',
  ]),
  'run-par-assumed': told([
    'RUN_PAR_ASSUMED',
    null,
    null,
    null,
    'USDT is counted as one dollar, for the market has no row for it',
    null,
  ]),
  'run-no-scan-range': refused([
    'RUN_NO_SCAN_RANGE',
    'positions.csv 2:1',
    null,
    null,
    'no volatility is known for SPY, so its scan range cannot be set',
    'give --prices with a SPY column, an option quote with iv, or --set model.dailyVol.SPY=0.03',
  ]),
  'run-empty-book': told(
    [
      'POS_NETTED_TO_ZERO',
      'positions.csv 2:1',
      'quantity',
      null,
      'the 2 rows of BTC-PERPETUAL net to zero; it is not in the book',
      null,
    ],
    ['RUN_EMPTY_BOOK', null, null, null, 'the book holds no position: the margin is that of an empty book', null],
  ),
  'run-unknown-asset': refused([
    'RUN_UNKNOWN_ASSET',
    null,
    null,
    null,
    'nothing in the market says what the account’s DOGE is worth',
    'add a row DOGE with type=index and its price in USD',
  ]),
  'run-correlation-unknown': {
    ...told([
      'RUN_CORRELATION_UNKNOWN',
      null,
      null,
      null,
      'BTH is in the correlations but not in the market',
      'did you mean BTC?',
    ]),
    base: ETH,
  },
  'run-not-correlated': {
    ...told(['RUN_NOT_CORRELATED', null, null, null, 'BTC is not in the correlations: it may offset nothing', null]),
    base: ETH,
  },
  'run-model-refuses': {
    ...refused(
      [
        'RUN_MODEL_REFUSES',
        'positions.csv 3:1',
        'instrument',
        'BTC-31JUL26',
        'derive-pm2 cannot margin BTC-31JUL26: it is a dated future, and Derive lists none',
        'take the line out, or choose another --model; margo models lists them',
      ],
      [
        'RUN_RESTATED',
        null,
        null,
        null,
        'derive-pm2 takes BTC-PERPETUAL as the linear contract on as many coins, for nothing is settled in coin at Derive',
        'choose the --model of the venue that lists the contract for its own figure',
      ],
    ),
    changes: { model: 'derive-pm2' },
  },
  'run-forward-assumed': {
    ...told([
      'RUN_FORWARD_ASSUMED',
      null,
      null,
      null,
      'no row tells a forward or a rate for BTC_USDC-31JUL26-60000-C: derive-pm2 takes the level of the underlying for it',
      'fill underlying_price in a row of that expiry',
    ]),
    changes: { model: 'derive-pm2' },
  },
  'run-restated': {
    ...told([
      'RUN_RESTATED',
      null,
      null,
      null,
      'derive-srm takes BTC-31JUL26-60000-C as the linear contract on as many coins, for nothing is settled in coin at Derive',
      'choose the --model of the venue that lists the contract for its own figure',
    ]),
    changes: { model: 'derive-srm' },
  },
  'run-correlations-unused': {
    ...told([
      'RUN_CORRELATIONS_UNUSED',
      null,
      null,
      null,
      'okx-pm has scenarios of its own and looks at no correlations',
      null,
    ]),
    base: ETH,
    changes: { model: 'okx-pm' },
  },
};

describe('spot that is held short', () => {
  // Coins that were borrowed: no rule book of a venue here knows what they need, so none may give a figure without it.
  it.each(['derive-pm2', 'derive-pm1', 'derive-srm', 'deribit-pme', 'okx-pm', 'paradex-pm', 'pm1'])(
    'is refused by %s',
    async (model) => {
      const positions = 'fixtures/issues/run-model-refuses/short-spot.csv';
      const market = 'fixtures/issues/run-model-refuses/spot-market.csv';
      const { complaints, refused: isRefused } = await complained('none', 'margin', { positions, market, model });
      expect(isRefused).toBe(true);
      expect(complaints).toEqual([
        [
          'RUN_MODEL_REFUSES',
          'short-spot.csv 2:1',
          'instrument',
          'BTC-SPOT',
          `${model} cannot margin BTC-SPOT: it is held short, and spot can only be owned here: what borrowed coins need is not part of its rules`,
          'take the line out, or choose another --model; margo models lists them',
        ],
      ]);
    },
  );
});

describe('what readers and figure rules would have told already', () => {
  it('is told of the rule book that cannot work with it: RUN_MODEL_PROBLEM', () => {
    const problems = [{ subject: 'BTC 2026-07-31', problem: 'forward of 0' }];
    expect(problemIssues(findModel('derive-pm2')!, problems).map(asComplaint)).toEqual([
      [
        'RUN_MODEL_PROBLEM',
        null,
        null,
        null,
        'derive-pm2 cannot work with BTC 2026-07-31: forward of 0',
        'correct the market row, the position or the parameter it names',
      ],
    ]);
  });
});

describe('complaints of a run', () => {
  it.each(Object.entries(EXPECTED))('%s', async (folder, { status, complaints, changes, base }) => {
    const found = await complained(folder, 'margin', changes ?? {}, base);
    expect(found.complaints).toEqual(complaints);
    expect(found).toMatchObject({ status, refused: status === 'error' });
  });

  it('come all at once', async () => {
    const positions = 'fixtures/issues/run-no-level/positions.csv';
    const { complaints } = await complained('none', 'margin', { positions, parameterOverrides: { scanSigma: 3 } });
    expect(complaints.map(([code]) => code)).toEqual(['CFG_UNKNOWN_PARAMETER', 'RUN_NO_LEVEL']);
  });
});
