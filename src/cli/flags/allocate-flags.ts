import type { Flag } from '../flag.js';

/** Positions that can live at more than one venue. */
export const ALLOCATE_FLAGS = [
  {
    key: 'allocate',
    name: 'allocate',
    type: 'file',
    argument: 'FILE',
    commands: ['optimize'],
    group: 'Search',
    about: 'venues to move positions between, so that their margins together are least; trades nothing else',
    role: 'input',
  },
] as const satisfies readonly Flag[];
