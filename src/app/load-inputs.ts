import type {
  Account,
  Book,
  CorrelationMatrix,
  Io,
  Issue,
  Limit,
  Market,
  PriceHistory,
  SpanFile,
} from '../domain/index.js';
import { makeIssue } from '../domain/index.js';
import {
  type Ingested,
  type Input,
  parseKeepText,
  parseLimitText,
  readAccount,
  readCorrelations,
  readDividends,
  readJsonObject,
  readLimits,
  readMarket,
  readPositions,
  readPrices,
  readSpanFile,
  type Source,
} from '../ingest/index.js';
import type { TradeRows } from '../margin/index.js';
import type { CommonRequest } from './request.js';
import { tradesInputs } from './simm/trades-inputs.js';
import { withDividends } from './with-dividends.js';

type InputKey = 'market' | 'correlations' | 'prices' | 'account';

/** A request whose inputs may stand inside a document in place of files of their own. */
export type InputRequest = Omit<CommonRequest, 'positions' | InputKey> & { readonly positions: Input } & {
  readonly [K in InputKey]: Input | null;
};

/** How a market is read; a run over many books remembers what it has read. */
export type MarketReader = typeof readMarket;

/** Everything a run reads, as values. */
export interface Inputs {
  readonly book: Book;
  readonly market: Market;
  readonly correlations: CorrelationMatrix | null;
  readonly prices: PriceHistory | null;
  readonly account: Account | null;
  /** What a clearing house publishes for SPAN; null or absent where margo works it out. */
  readonly span?: SpanFile | null;
  readonly limits: readonly Limit[];
  /** Trades with their sensitivities, where the model margins these. */
  readonly trades?: TradeRows;
  /** The parameter file's contents; empty without one. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface LoadedInputs {
  readonly inputs: Inputs;
  readonly issues: Issue[];
  readonly sources: Source[];
}

const NO_MARKET: Market = { timestamp: null, quotes: new Map() };

/** Reads every file of a request, collecting all issues of all of them; what is good is there even when some are bad. */
export async function loadInputs(
  request: InputRequest,
  io: Io,
  marketReader: MarketReader = readMarket,
): Promise<LoadedInputs> {
  const issues: Issue[] = [];
  const sources: Source[] = [];
  const take = <T>(ingested: Ingested<T>): T => {
    issues.push(...ingested.issues);
    sources.push(ingested.source);
    return ingested.value;
  };
  const optional = async <P extends Input, T>(
    path: P | null,
    read: (path: P) => Promise<Ingested<T>>,
  ): Promise<T | null> => (path === null ? null : take(await read(path)));

  const { venue } = request;
  const market = await optional(request.market, (path) => marketReader(path, io, { venue }));
  const known = new Map([...(market?.quotes ?? [])].map(([name, quote]) => [name, quote.instrument]));
  const trades = await tradesInputs(request, io, take);
  if (market === null && trades === null) issues.push(makeIssue('CFG_NO_MARKET'));
  const book = trades?.book ?? take(await readPositions(request.positions, io, { venue, known }));
  const dividends = await optional(request.dividends ?? null, (path) => {
    const instruments = [...known.values(), ...book.positions.map(({ instrument }) => instrument)];
    return readDividends(path, io, { underlyings: new Set(instruments.map(({ underlying }) => underlying)) });
  });
  const correlations = await optional(request.correlations, (path) => readCorrelations(path, io));
  const prices = await optional(request.prices, (path) => readPrices(path, io));
  const span = await optional(request.span ?? null, (path) => readSpanFile(path, io));
  const account = await optional(request.account, (path) => readAccount(path, io));
  const fileLimits = await optional(request.limits, (path) => readLimits(path, io));
  const parameters = await optional(request.parameters, (path) => readJsonObject(path, io, 'parameters'));
  const textLimits = request.limitTexts.map((text, i) => parseLimitText(text, i + 1));
  for (const parsed of textLimits) issues.push(...parsed.issues);
  const held = [...new Set(book.positions.map(({ instrument }) => instrument.underlying))].sort();
  const kept = request.keepTexts.map((text, i) => parseKeepText(text, i + 1, held));
  for (const parsed of kept) issues.push(...parsed.issues);
  const limits = [
    ...(fileLimits ?? []),
    ...textLimits.map(({ value }) => value).filter((limit) => limit !== null),
    ...kept.flatMap(({ value }) => value),
  ];
  return {
    inputs: {
      book,
      market: trades?.marketWith(market) ?? withDividends(market ?? NO_MARKET, dividends),
      ...(trades === null ? {} : { trades: trades.rows }),
      correlations,
      prices,
      account,
      span,
      limits,
      parameters: parameters ?? {},
    },
    issues,
    sources,
  };
}
