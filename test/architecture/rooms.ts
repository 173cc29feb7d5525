/** Which rooms a room may import from, and why no others. `types` may be imported as types only. */
export interface RoomRule {
  readonly may: readonly string[];
  readonly types?: readonly string[];
  readonly because: string;
}

/** The arrows of the house. A room that is not listed may not exist. Every room may import itself. */
export const ROOM_RULES: Readonly<Record<string, RoomRule>> = {
  domain: { may: [], because: 'the words of the trade depend on nothing' },
  math: { may: [], because: 'numbers know no finance' },
  pricing: {
    may: ['math', 'domain'],
    because: 'a price is a number made from numbers; it knows no scenario and no book',
  },
  correlation: {
    may: ['math', 'domain'],
    because: 'a correlation matrix can be checked and repaired without a market',
  },
  scenario: {
    may: ['pricing', 'correlation', 'math', 'domain'],
    because: 'payoffs depend on the market, not on the account or the rule book',
  },
  formula: {
    may: ['math', 'domain'],
    because: 'the six nodes know neither the models that are built of them nor the optimizer',
  },
  margin: {
    may: ['formula', 'scenario', 'pricing', 'math', 'domain'],
    because: 'a rule book is a formula over scenarios, priced as its venue prices, and knows no optimizer',
  },
  optimizer: {
    may: ['margin', 'formula', 'math', 'domain'],
    types: ['scenario'],
    because: 'it sees formulas and payoff columns, never a single model and never how a payoff was priced',
  },
  ingest: { may: ['domain', 'math'], because: 'reading is testable alone: it prices nothing' },
  schema: { may: ['domain', 'math'], because: 'a document is described without what makes or prints it' },
  render: { may: ['schema', 'domain', 'math'], because: 'it reads documents and computes nothing' },
  app: {
    may: ['ingest', 'optimizer', 'margin', 'scenario', 'formula', 'pricing', 'correlation', 'schema', 'math', 'domain'],
    because: 'use cases build documents and never print, so they know neither cli nor render',
  },
  cli: {
    may: ['app', 'render', 'ingest', 'schema', 'domain', 'math'],
    because: 'it joins app and render; the models are reached through app. From ingest: the configuration only',
  },
};

/** `src/index.ts`, the library's public face, exposes every room but the command line. */
export const LIBRARY_MAY: readonly string[] = Object.keys(ROOM_RULES).filter((room) => room !== 'cli');

/** `src/ingest/naming/osi.ts` -> `ingest`; null for a file outside all rooms. */
export function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}
