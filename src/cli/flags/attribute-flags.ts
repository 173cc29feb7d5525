import type { Flag } from '../flag.js';

/** Which parts of the book are looked at, and how many are listed. */
export const ATTRIBUTE_FLAGS = [
  {
    key: 'by',
    name: 'by',
    type: 'choice',
    argument: 'WHAT',
    choices: ['position', 'underlying', 'expiry', 'tag'],
    default: 'position',
    commands: ['attribute'],
    group: 'Search',
    about: 'what the lines are; tag is a column of the positions file',
  },
  {
    key: 'top',
    name: 'top',
    type: 'whole',
    argument: 'N',
    least: 1,
    commands: ['attribute'],
    group: 'Search',
    about: 'the N lines that cost the most margin; the others become one line',
  },
] as const satisfies readonly Flag[];
