import {
  type Book,
  type Io,
  type Issue,
  type Market,
  makeIssue,
  type Venue,
  type VenuesFile,
} from '../../domain/index.js';
import {
  type Ingested,
  KNOWN_VENUES,
  readCorrelations,
  readDividends,
  readMarket,
  readPositions,
  readPrices,
  readVenuePositions,
  readVenues,
  type Source,
} from '../../ingest/index.js';
import type { Inputs } from '../load-inputs.js';
import type { AllocateRequest } from '../request.js';
import { withDividends } from '../with-dividends.js';

/** A venue with what was read for it. */
export interface VenueInputs {
  readonly venue: Venue;
  readonly inputs: Inputs;
}

export interface LoadedVenues {
  readonly file: VenuesFile;
  readonly venues: readonly VenueInputs[];
  readonly issues: readonly Issue[];
  readonly sources: readonly Source[];
}

const NO_MARKET: Market = { timestamp: null, quotes: new Map() };
const NO_BOOK: Book = { positions: [] };

/** Reads the venues, each one's market and its positions: from a file of its own, else its rows of the run's. */
export async function loadVenues(request: AllocateRequest, io: Io): Promise<LoadedVenues> {
  const issues: Issue[] = [];
  const sources: Source[] = [];
  const take = <T>({ value, issues: told, source }: Ingested<T>, role = source.role): T => {
    issues.push(...told);
    sources.push({ ...source, role });
    return value;
  };
  const read = await readVenues(request.allocate, io);
  const file = take(read);
  sources.push(...read.further);
  if (file.venues.length === 1 || (file.venues.length === 0 && read.issues.length === 0)) {
    issues.push(makeIssue('ALC_ONE_VENUE', { subject: request.allocate, field: 'venues' }));
  }
  const correlations = request.correlations === null ? null : take(await readCorrelations(request.correlations, io));
  const prices = request.prices === null ? null : take(await readPrices(request.prices, io));
  const { dividends: ahead = null } = request;
  const dividends = ahead === null ? null : take(await readDividends(ahead, io));

  const markets = new Map<string, Market>();
  for (const venue of file.venues) {
    const path = venue.market ?? request.market;
    if (path === null) issues.push(makeIssue('CFG_NO_MARKET', { at: venue.origin, subject: venue.name }));
    const naming = namingOf(venue, request);
    const market =
      path === null ? NO_MARKET : take(await readMarket(path, io, { venue: naming }), `market of ${venue.name}`);
    markets.set(venue.name, withDividends(market, dividends));
  }
  const shared = file.venues.filter(({ positions }) => positions === null);
  const known = (name: string) =>
    new Map([...markets.get(name)!.quotes].map(([instrument, quote]) => [instrument, quote.instrument]));
  const books = new Map(
    file.venues.length === 0
      ? []
      : take(await readVenuePositions(request.positions, io, new Map(shared.map(({ name }) => [name, known(name)])))),
  );
  for (const venue of file.venues) {
    const { name, positions } = venue;
    if (positions === null) continue;
    const options = { venue: namingOf(venue, request), known: known(name) };
    books.set(name, take(await readPositions(positions, io, options), `positions of ${name}`));
  }
  const venues = file.venues.map((venue) => ({
    venue,
    inputs: {
      book: books.get(venue.name) ?? NO_BOOK,
      market: markets.get(venue.name)!,
      correlations,
      prices,
      account: null,
      limits: [],
      parameters: {},
    },
  }));
  return { file, venues, issues, sources };
}

/** Whose naming rules hold at a venue. */
function namingOf({ name }: Venue, request: AllocateRequest): string | null {
  return KNOWN_VENUES.find((known) => known === name.toLowerCase()) ?? request.venue;
}
