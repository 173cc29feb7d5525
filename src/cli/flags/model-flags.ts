import type { Flag } from '../flag.js';

const RUNS = ['margin', 'optimize', 'whatif'] as const;

/** Which rule book, at which instant, with what it needs to know. */
export const MODEL_FLAGS = [
  {
    key: 'model',
    name: 'model',
    type: 'text',
    argument: 'ID',
    default: 'scan',
    commands: RUNS,
    group: 'Model',
    about: 'the rule book; margo models lists them',
  },
  {
    key: 'parameters',
    name: 'parameters',
    type: 'file',
    argument: 'FILE',
    commands: RUNS,
    group: 'Model',
    about: 'parameters of the model, in place of the shipped set',
    role: 'input',
  },
  {
    key: 'asOf',
    name: 'as-of',
    type: 'instant',
    argument: 'TIME',
    commands: RUNS,
    group: 'Model',
    about: 'valuation time, UTC unless it says otherwise; else that of the market file',
  },
  {
    key: 'currency',
    name: 'currency',
    type: 'text',
    argument: 'CODE',
    default: 'USD',
    commands: RUNS,
    group: 'Model',
    about: 'reporting currency',
  },
  {
    key: 'venue',
    name: 'venue',
    type: 'choice',
    argument: 'NAME',
    choices: ['deribit', 'okx', 'bybit', 'binance', 'derive', 'osi'],
    commands: RUNS,
    group: 'Model',
    about: 'whose instrument names win when a name fits several',
  },
  {
    key: 'noRepair',
    name: 'no-repair',
    type: 'switch',
    commands: RUNS,
    group: 'Model',
    about: 'refuse correlations that are not positive semidefinite',
  },
  {
    key: 'failAbove',
    name: 'fail-above',
    type: 'number',
    argument: 'AMOUNT',
    commands: ['margin'],
    group: 'Model',
    about: 'exit 1 when the initial margin is above this',
  },
] as const satisfies readonly Flag[];
