import type { SpanCommodityLeg, SpanInterSpread } from '../../domain/index.js';
import {
  entryOf,
  type FigureRule,
  listOf,
  type Misfit,
  numberFrom,
  oneOf,
  text,
  upTo,
  ZERO_OR_ONE,
} from '../figures/index.js';
import type { SpanRange, SpanValues } from './span-values.js';

const NAME = text(40);
const RATE = upTo(10);

const COMMODITY = entryOf<SpanRange>(
  {
    name: NAME,
    members: listOf(NAME, [0, 1000]),
    scanRange: upTo(0.99),
    scanPoints: upTo(1e9),
    volatilityScan: upTo(5),
    interMonthRate: RATE,
    deliveryRate: RATE,
    shortOptionRate: RATE,
  },
  ({ scanRange, scanPoints }) =>
    scanRange > 0 || scanPoints > 0 ? null : { at: ['scanRange'], expected: 'above 0 where scanPoints is 0' },
);

const LEG = entryOf<SpanCommodityLeg>({
  commodity: NAME,
  ratio: numberFrom(1e-6, 1e6),
  side: oneOf(['A', 'B']),
  creditRate: upTo(1),
});

const INTER_SPREAD = entryOf<SpanInterSpread>({
  name: NAME,
  method: oneOf(['delta', 'scanning']),
  legs: listOf<SpanCommodityLeg>(LEG, [2, 20]),
});

/** What the figures of `span` must be. */
export const SPAN_FIGURE_RULES: Readonly<Record<keyof SpanValues, FigureRule>> = {
  commodities: listOf<SpanRange>(COMMODITY, [1, 1000], eachOnceAndTheRest),
  interSpreads: listOf<SpanInterSpread>(INTER_SPREAD, [0, 1000]),
  extremeMultiple: numberFrom(1, 10),
  extremeCover: upTo(1),
  lookAheadDays: upTo(30),
  deliveryDays: upTo(365),
  initialRatio: numberFrom(1, 10),
  wholeSpreads: ZERO_OR_ONE,
  sharesOptionValue: ZERO_OR_ONE,
};

/** Names of their own, no underlying twice, and one entry for those that no other has. */
function eachOnceAndTheRest(entries: readonly SpanRange[]): Misfit | null {
  const names = new Set<string>();
  const members = new Set<string>();
  for (const [k, entry] of entries.entries()) {
    if (names.has(entry.name)) return { at: [k, 'name'], expected: 'another name than the entries before it' };
    names.add(entry.name);
    if (entry.name === '*' && entry.members.length > 0)
      return { at: [k, 'members'], expected: 'no members: * is the rest' };
    for (const [m, member] of entry.members.entries()) {
      if (members.has(member)) return { at: [k, 'members', m], expected: 'an underlying of no other entry' };
      members.add(member);
    }
  }
  return names.has('*') ? null : { at: [], expected: 'an entry * for every other underlying' };
}
