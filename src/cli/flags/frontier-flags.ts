import type { Flag } from '../flag.js';

/** Along what a frontier runs, and how closely it is looked at. */
export const FRONTIER_FLAGS = [
  {
    // Not `by`, which is what the lines of an attribution are.
    key: 'along',
    name: 'by',
    type: 'choice',
    argument: 'WHAT',
    choices: ['cost', 'vega', 'trades'],
    default: 'cost',
    commands: ['frontier'],
    group: 'Search',
    about: 'what there is more and more of: cost, room for vega either way, or trades',
  },
  {
    key: 'points',
    name: 'points',
    type: 'whole',
    argument: 'N',
    least: 2,
    most: 1000,
    default: 10,
    commands: ['frontier'],
    group: 'Search',
    about: 'so many points, evenly spaced; by trades at most so many trades',
  },
  {
    key: 'scope',
    name: 'scope',
    type: 'text',
    argument: 'SCOPE',
    default: 'total',
    commands: ['frontier'],
    group: 'Search',
    about: 'whose cost or vega: total, an underlying, an expiry, a pattern',
  },
] as const satisfies readonly Flag[];
