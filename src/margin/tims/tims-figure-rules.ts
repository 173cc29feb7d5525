import type { Misfit } from '../figures/figure-rule.js';
import {
  entryOf,
  type FigureRule,
  listOf,
  numberFrom,
  oneOf,
  tableOf,
  text,
  upTo,
  wholeFrom,
} from '../figures/index.js';
import { type ClassGroup, type OffsetGroup, PRODUCT_TYPES, type TimsValues } from './tims-values.js';

const NAME = text(40);
const MEMBERS = listOf(NAME, [1, 1000]);
const RANGE = numberFrom(0.001, 0.99);

const OFFSET_GROUP = entryOf<OffsetGroup>({ name: NAME, offset: upTo(1), members: MEMBERS });

/** What the figures of `tims` must be. A member of two groups would be netted twice. */
export const TIMS_FIGURE_RULES: Readonly<Record<keyof TimsValues, FigureRule>> = {
  pointsPerSide: wholeFrom(1, 50),
  highCapDown: RANGE,
  highCapUp: RANGE,
  broadDown: RANGE,
  broadUp: RANGE,
  equityDown: RANGE,
  equityUp: RANGE,
  houseRanges: tableOf(RANGE),
  minimumPerUnit: upTo(100),
  classGroups: listOf<ClassGroup>(
    entryOf<ClassGroup>({ name: NAME, productType: oneOf(PRODUCT_TYPES), members: MEMBERS }),
    [0, 1000],
    eachOnce,
  ),
  productGroups: listOf<OffsetGroup>(OFFSET_GROUP, [0, 1000], eachOnce),
  portfolioGroups: listOf<OffsetGroup>(OFFSET_GROUP, [0, 1000], eachOnce),
  concentrationMove: upTo(0.99),
  strategyStockRate: upTo(10),
  strategyEquityRate: upTo(10),
  strategyIndexRate: upTo(10),
  strategyFloorRate: upTo(10),
};

/** Groups with names of their own, and no member in two of them (nor twice in one). */
function eachOnce(groups: readonly { readonly name: string; readonly members: readonly string[] }[]): Misfit | null {
  const names = new Set<string>();
  const members = new Set<string>();
  for (const [g, group] of groups.entries()) {
    if (names.has(group.name)) return { at: [g, 'name'], expected: 'another name than the groups before it' };
    names.add(group.name);
    for (const [m, member] of group.members.entries()) {
      if (members.has(member)) return { at: [g, 'members', m], expected: 'a member of no other group' };
      members.add(member);
    }
  }
  return null;
}
