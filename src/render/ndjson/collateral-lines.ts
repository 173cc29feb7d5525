import type { CollateralResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a collateral document: posting, venue, asset, summary. */
export function collateralLines({ postings, venues, assets, ...summary }: CollateralResult): NdjsonLine[] {
  return [
    ...postings.map((line) => ({ type: 'posting', ...line })),
    ...venues.map((line) => ({ type: 'venue', ...line })),
    ...assets.map((line) => ({ type: 'asset', ...line })),
    { type: 'summary', ...summary },
  ];
}
