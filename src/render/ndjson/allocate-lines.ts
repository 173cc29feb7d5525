import type { AllocateResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of an allocate document: venue with its positions, move, summary. */
export function allocateLines({ venues, moves, candidates, certificate: _, ...summary }: AllocateResult): NdjsonLine[] {
  return [
    ...venues.flatMap(({ positions, ...venue }) => [
      { type: 'venue', ...venue },
      ...positions.map((line) => ({ type: 'position', venue: venue.name, ...line })),
    ]),
    ...moves.map((move) => ({ type: 'move', ...move })),
    { type: 'summary', ...summary, considered: candidates.considered },
  ];
}
