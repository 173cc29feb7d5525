import type { CommandName } from './flag.js';
import { MODEL_IDS } from './model-ids.js';

/** One line of the command table: what help, completion and the dispatcher need to know. */
export interface CommandEntry {
  readonly name: CommandName;
  /** The question it answers. */
  readonly summary: string;
  readonly argument: {
    readonly name: string;
    readonly required: boolean;
    readonly about: string;
    /** Values for completion; null completes file names. */
    readonly values: readonly string[] | null;
  };
  /** Name and version of the document it prints; null for a command that prints text. */
  readonly document: string | null;
  /** Command lines with what they do. */
  readonly examples: readonly (readonly [command: string, does: string])[];
}

const POSITIONS = {
  name: 'POSITIONS',
  required: true,
  about: 'the book: instrument, quantity; - is standard input',
  values: null,
} as const;

/** The commands in the order of help. */
export const COMMAND_TABLE: readonly CommandEntry[] = [
  {
    name: 'margin',
    summary: 'what margin does the book need, and why',
    argument: POSITIONS,
    document: 'margo/margin@1',
    examples: [
      ['margo margin positions.csv --market market.csv', 'the margin of a book, its worst scenario, its greeks'],
      ['margo margin positions.csv --market market.csv --json | jq .result.initialMargin', 'the margin alone'],
      [
        'margo margin - --market market.csv --fail-above 2.5e6 < positions.csv',
        'exit 1 when the margin is above 2,500,000',
      ],
    ],
  },
  {
    name: 'optimize',
    summary: 'which trades lower it most inside my limits',
    argument: POSITIONS,
    document: 'margo/optimize@1',
    examples: [
      [
        'margo optimize positions.csv --market market.csv --limits limits.csv',
        'the trades that lower margin most inside my limits',
      ],
      ["margo optimize positions.csv --market market.csv --limit 'vega total 90%..110%'", 'a limit as text'],
      ['margo optimize positions.csv --market market.csv --lots --max-trades 5', 'five whole-lot trades'],
    ],
  },
  {
    name: 'frontier',
    summary: 'how much margin does each extra unit of cost buy',
    argument: POSITIONS,
    document: 'margo/frontier@1',
    examples: [
      ['margo frontier positions.csv --market market.csv', 'the least margin for every cost, and where the knee is'],
      ['margo frontier positions.csv --market market.csv --by trades --points 6', 'with at most 0, 1, ... 6 trades'],
      ['margo frontier positions.csv --market market.csv --format csv', 'the trades of every point'],
    ],
  },
  {
    name: 'whatif',
    summary: 'what would these trades do to it',
    argument: POSITIONS,
    document: 'margo/whatif@1',
    examples: [
      ['margo whatif positions.csv --market market.csv --trades trades.csv', 'margin before and after some trades'],
    ],
  },
  {
    name: 'compare',
    summary: 'the same book under several rule books',
    argument: POSITIONS,
    document: 'margo/compare@1',
    examples: [
      ['margo compare positions.csv --market market.csv', 'under every rule book, the lowest margin first'],
      ['margo compare positions.csv --market market.csv --models scan,deribit-pme,okx-pm', 'under three of them'],
      ['margo compare positions.csv --market market.csv --json | jq -r .result.cheapest', 'the cheapest alone'],
    ],
  },
  {
    name: 'attribute',
    summary: 'which position costs how much margin',
    argument: POSITIONS,
    document: 'margo/attribute@1',
    examples: [
      ['margo attribute positions.csv --market market.csv', 'what each position adds to the margin'],
      ['margo attribute positions.csv --market market.csv --by expiry', 'by expiry; underlying and tag are the others'],
      ['margo attribute positions.csv --market market.csv --top 10 --format csv', 'the ten that cost the most'],
    ],
  },
  {
    name: 'correlate',
    summary: 'which underlyings move together, and how sure is that',
    argument: {
      name: 'PRICES',
      required: false,
      about: 'daily prices, a date and a column per underlying; - is standard input',
      values: null,
    },
    document: 'margo/correlate@1',
    examples: [
      ['margo correlate prices.csv', 'correlations with standard errors, and volatilities'],
      ['margo correlate prices.csv --select', 'by the estimator that foretold later returns best'],
      [
        'margo correlate prices.csv --estimator ledoit-wolf --format csv -o correlations.csv',
        'a file for --correlations',
      ],
      ['margo correlate --matrix correlations.csv --fix BTC/ETH', 'what is wrong with a file, and its repair'],
      [
        'margo correlate prices.csv --hedges positions.csv --market market.csv',
        'what offsets what in a book, and whether it held',
      ],
    ],
  },
  {
    name: 'collateral',
    summary: 'which assets to post where at least cost',
    argument: {
      name: 'ASSETS',
      required: true,
      about: 'assets with haircuts by venue, and what the venues ask for; - is standard input',
      values: null,
    },
    document: 'margo/collateral@1',
    examples: [
      ['margo collateral assets.json', 'every requirement of the file met at least funding cost'],
      [
        'margo collateral assets.csv --require Deribit=1.2e6 --require OKX=margin.json',
        'an amount, and the initial margin of a document',
      ],
    ],
  },
  {
    name: 'reconcile',
    summary: 'does my model agree with the figures the venue reports',
    argument: {
      name: 'CASES',
      required: true,
      about: 'books with what a venue reports of them; - is standard input',
      values: null,
    },
    document: 'margo/reconcile@1',
    examples: [
      ['margo reconcile cases.json', 'ours, theirs and the difference, figure by figure'],
      ['margo reconcile cases.csv --tolerance 0.01', 'exit 1 when a figure is more than a cent off'],
    ],
  },
  {
    name: 'stress',
    summary: 'what do scenarios, the past and time do to it',
    argument: POSITIONS,
    document: 'margo/stress@1',
    examples: [
      [
        'margo stress positions.csv --market market.csv --scenarios-file moves.csv',
        'P&L and margin after moves of mine',
      ],
      [
        'margo stress positions.csv --market market.csv --prices prices.csv --worst 5',
        'the five worst days of the past',
      ],
      ['margo stress positions.csv --market market.csv --what time --until 2026-09-30', 'margin on each day to come'],
    ],
  },
  {
    name: 'verify',
    summary: 'is this document right, and is its bound one',
    argument: {
      name: 'DOCUMENT',
      required: true,
      about: 'a JSON document of a book, a hedge or a stress; - is standard input',
      values: null,
    },
    document: 'margo/verify@1',
    examples: [
      ['margo verify hedge.json', 'every figure again from the inputs; exit 1 when one differs'],
      ['margo verify hedge.json --inputs archive/2026-06-27', 'the inputs from another folder'],
    ],
  },
  {
    name: 'models',
    summary: 'which rule books there are, with their parameters',
    argument: {
      name: 'ID',
      required: false,
      about: 'one model, with its formula; ID@SET: with one set',
      values: MODEL_IDS,
    },
    document: 'margo/models@1',
    examples: [
      ['margo models scan', 'the parameters and the formula of a model'],
      ['margo models pm1@pm1-grvt', 'the same with one of its parameter sets'],
    ],
  },
  {
    name: 'schema',
    summary: 'the JSON Schema of a document or an input',
    argument: { name: 'NAME', required: false, about: 'a schema; without it, their names', values: [] },
    document: null,
    examples: [['margo schema margin', 'the schema of what margo margin --json prints']],
  },
  {
    name: 'completion',
    summary: 'a completion script for your shell',
    argument: {
      name: 'SHELL',
      required: true,
      about: 'bash, zsh or fish',
      values: ['bash', 'zsh', 'fish'],
    },
    document: null,
    examples: [
      ['source <(margo completion bash)', 'in ~/.bashrc'],
      ['margo completion fish > ~/.config/fish/completions/margo.fish', 'once'],
    ],
  },
  {
    name: 'help',
    summary: 'help on a command or a topic',
    argument: { name: 'TOPIC', required: false, about: 'a command, exit-codes or settings', values: [] },
    document: null,
    examples: [['margo help exit-codes', 'what each exit code means']],
  },
];
