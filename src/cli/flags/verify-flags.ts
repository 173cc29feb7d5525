import type { Flag } from '../flag.js';

/** Where the inputs of a document are, if not where its manifest says. */
export const VERIFY_FLAGS = [
  {
    key: 'inputs',
    name: 'inputs',
    type: 'file',
    argument: 'DIR',
    commands: ['verify'],
    group: 'Inputs',
    about: 'folder in which the inputs are now, by the names they have in the manifest',
    from: 'argv',
    role: 'output',
  },
  {
    key: 'input',
    name: 'input',
    type: 'text',
    argument: 'ROLE=FILE',
    repeatable: true,
    commands: ['verify'],
    group: 'Inputs',
    about: 'one input elsewhere, market=today.csv; may be repeated',
    from: 'argv',
    role: 'output',
  },
] as const satisfies readonly Flag[];
