import type { Move } from './move.js';
import { type Slot, slotKey } from './move-pairs.js';
import type { VenueRun } from './venue-run.js';

/** What may come to be held of one contract at one venue. */
export interface HoldingBound {
  readonly slot: Slot;
  readonly line: number;
  readonly min: number;
  readonly max: number;
}

interface Member {
  readonly slot: Slot;
  readonly line: number;
  /** Contracts of the first member that one contract of this one is. */
  readonly factor: number;
}

/**
 * Bounds on what moves may leave at a venue: of contracts that stand for one another nobody comes to hold more than all the long
 * positions in them together, nor more short than all the short ones. So moves gather, spread and net, and never build a long
 * position here against a short one there.
 */
export function holdingBounds(moves: readonly Move[], venues: readonly VenueRun[]): HoldingBound[] {
  return families(moves).flatMap((members) => {
    const held = members.map(({ slot, line, factor }) => factor * venues[slot.venue]!.run.quantities[line]!);
    const long = held.reduce((sum, one) => sum + Math.max(0, one), 0);
    const short = held.reduce((sum, one) => sum + Math.min(0, one), 0);
    return members.map(({ slot, line, factor }) => ({ slot, line, min: short / factor, max: long / factor }));
  });
}

/** The contracts that moves join, directly or through others. */
function families(moves: readonly Move[]): Member[][] {
  const next = new Map<string, { readonly slot: Slot; readonly line: number; readonly factor: number }[]>();
  const first = new Map<string, Member>();
  const join = (a: Slot, b: Slot, line: number, factor: number): void => {
    next.set(slotKey(a), [...(next.get(slotKey(a)) ?? []), { slot: b, line, factor }]);
  };
  for (const { pair, fromLine, toLine } of moves) {
    const { from, to, ratio } = pair;
    join(from, to, toLine, 1 / ratio);
    join(to, from, fromLine, ratio);
    if (!first.has(slotKey(from))) first.set(slotKey(from), { slot: from, line: fromLine, factor: 1 });
  }
  const seen = new Set<string>();
  const all: Member[][] = [];
  for (const [key, start] of first) {
    if (seen.has(key)) continue;
    seen.add(key);
    const family = [start];
    for (const member of family) {
      for (const { slot, line, factor } of next.get(slotKey(member.slot)) ?? []) {
        if (seen.has(slotKey(slot))) continue;
        seen.add(slotKey(slot));
        family.push({ slot, line, factor: member.factor * factor });
      }
    }
    all.push(family);
  }
  return all;
}
