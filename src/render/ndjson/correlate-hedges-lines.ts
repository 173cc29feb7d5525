import type { CorrelateHedges } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of the offsets of a book: pairs, groups, single instruments, stressed windows; none where none were asked for. */
export function correlateHedgesLines(hedges: CorrelateHedges | null): NdjsonLine[] {
  if (hedges === null) return [];
  const { pairs, groups, hedges: lines, windows, ...terms } = hedges;
  return [
    { type: 'offsets', ...terms },
    ...pairs.map((line) => ({ type: 'offset', ...line })),
    ...groups.map((line) => ({ type: 'group', ...line })),
    ...lines.map((line) => ({ type: 'hedge', ...line })),
    ...windows.map((line) => ({ type: 'window', ...line })),
  ];
}
