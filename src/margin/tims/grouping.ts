import type { ClassGroup, OffsetGroup, ProductType, TimsValues } from './tims-values.js';

/** A class group of a book: its range either way as fractions of the price, both positive. */
export interface TimsClass {
  readonly name: string;
  readonly productType: ProductType;
  readonly down: number;
  readonly up: number;
}

/** A product group of a book, with the class groups of it that the book has. */
export interface TimsProduct {
  readonly name: string;
  readonly offset: number;
  readonly classes: readonly TimsClass[];
}

/** A portfolio group of a book: what no other offsets. */
export interface TimsPortfolio {
  readonly name: string;
  readonly offset: number;
  readonly products: readonly TimsProduct[];
}

/** The class group of an underlying: that of the table, else a class of its own, margined as equity. */
export function classOf(underlying: string, values: TimsValues): TimsClass {
  const listed = values.classGroups.find(({ members }) => members.includes(underlying));
  return ranged(listed ?? { name: underlying, productType: 'equity', members: [underlying] }, values);
}

function ranged({ name, productType }: ClassGroup, values: TimsValues): TimsClass {
  const house = Object.hasOwn(values.houseRanges, name) ? values.houseRanges[name] : undefined;
  if (house !== undefined) return { name, productType, down: house, up: house };
  switch (productType) {
    case 'high-cap index':
      return { name, productType, down: values.highCapDown, up: values.highCapUp };
    case 'broad index':
      return { name, productType, down: values.broadDown, up: values.broadUp };
    case 'equity':
      return { name, productType, down: values.equityDown, up: values.equityUp };
  }
}

/** The portfolio groups of some underlyings, by name; a class or product group of no list is a group by itself. */
export function grouping(underlyings: readonly string[], values: TimsValues): TimsPortfolio[] {
  const classes = new Map(underlyings.map((underlying) => classOf(underlying, values)).map((one) => [one.name, one]));
  const products = gathered([...classes.values()], values.productGroups).map(({ name, offset, members }) => ({
    name,
    offset,
    classes: members,
  }));
  return gathered(products, values.portfolioGroups).map(({ name, offset, members }) => ({
    name,
    offset,
    products: members,
  }));
}

function gathered<Member extends { readonly name: string }>(
  members: readonly Member[],
  groups: readonly OffsetGroup[],
): { readonly name: string; readonly offset: number; readonly members: readonly Member[] }[] {
  const found = new Map<string, { offset: number; members: Member[] }>();
  for (const member of members) {
    const group = groups.find((one) => one.members.includes(member.name));
    // The prefix keeps the name of a lone member apart from a group's.
    const key = group === undefined ? `alone ${member.name}` : `group ${group.name}`;
    const gathering = found.get(key) ?? { offset: group?.offset ?? 1, members: [] };
    gathering.members.push(member);
    found.set(key, gathering);
  }
  return [...found]
    .map(([key, { offset, members: own }]) => ({ name: key.slice(key.indexOf(' ') + 1), offset, members: own }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
