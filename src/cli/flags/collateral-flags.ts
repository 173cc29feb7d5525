import type { Flag } from '../flag.js';

/** What venues ask for, beside the assets file; and that file where a hedge is searched with it. */
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
  {
    key: 'collateralFile',
    name: 'collateral',
    type: 'file',
    argument: 'FILE',
    commands: ['optimize'],
    group: 'Inputs',
    about: 'assets to post: margin costs what the cheapest of them cost over the horizon',
    role: 'input',
  },
  {
    key: 'collateralVenue',
    name: 'collateral-venue',
    type: 'text',
    argument: 'NAME',
    commands: ['optimize'],
    group: 'Search',
    about: 'with --collateral: which of its venues the book is at; the only one by default',
  },
] as const satisfies readonly Flag[];
