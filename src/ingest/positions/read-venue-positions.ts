import type { Book, Instrument, Io } from '../../domain/index.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import { nearestName } from '../nearest-name.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import { NetBook } from './net-book.js';
import { POSITIONS_LAYOUT, PositionRows, VENUE_COLUMN } from './position-rows.js';

/** Contracts that the market of a venue has described, by name. */
export type VenueMarkets = ReadonlyMap<string, ReadonlyMap<string, Instrument>>;

/**
 * Reads a positions file whose rows stand at several venues, each into a book of its own; case does not count in a venue's name.
 * A row of no venue, or of one that is not among them, is complained about.
 *
 * @param venues what each venue's market describes
 */
export function readVenuePositions(
  path: string,
  io: Io,
  venues: VenueMarkets,
): Promise<Ingested<ReadonlyMap<string, Book>>> {
  return ingest('positions', path, io, (issues) => {
    const books = new Map(
      [...venues].map(([name, known]) => {
        const net = new NetBook(issues);
        return [name.toLowerCase(), { name, net, rows: new PositionRows(issues, net, null, known) }];
      }),
    );
    const take = (row: Row): void => {
      const written = row.text(VENUE_COLUMN);
      const book = books.get(written.toLowerCase());
      if (book === undefined) complain(row, written, [...venues.keys()], issues);
      else book.rows.take(row);
    };
    return {
      read: async (source) => {
        await readTable(source, POSITIONS_LAYOUT, issues, take);
      },
      result: () => new Map([...books.values()].map(({ name, net }) => [name, net.book()])),
    };
  });
}

function complain(row: Row, written: string, known: readonly string[], issues: IssueList): void {
  const near = nearestName(written, known);
  issues.add('ALC_UNKNOWN_VENUE', {
    at: row.at(VENUE_COLUMN),
    field: 'venue',
    value: written === '' ? null : written,
    expected: known.join(', '),
    hint: near === null ? null : `did you mean ${near}?`,
  });
}
