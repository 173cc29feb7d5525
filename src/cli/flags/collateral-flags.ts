import type { Flag } from '../flag.js';

/** What venues ask for, beside the assets file. */
export const COLLATERAL_FLAGS = [
  {
    key: 'require',
    name: 'require',
    type: 'text',
    argument: 'VENUE=AMOUNT',
    repeatable: true,
    commands: ['collateral'],
    group: 'Inputs',
    about: 'what a venue asks for, an amount or a JSON document with a margin; may be repeated',
  },
] as const satisfies readonly Flag[];
