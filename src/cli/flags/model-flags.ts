import type { Flag } from '../flag.js';
import { MODEL_IDS } from '../model-ids.js';

/** Under one rule book. */
const SINGLE = ['margin', 'optimize', 'frontier', 'whatif', 'attribute', 'collateral', 'reconcile', 'stress'] as const;

const RUNS = [...SINGLE, 'compare'] as const;

/** Which rule book, at which instant, with what it needs to know. */
export const MODEL_FLAGS = [
  {
    key: 'model',
    name: 'model',
    type: 'text',
    argument: 'ID',
    default: 'scan',
    offered: MODEL_IDS,
    commands: [...SINGLE, 'correlate'],
    group: 'Model',
    about: 'the rule book, or ID@SET for one of its parameter sets; margo models lists both',
  },
  {
    // Not `models`, which in a configuration file is the section of that command.
    key: 'ruleBooks',
    name: 'models',
    type: 'text',
    argument: 'ID,ID',
    repeatable: true,
    offered: [...MODEL_IDS, 'all'],
    commands: ['compare'],
    group: 'Model',
    about: 'the rule books to compare, or ID@SET; all by default',
  },
  {
    key: 'parameters',
    name: 'parameters',
    type: 'file',
    argument: 'FILE',
    commands: [...SINGLE, 'correlate'],
    group: 'Model',
    about: 'parameters of the model, in place of the shipped set',
    role: 'input',
  },
  {
    key: 'asOf',
    name: 'as-of',
    type: 'instant',
    argument: 'TIME',
    commands: [...RUNS, 'correlate'],
    group: 'Model',
    about: 'valuation time, UTC unless it says otherwise; else that of the market file',
  },
  {
    key: 'currency',
    name: 'currency',
    type: 'text',
    argument: 'CODE',
    default: 'USD',
    commands: [...RUNS, 'correlate'],
    group: 'Model',
    about: 'reporting currency',
  },
  {
    key: 'venue',
    name: 'venue',
    type: 'choice',
    argument: 'NAME',
    choices: ['deribit', 'okx', 'bybit', 'binance', 'derive', 'osi'],
    commands: [...RUNS, 'correlate'],
    group: 'Model',
    about: 'whose instrument names win when a name fits several',
  },
  {
    key: 'noRepair',
    name: 'no-repair',
    type: 'switch',
    commands: [...RUNS, 'correlate'],
    group: 'Model',
    about: 'refuse correlations that are not positive semidefinite',
  },
  {
    key: 'scenarios',
    name: 'scenarios',
    type: 'choice',
    argument: 'WHICH',
    choices: ['listed', 'ellipsoid'],
    default: 'listed',
    commands: ['margin', 'optimize', 'whatif', 'attribute'],
    group: 'Model',
    about: 'joint moves of scan: those listed, or every one of the ellipsoid, searched for the worst',
  },
  {
    key: 'failAbove',
    name: 'fail-above',
    type: 'number',
    argument: 'AMOUNT',
    commands: ['margin', 'compare', 'stress'],
    group: 'Model',
    about: 'exit 1 when the initial margin (compare: the lowest; stress: the highest) is above this',
  },
  {
    key: 'tolerance',
    name: 'tolerance',
    type: 'tolerance',
    argument: 'AMOUNT|PERCENT',
    default: '0.01%',
    commands: ['reconcile'],
    group: 'Model',
    about: 'how far a figure may be from the reported one: 0.01 is money, 0.01% a part of it',
  },
] as const satisfies readonly Flag[];
