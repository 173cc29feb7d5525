import type { Flag } from '../flag.js';

const RUNS = ['margin', 'optimize', 'frontier', 'whatif', 'compare', 'attribute'] as const;

/** Runs on books, and on cases that name none of their own. */
const BOOKS = [...RUNS, 'reconcile', 'stress'] as const;

/** Runs on books, and on what is posted for them. */
const MARGINED = [...BOOKS, 'collateral'] as const;

/** Those, and what correlates the underlyings of a book. */
const CORRELATED = [...MARGINED, 'correlate'] as const;

/** What trades, or is traded. */
const TRADED = ['optimize', 'frontier', 'whatif'] as const;

/** What a run reads. */
export const INPUT_FLAGS = [
  {
    key: 'market',
    name: 'market',
    type: 'file',
    argument: 'FILE',
    commands: CORRELATED,
    group: 'Inputs',
    about: 'quotes, one row per instrument',
    role: 'input',
  },
  {
    key: 'crif',
    name: 'crif',
    type: 'file',
    argument: 'FILE',
    commands: TRADED,
    group: 'Inputs',
    about: 'sensitivities of further trades on offer, for --model simm',
    role: 'input',
  },
  {
    key: 'depth',
    name: 'depth',
    type: 'file',
    argument: 'FILE',
    commands: TRADED,
    group: 'Inputs',
    about: 'order books, a row per price: instrument, side, price, size',
    role: 'input',
  },
  {
    key: 'correlations',
    name: 'correlations',
    type: 'file',
    argument: 'FILE',
    commands: CORRELATED,
    group: 'Inputs',
    about: 'correlations between underlyings, a square matrix or a,b,correlation',
    role: 'input',
  },
  {
    key: 'prices',
    name: 'prices',
    type: 'file',
    argument: 'FILE',
    commands: MARGINED,
    group: 'Inputs',
    about: 'daily price history, for volatilities and correlations',
    role: 'input',
  },
  {
    key: 'dividends',
    name: 'dividends',
    type: 'file',
    argument: 'FILE',
    commands: CORRELATED,
    group: 'Inputs',
    about: 'cash dividends ahead: underlying, ex_date, amount',
    role: 'input',
  },
  {
    key: 'span',
    name: 'span',
    type: 'file',
    argument: 'FILE',
    commands: MARGINED,
    group: 'Inputs',
    about: "a clearing house's risk parameters for the model span, .spn or .pa2",
    role: 'input',
  },
  {
    key: 'account',
    name: 'account',
    type: 'file',
    argument: 'FILE',
    commands: BOOKS,
    group: 'Inputs',
    about: 'cash and collateral',
    role: 'input',
  },
  {
    key: 'limits',
    name: 'limits',
    type: 'file',
    argument: 'FILE',
    commands: RUNS,
    group: 'Inputs',
    about: 'limits, one a row',
    role: 'input',
  },
  {
    key: 'limit',
    name: 'limit',
    type: 'text',
    argument: 'TEXT',
    repeatable: true,
    commands: RUNS,
    group: 'Inputs',
    about: "one limit as text, 'delta BTC -2..2'; may be repeated",
  },
  {
    key: 'keep',
    name: 'keep',
    type: 'text',
    argument: 'TEXT',
    repeatable: true,
    commands: ['optimize', 'frontier', 'whatif'],
    group: 'Inputs',
    about: "what stays near today's, 'delta 5%, vega BTC 10%' or 'payoff 5%'; may be repeated",
  },
  {
    key: 'tradesFile',
    name: 'trades',
    type: 'file',
    argument: 'FILE',
    required: true,
    commands: ['whatif'],
    group: 'Inputs',
    about: 'the trades to try: instrument, quantity, price',
    from: 'argv',
    role: 'input',
  },
] as const satisfies readonly Flag[];
