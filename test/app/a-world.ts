import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { NO_FILTERS } from '../../src/app/candidate-filters.js';
import type {
  CommonRequest,
  CompareRequest,
  MarginRequest,
  OptimizeRequest,
  WhatIfRequest,
} from '../../src/app/request.js';
import type { Io } from '../../src/domain/index.js';

export const ROOT = join(import.meta.dirname, '../..');

/** A world with a fixed clock, whose standard streams go nowhere. Paths are taken from the repository's root. */
export function anIo(changes: Partial<Io> = {}): Io {
  return {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    env: {},
    cwd: ROOT,
    now: () => Date.UTC(2026, 10, 22, 12),
    elapsed: () => 0,
    signal: new AbortController().signal,
    ...changes,
  };
}

export const FIXTURES = ['btc-short-strangle', 'es-and-etfs', 'btc-eth-pair'] as const;
export type Fixture = (typeof FIXTURES)[number];

const FILES = ['positions', 'market', 'correlations', 'prices', 'limits', 'account'] as const;

/** What a command asks on a folder of inputs: every file that is there under its usual name, everything else by default. */
function common(folder: string): CommonRequest {
  const file = (name: string): string | null =>
    ['csv', 'json'].map((end) => `${folder}/${name}.${end}`).find((path) => existsSync(join(ROOT, path))) ?? null;
  const files = Object.fromEntries(FILES.map((name) => [name, file(name)]));
  return {
    ...(files as Pick<CommonRequest, Exclude<(typeof FILES)[number], 'positions'>>),
    positions: files.positions ?? `${folder}/positions.csv`,
    limitTexts: [],
    keepTexts: [],
    model: 'scan',
    parameters: null,
    parameterOverrides: {},
    asOf: null,
    currency: 'USD',
    noRepair: false,
    venue: null,
    seed: 0,
    optionsInEffect: {},
  };
}

export function aMarginRequest(folder: string, changes: Partial<MarginRequest> = {}): MarginRequest {
  return { ...common(folder), failAbove: null, ...changes };
}

/** The best quotes, at the fees of the market file. */
const NO_DEPTH = { depth: null, fees: null, maker: false } as const;

export function anOptimizeRequest(folder: string, changes: Partial<OptimizeRequest> = {}): OptimizeRequest {
  return {
    ...common(folder),
    ...NO_DEPTH,
    candidates: null,
    filters: NO_FILTERS,
    capitalCost: null,
    horizonDays: 7,
    horizonRule: 'now',
    minDays: null,
    maxTrades: null,
    maxPerExpiry: null,
    minTicket: null,
    minTicketNotional: null,
    allOrNone: false,
    lots: false,
    solver: 'highs',
    timeLimit: null,
    relativeGap: 1e-4,
    requireImprovement: false,
    explain: false,
    secondAim: null,
    robust: null,
    robustFiles: {},
    ...changes,
  };
}

export function aCompareRequest(folder: string, changes: Partial<CompareRequest> = {}): CompareRequest {
  return { ...common(folder), model: '', models: [], failAbove: null, ...changes };
}

export function aWhatIfRequest(folder: string, changes: Partial<WhatIfRequest> = {}): WhatIfRequest {
  return {
    ...common(folder),
    trades: `${folder}/trades.csv`,
    horizonDays: 7,
    horizonRule: 'now',
    ...NO_DEPTH,
    ...changes,
  };
}

/** The result of a run that must not be refused. */
export function resultOf<R>(document: { readonly result: R | null; readonly issues: readonly unknown[] }): R {
  if (document.result === null) throw new Error(`the run was refused: ${JSON.stringify(document.issues)}`);
  return document.result;
}
