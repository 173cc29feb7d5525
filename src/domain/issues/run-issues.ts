import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

const subject = (fallback: string, given: string | undefined): string => given ?? fallback;

/** Complaints about a run as a whole: RUN (valuation, model), LMT (limits in this run), OPT (optimisation), CFG (request). */
export const RUN_ISSUES = {
  CFG_NO_MARKET: {
    severity: 'error',
    message: () => 'no market was given, so nothing can be valued',
    hint: () => 'give --market FILE',
  },
  RUN_CLOCK_USED: {
    severity: 'warning',
    message: (f) => `the market states no time, so it is taken as of now, ${f.detail ?? ''}`,
    hint: () => 'give --as-of TIME, or a timestamp column in the market file',
  },
  RUN_NOT_IN_MARKET: {
    severity: 'error',
    message: (f) => `${subject('an instrument', f.subject)} is held but not in the market file`,
    hint: () => 'add its row to the market file',
  },
  RUN_TERMS_DIFFER: {
    severity: 'error',
    message: (f) =>
      `${subject('an instrument', f.subject)} has another ${f.detail ?? 'description'} in the market file`,
    hint: () => 'make the two files describe the same contract',
  },
  RUN_EXPIRED: {
    severity: 'error',
    message: (f) => `${subject('an instrument', f.subject)} has expired by the as-of time ${f.detail ?? ''}`,
    hint: () => 'remove the line, or give the --as-of TIME the market belongs to',
  },
  RUN_NO_LEVEL: {
    severity: 'error',
    message: (f) =>
      `the market has no level for ${f.detail ?? 'an underlying'}, needed by ${subject('a line', f.subject)}`,
    hint: (f) => `add a row ${f.detail ?? 'NAME'} with type=index and its mark`,
  },
  RUN_NO_FORWARD: {
    severity: 'error',
    message: (f) => `the market has no usable forward price for ${subject('an instrument', f.subject)}`,
    hint: () => 'fill underlying_price in its row',
  },
  RUN_NO_VOLATILITY: {
    severity: 'error',
    message: (f) => `no volatility for ${subject('an option', f.subject)}: ${f.detail ?? 'unknown'}`,
    hint: () => 'fill iv, mark, or both bid and ask in its market row',
  },
  RUN_NO_CURRENCY_RATE: {
    severity: 'error',
    message: (f) =>
      `nothing in the market says what ${f.detail ?? 'a currency'} is worth, needed by ${subject('a line', f.subject)}`,
    hint: (f) => `add a row ${f.detail ?? 'CODE'} with type=index and its price in USD`,
  },
  RUN_PAR_ASSUMED: {
    severity: 'info',
    message: (f) => `${subject('a coin', f.subject)} is counted as one dollar, for the market has no row for it`,
  },
  RUN_FORWARD_ASSUMED: {
    severity: 'warning',
    message: (f) =>
      `no row tells a forward or a rate for ${subject('an expiry', f.subject)}: ${f.expected ?? 'the model'} takes the level of the underlying for it`,
    hint: () => 'fill underlying_price in a row of that expiry',
  },
  RUN_MODEL_REFUSES: {
    severity: 'error',
    message: (f) =>
      `${f.expected ?? 'the model'} cannot margin ${subject('a line', f.subject)}: it ${f.detail ?? 'has no rule for it'}`,
    hint: () => 'take the line out, or choose another --model; margo models lists them',
  },
  RUN_MODEL_PROBLEM: {
    severity: 'error',
    message: (f) =>
      `${f.expected ?? 'the model'} cannot work with ${subject('the inputs', f.subject)}: ${f.detail ?? 'unusable'}`,
    hint: () => 'correct the market row, the position or the parameter it names',
  },
  RUN_RESTATED: {
    severity: 'warning',
    message: (f) => `${f.expected ?? 'the model'} takes ${subject('a line', f.subject)} ${f.detail ?? 'for another'}`,
    hint: () => 'choose the --model of the venue that lists the contract for its own figure',
  },
  RUN_CORRELATIONS_UNUSED: {
    severity: 'info',
    message: (f) => `${subject('the model', f.subject)} has scenarios of its own and looks at no correlations`,
  },
  RUN_NO_SCAN_RANGE: {
    severity: 'error',
    message: (f) =>
      `no volatility is known for ${subject('an underlying', f.subject)}, so its scan range cannot be set`,
    hint: (f) =>
      `give --prices with a ${f.subject ?? ''} column, an option quote with iv, or --set model.dailyVol.${f.subject ?? 'NAME'}=0.03`,
  },
  RUN_NO_CORRELATIONS: {
    severity: 'warning',
    message: (f) => `no correlations were given for ${subject('the underlyings', f.subject)}: none may offset another`,
    hint: () => 'give --correlations FILE or --prices FILE',
  },
  RUN_NOT_CORRELATED: {
    severity: 'warning',
    message: (f) => `${subject('an underlying', f.subject)} is not in the correlations: it may offset nothing`,
  },
  RUN_CORRELATION_UNKNOWN: {
    severity: 'warning',
    message: (f) => `${subject('an underlying', f.subject)} is in the correlations but not in the market`,
  },
  RUN_CORRELATIONS_ESTIMATED: {
    severity: 'info',
    message: (f) => `correlations were estimated from the price history (${f.detail ?? ''})`,
  },
  RUN_CORRELATION_REPAIRED: {
    severity: 'warning',
    message: (f) =>
      `the correlations contradict one another (${f.detail ?? ''}); the nearest correlation matrix is used`,
    hint: () => '--no-repair refuses such a matrix instead',
  },
  RUN_CORRELATION_REFUSED: {
    severity: 'error',
    message: (f) => `the correlations contradict one another (${f.detail ?? ''})`,
    hint: () => 'leave out --no-repair to use the nearest correlation matrix',
  },
  RUN_UNKNOWN_ASSET: {
    severity: 'error',
    message: (f) => `nothing in the market says what the account’s ${subject('asset', f.subject)} is worth`,
    hint: (f) => `add a row ${f.subject ?? 'CODE'} with type=index and its price in USD`,
  },
  RUN_EMPTY_BOOK: {
    severity: 'warning',
    message: () => 'the book holds no position: the margin is that of an empty book',
  },
  LMT_UNKNOWN_SCOPE: {
    severity: 'error',
    message: (f) => `limit ${subject('', f.subject)}: nothing is called ${quotedValue(f)}${expectedClause(f)}`,
  },
  LMT_UNKNOWN_SCENARIO: {
    severity: 'error',
    message: (f) => `limit ${subject('', f.subject)}: no scenario is called ${quotedValue(f)}`,
    hint: () => 'the scenarios are listed in the margin document (--json), result.scenarios',
  },
  LMT_ONLY_MAXIMUM: {
    severity: 'error',
    message: (f) => `limit ${subject('', f.subject)} can have a maximum only`,
    hint: () => 'a minimum for it would not be convex; leave the minimum blank',
  },
  LMT_RELATIVE_TO_TRADES: {
    severity: 'error',
    message: (f) =>
      `limit ${subject('', f.subject)} cannot be relative: the present book has no trades to compare with`,
    hint: () => 'give an amount instead of a percentage',
  },
  LMT_MINIMUM_ABOVE_MAXIMUM: {
    severity: 'error',
    message: (f) => `limit ${subject('', f.subject)}: its minimum is above its maximum (${f.detail ?? ''})`,
  },
  TRD_UNKNOWN_INSTRUMENT: {
    severity: 'error',
    message: (f) => `${subject('an instrument', f.subject)} is traded but neither held nor in the market file`,
  },
  TRD_NO_PRICE: {
    severity: 'error',
    message: (f) => `${subject('an instrument', f.subject)} has no ${f.detail ?? 'quote'} to trade at`,
    hint: () => 'give a price in the trades file',
  },
  TRD_BAD_PRICE: {
    severity: 'error',
    message: (f) => `${subject('an instrument', f.subject)} cannot be traded at a price of ${f.value ?? ''}`,
    hint: () => 'prices are above 0, an option’s from 0; the direction is in the quantity or the side',
  },
  TRD_NOT_TRADABLE: {
    severity: 'error',
    message: (f) => `${subject('an index', f.subject)} is an index and cannot be traded`,
  },
  OPT_NO_CANDIDATES: {
    severity: 'warning',
    message: () => 'no instrument can be traded: see result.candidates.excluded for the reasons',
  },
  OPT_UNKNOWN_CANDIDATE: {
    severity: 'warning',
    message: (f) => `${subject('an instrument', f.subject)} is asked for as a candidate but is not in the market file`,
  },
  OPT_STOPPED: {
    severity: 'warning',
    message: (f) => `the search was stopped early (${f.detail ?? ''}); the answer is usable`,
    hint: () => 'a longer --time-limit may find a better one',
  },
  OPT_NOT_CONVEX: {
    severity: 'info',
    message: (f) => `the rules of ${subject('the model', f.subject)} are not convex: ${f.detail ?? 'see the gap'}`,
  },
  OPT_LIMITS_RELAXED: {
    severity: 'warning',
    message: (f) => `limit ${subject('', f.subject)} gave way: ${f.detail ?? ''}`,
  },
  OPT_INFEASIBLE: {
    severity: 'warning',
    message: (f) =>
      f.subject === undefined
        ? `no admissible book exists: limits ${f.detail ?? ''} cannot hold together`
        : `no admissible book exists: limit ${f.subject} cannot be kept`,
    hint: () => 'result.conflict holds the smallest relaxation',
  },
  OPT_NOT_IN_TIME: {
    severity: 'error',
    message: (f) => `no book that keeps the limits was found in time: ${f.detail ?? ''}`,
    hint: () => 'a longer --time-limit may find one',
  },
  OPT_SOLVER_FAILED: {
    severity: 'error',
    message: (f) => `the solver gave no answer that can be believed: ${f.detail ?? ''}`,
    hint: () => 'please report it, with the files',
  },
  ATR_CLOSING_RAISES: {
    severity: 'info',
    message: (f) => `closing ${subject('a line', f.subject)} would raise the margin by ${f.detail ?? ''}`,
    hint: () => 'it hedges the rest of the book',
  },
  ATR_MORE_CLOSING_RAISE: {
    severity: 'info',
    message: (f) => `closing any of ${f.detail ?? ''} further lines would raise the margin, too`,
    hint: () => 'their marginal figures are below 0',
  },
  ATR_LINES_KEPT: {
    severity: 'info',
    message: (f) =>
      `the rules of ${f.subject ?? 'the model'} look at which lines are held, and ${f.detail ?? ''} are too many to ` +
      'build them again for each: figures of parts of the book keep the lines of the whole in the rules',
    hint: () => 'use --by underlying, expiry or tag for fewer parts',
  },
  CFG_UNKNOWN_PARAMETER_SET: {
    severity: 'error',
    message: (f) => `model ${f.subject ?? ''} has no parameter set ${quotedValue(f)}${expectedClause(f)}`,
    hint: (f) => `margo models ${f.subject ?? ''} prints them`,
  },
  CFG_UNKNOWN_PARAMETER: {
    severity: 'error',
    message: (f) => `the model has no parameter ${quotedValue(f)}${expectedClause(f)}`,
  },
  CFG_MISSING_PARAMETER: {
    severity: 'error',
    message: (f) => `parameter ${f.field ?? ''} is missing${expectedClause(f)}`,
    hint: () => 'a list is replaced as a whole, each entry with all of its fields',
  },
  CFG_BAD_PARAMETER: {
    severity: 'error',
    message: (f) => `parameter ${f.field ?? ''} cannot be ${quotedValue(f)}${expectedClause(f)}`,
  },
  CFG_UNKNOWN_CURRENCY: {
    severity: 'error',
    message: (f) => `nothing in the market says what the reporting currency ${quotedValue(f)} is worth`,
    hint: () => 'use USD, or add a row for it with type=index and its price in USD',
  },
  CFG_JS_DECLINED: {
    severity: 'error',
    message: (f) => `the js solver has no answer that can be believed: ${f.detail ?? ''}`,
    hint: () => 'leave out --solver js, or narrow the --candidates',
  },
  CFG_JS_INTEGERS: {
    severity: 'error',
    message: () =>
      'the js solver answers continuous programs only; whole lots, trade counts and limits on figures that are not convex need the other',
    hint: () => 'leave out --solver js',
  },
} as const satisfies Record<string, IssueEntry>;
