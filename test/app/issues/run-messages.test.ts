import { describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { complained, type RunComplaint } from './run-complaints.js';

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
};

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
