import { describe, expect, it } from 'vitest';
import { type Complaint, complaintsOf } from './complaints-of.js';

/** By fixture: code, `line:column`, field, value, message and hint of every issue, in order. */
const EXPECTED: Readonly<Record<string, readonly Complaint[]>> = {
  'acc-haircut-range/account.csv': [
    [
      'ACC_HAIRCUT_RANGE',
      '3:7',
      'haircut',
      '10',
      "haircut '10' of BTC is outside 0 to 1",
      'write 0.1 or 10% for ten per cent taken off',
    ],
  ],
  'cor-asymmetric/square.csv': [
    [
      'COR_ASYMMETRIC',
      '3:5',
      'correlation',
      '0.75',
      'ETH,BTC is 0.75, but BTC,ETH is 0.8 on line 2',
      'a correlation is the same both ways: make the two equal or leave one blank',
    ],
  ],
  'cor-diagonal/square.csv': [
    [
      'COR_DIAGONAL',
      '3:9',
      'correlation',
      '0.9',
      'the correlation of ETH with itself is 0.9; expected 1',
      'a covariance matrix is not accepted: divide by both volatilities first',
    ],
  ],
  'cor-name-repeated/square.csv': [
    [
      'COR_NAME_REPEATED',
      '4:1',
      null,
      'ETH',
      'row ETH appears a second time; the first is on line 3',
      'keep one of the two',
    ],
  ],
  'cor-out-of-range/long.csv': [
    [
      'COR_OUT_OF_RANGE',
      '2:9',
      'correlation',
      '80',
      "correlation '80' of BTC and ETH is outside -1 to 1",
      'write 0.85 for 85 per cent',
    ],
  ],
  'cor-pair-missing/long.csv': [
    ['COR_PAIR_MISSING', '3:5', 'correlation', null, 'no correlation of BTC and SOL', 'add BTC,SOL'],
  ],
  'cor-pair-missing/square.csv': [
    ['COR_PAIR_MISSING', '2:1', 'correlation', null, 'no correlation of BTC and SOL', 'add BTC,SOL'],
  ],
  'cor-two-values/long.csv': [
    [
      'COR_TWO_VALUES',
      '4:9',
      'correlation',
      '0.75',
      'two values for BTC and ETH: 0.75 here, 0.8 on line 2',
      'keep one of the two',
    ],
  ],
  'cor-unknown-name/square.csv': [
    [
      'COR_UNKNOWN_NAME',
      '3:1',
      null,
      'ETC',
      "row name 'ETC' is not among the column names; expected BTC, ETH",
      'did you mean BTC?',
    ],
  ],
  'lim-empty-range/limits.csv': [
    [
      'LIM_EMPTY_RANGE',
      '2:11',
      'min',
      '2',
      'limit delta BTC: min 2 is above max -2',
      'exchange the two; a negative figure is smaller the farther it is from zero',
    ],
    [
      'LIM_EMPTY_RANGE',
      '3:11',
      'min',
      '110%',
      'limit gamma ETH: min 110% is above max 90%',
      'exchange the two; a negative figure is smaller the farther it is from zero',
    ],
  ],
  'lim-no-bound/limits.csv': [
    [
      'LIM_NO_BOUND',
      '2:1',
      'limit',
      'delta',
      'limit delta BTC has neither min nor max; expected at least one of them',
      null,
    ],
  ],
  'lim-no-rows/limits.csv': [
    ['LIM_NO_ROWS', null, null, null, 'lim-no-rows/limits.csv has no rows: it limits nothing', null],
  ],
  'lim-not-relative/limits.csv': [
    [
      'LIM_NOT_RELATIVE',
      '2:13',
      'max',
      '90%',
      "max '90%' of limit cost cannot be a percentage: the present book has no cost",
      'write it as a figure',
    ],
  ],
  'lim-repeated/limits.csv': [
    [
      'LIM_REPEATED',
      '3:12',
      'max',
      '1',
      'limit delta BTC has a second max; the first is on line 2; both are kept',
      null,
    ],
  ],
  'mkt-crossed/market.csv': [
    [
      'MKT_CROSSED',
      '2:21',
      'bid',
      '0.07',
      'BTC-27JUN26-60000-C is crossed: bid 0.07 is above ask 0.06',
      'check that both sides are of the same instant',
    ],
  ],
  'mkt-negative-price/market.csv': [
    [
      'MKT_NEGATIVE_PRICE',
      '2:21',
      'bid',
      '-0.05',
      "bid '-0.05' is negative; only a linear future may have a negative price",
      'leave it blank for no quote',
    ],
  ],
  'mkt-no-level/market.csv': [
    [
      'MKT_NO_LEVEL',
      '2:1',
      'instrument',
      'SPX',
      'SPX has no level; expected mark, underlying_price, or bid and ask',
      null,
    ],
  ],
  'mkt-repeated-instrument/market.csv': [
    [
      'MKT_REPEATED_INSTRUMENT',
      '4:1',
      'instrument',
      'BTC-PERPETUAL',
      'BTC-PERPETUAL is quoted a second time; the first is on line 2',
      'keep one row; depth beyond the best quote goes into the --depth file',
    ],
  ],
  'nam-repeated/names.txt': [
    [
      'NAM_REPEATED',
      '3:1',
      'instrument',
      'BTC-PERPETUAL',
      'BTC-PERPETUAL is named a second time; the first is on line 1',
      null,
    ],
  ],
  'pos-accounts-netted/positions.csv': [
    [
      'POS_ACCOUNTS_NETTED',
      null,
      'account',
      null,
      "rows of 2 accounts are netted into one book: 'hedge', 'main'",
      'margo batch keeps accounts apart',
    ],
  ],
  'pos-index-held/positions.csv': [
    [
      'POS_INDEX_HELD',
      '2:1',
      'instrument',
      'SPX',
      'SPX is an index, which cannot be held; expected type spot, future, perpetual or option',
      null,
    ],
  ],
  'pos-net-out-of-range/positions.csv': [
    [
      'POS_NET_OUT_OF_RANGE',
      '2:1',
      'quantity',
      null,
      'the rows of BTC-PERPETUAL net to 1800000000000000, which is out of range; expected a size of at most 1e15',
      null,
    ],
  ],
  'pos-netted-to-zero/positions.csv': [
    [
      'POS_NETTED_TO_ZERO',
      '2:1',
      'quantity',
      null,
      'the 3 rows of BTC-PERPETUAL net to zero; it is not in the book',
      null,
    ],
  ],
  'pos-zero-quantity/positions.csv': [
    ['POS_ZERO_QUANTITY', '2:15', 'quantity', '0', 'quantity of BTC-PERPETUAL is zero; the row is left out', null],
  ],
  'div-repeated/dividends.csv': [
    [
      'DIV_REPEATED',
      '3:5',
      'ex_date',
      '2007-05-08',
      'IBM goes ex-dividend on 2007-05-08 a second time; the first is on line 2, and the amounts are added',
      'leave one of them out unless it pays two dividends that day',
    ],
  ],
  'div-unknown-underlying/dividends.csv': [
    [
      'DIV_UNKNOWN_UNDERLYING',
      '2:1',
      'underlying',
      'IMB',
      'no instrument is on IMB: its dividends change nothing',
      'did you mean IBM?',
    ],
  ],
  'prc-date-repeated/prices.csv': [
    [
      'PRC_DATE_REPEATED',
      '4:1',
      'date',
      '2026-06-26',
      'date 2026-06-26 appears a second time; the first is on line 2',
      'keep one row a day',
    ],
  ],
  'prc-empty-series/prices.csv': [['PRC_EMPTY_SERIES', null, 'ETH', null, 'column ETH has no price in any row', null]],
  'prc-no-series/prices.csv': [
    [
      'PRC_NO_SERIES',
      null,
      null,
      null,
      'prc-no-series/prices.csv has no price column; expected date and a column per underlying',
      null,
    ],
  ],
  'trd-not-a-proposal/margin.json': [
    [
      'TRD_NOT_A_PROPOSAL',
      '1:1',
      'schema',
      'margo/margin@1',
      'trd-not-a-proposal/margin.json is a margo document without result.trades; expected a document of margo optimize',
      null,
    ],
  ],
  'trd-sign-and-side/trades.csv': [
    [
      'TRD_SIGN_AND_SIDE',
      '2:20',
      'quantity',
      '-10',
      'quantity -10 is negative although side is sell; expected a positive quantity with a side',
      'drop the minus sign, or drop the side column and sign the quantities',
    ],
  ],
  'trd-zero-quantity/trades.csv': [
    ['TRD_ZERO_QUANTITY', '2:15', 'quantity', '0', 'trade in BTC-PERPETUAL has quantity zero; it is left out', null],
  ],
};

describe('complaints about what a file says', () => {
  it.each(Object.entries(EXPECTED))('%s', async (file, expected) => {
    expect(await complaintsOf(file)).toEqual(expected);
  });
});
