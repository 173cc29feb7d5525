import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

/** Complaints about what a file says: positions, market, correlations, prices, limits, account, trades, names. */
export const CONTENT_ISSUES = {
  POS_ZERO_QUANTITY: {
    severity: 'warning',
    message: (f) => `quantity of ${f.subject} is zero; the row is left out`,
  },
  POS_NETTED_TO_ZERO: {
    severity: 'info',
    message: (f) => `the ${f.detail} rows of ${f.subject} net to zero; it is not in the book`,
  },
  POS_ACCOUNTS_NETTED: {
    severity: 'info',
    message: (f) => `rows of ${f.detail} accounts are netted into one book: ${f.subject}`,
    hint: () => 'margo batch keeps accounts apart',
  },
  POS_INDEX_HELD: {
    severity: 'error',
    message: (f) => `${f.subject} is an index, which cannot be held; expected type spot, future, perpetual or option`,
  },
  POS_NET_OUT_OF_RANGE: {
    severity: 'error',
    message: (f) =>
      `the rows of ${f.subject} net to ${f.detail}, which is out of range; expected a size of at most 1e15`,
  },
  MKT_REPEATED_INSTRUMENT: {
    severity: 'error',
    message: (f) => `${f.subject} is quoted a second time; the first is on line ${f.detail}`,
    hint: () => 'keep one row; depth beyond the best quote goes into the --depth file',
  },
  MKT_NEGATIVE_PRICE: {
    severity: 'error',
    message: (f) => `${f.field} ${quotedValue(f)} is negative; only a linear future may have a negative price`,
    hint: () => 'leave it blank for no quote',
  },
  MKT_CROSSED: {
    severity: 'warning',
    message: (f) => `${f.subject} is crossed: bid ${f.value} is above ask ${f.detail}`,
    hint: () => 'check that both sides are of the same instant',
  },
  MKT_NO_LEVEL: {
    severity: 'warning',
    message: (f) => `${f.subject} has no level; expected mark, underlying_price, or bid and ask`,
  },
  COR_PAIR_MISSING: {
    severity: 'error',
    message: (f) => `no correlation of ${f.subject} and ${f.detail}`,
    hint: (f) => `add ${f.subject},${f.detail}`,
  },
  COR_ASYMMETRIC: {
    severity: 'error',
    message: (f) => `${f.subject} is ${f.value}, but ${f.detail}`,
    hint: () => 'a correlation is the same both ways: make the two equal or leave one blank',
  },
  COR_OUT_OF_RANGE: {
    severity: 'error',
    message: (f) => `correlation ${quotedValue(f)} of ${f.subject} is outside -1 to 1`,
    hint: () => 'write 0.85 for 85 per cent',
  },
  COR_DIAGONAL: {
    severity: 'error',
    message: (f) => `the correlation of ${f.subject} with itself is ${f.value}; expected 1`,
    hint: () => 'a covariance matrix is not accepted: divide by both volatilities first',
  },
  COR_UNKNOWN_NAME: {
    severity: 'error',
    message: (f) => `row name ${quotedValue(f)} is not among the column names${expectedClause(f)}`,
  },
  COR_TWO_VALUES: {
    severity: 'error',
    message: (f) => `two values for ${f.subject}: ${f.value} here, ${f.detail}`,
    hint: () => 'keep one of the two',
  },
  COR_NAME_REPEATED: {
    severity: 'error',
    message: (f) => `row ${f.subject} appears a second time; the first is on line ${f.detail}`,
    hint: () => 'keep one of the two',
  },
  PRC_NO_SERIES: {
    severity: 'error',
    message: (f) => `${f.subject} has no price column; expected date and a column per underlying`,
  },
  PRC_EMPTY_SERIES: {
    severity: 'warning',
    message: (f) => `column ${f.subject} has no price in any row`,
  },
  PRC_DATE_REPEATED: {
    severity: 'error',
    message: (f) => `date ${f.value} appears a second time; the first is on line ${f.detail}`,
    hint: () => 'keep one row a day',
  },
  LIM_NO_ROWS: {
    severity: 'warning',
    message: (f) => `${f.subject} has no rows: it limits nothing`,
  },
  LIM_NO_BOUND: {
    severity: 'error',
    message: (f) => `limit ${f.subject} has neither min nor max; expected at least one of them`,
  },
  LIM_EMPTY_RANGE: {
    severity: 'error',
    message: (f) => `limit ${f.subject}: min ${f.value} is above max ${f.detail}`,
    hint: () => 'exchange the two; a negative figure is smaller the farther it is from zero',
  },
  LIM_NOT_RELATIVE: {
    severity: 'error',
    message: (f) =>
      `${f.field} ${quotedValue(f)} of limit ${f.subject} cannot be a percentage: the present book has no ${f.subject}`,
    hint: () => 'write it as a figure',
  },
  LIM_REPEATED: {
    severity: 'warning',
    message: (f) => `limit ${f.subject} has a second ${f.field}; the first is on line ${f.detail}; both are kept`,
  },
  LIM_TEXT: {
    severity: 'error',
    message: (f) => `--limit ${quotedValue(f)}: ${f.detail}${expectedClause(f)}`,
    hint: () => "for instance --limit 'delta BTC -2..2' or --limit 'gamma ETH 90%..110% priority 2'",
  },
  ACC_HAIRCUT_RANGE: {
    severity: 'error',
    message: (f) => `haircut ${quotedValue(f)} of ${f.subject} is outside 0 to 1`,
    hint: () => 'write 0.1 or 10% for ten per cent taken off',
  },
  TRD_ZERO_QUANTITY: {
    severity: 'warning',
    message: (f) => `trade in ${f.subject} has quantity zero; it is left out`,
  },
  TRD_SIGN_AND_SIDE: {
    severity: 'error',
    message: (f) =>
      `quantity ${f.value} is negative although side is ${f.detail}; expected a positive quantity with a side`,
    hint: () => 'drop the minus sign, or drop the side column and sign the quantities',
  },
  TRD_NOT_A_PROPOSAL: {
    severity: 'error',
    message: (f) => `${f.subject} is a margo document without result.trades${expectedClause(f)}`,
  },
  NAM_REPEATED: {
    severity: 'warning',
    message: (f) => `${f.subject} is named a second time; the first is on line ${f.detail}`,
  },
} as const satisfies Record<string, IssueEntry>;
