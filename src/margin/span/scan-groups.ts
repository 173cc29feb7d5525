import type { SpanInterSpread } from '../../domain/index.js';
import { constant, type Formula, max, scale, sum } from '../../formula/index.js';
import { SCENARIOS } from './scan-scenarios.js';
import type { CommodityBook } from './span-charges.js';

/** A commodity of a group with the part of its gains that counts there. */
export interface GroupMember {
  readonly book: CommodityBook;
  readonly gainShare: number;
}

/** Commodities that are scanned together; most often one alone. */
export interface ScanGroup {
  readonly name: string;
  readonly members: readonly GroupMember[];
}

/** The commodities by scanning-based spreads, in priority order; a commodity is of the first group that has it. */
export function scanGroups(books: readonly CommodityBook[], interSpreads: readonly SpanInterSpread[]): ScanGroup[] {
  const open = new Map(books.map((book) => [book.lines.name, book]));
  const groups: ScanGroup[] = [];
  for (const { method, legs } of interSpreads) {
    const members = method === 'scanning' ? legs.filter(({ commodity }) => open.has(commodity)) : [];
    if (members.length < 2) continue;
    groups.push({
      name: members.map(({ commodity }) => commodity).join(' + '),
      members: members.map(({ commodity, creditRate }) => ({ book: open.get(commodity)!, gainShare: creditRate })),
    });
    for (const { commodity } of members) open.delete(commodity);
  }
  const alone = [...open.values()].map((book) => ({ name: book.lines.name, members: [{ book, gainShare: 1 }] }));
  return [...groups, ...alone].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The scan risk of a group, in the reporting currency: the worst of sixteen scenarios, at least 0. Where several are
 * scanned together, each scenario has their losses in full and a part of their gains.
 *
 * SOURCE: CME SPAN, scanning-based spreads (method S).
 */
export function groupScan({ members }: ScanGroup, scenarioNames: readonly string[]): Formula {
  const scenarios = Array.from({ length: SCENARIOS }, (_, j): Formula => {
    const name = scenarioNames[j]!;
    const parts = members.map(({ book: { lines, rate }, gainShare }): Formula => {
      const loss = lines.loss(j, members.length === 1 ? name : lines.name);
      const counted = gainShare === 1 ? loss : max(lines.name, [loss, scale('part of the gain', gainShare, loss)]);
      return rate === 1 ? counted : scale(counted.name, rate, counted);
    });
    return parts.length === 1 ? parts[0]! : sum(name, parts);
  });
  return max('scan risk', [...scenarios, constant('nothing', 0)]);
}
