import type { OffsetGroup } from '../../../schema/correlate/correlate-hedges.js';
import type { MaskedMargins } from './masked-margins.js';

/** With so many underlyings every group is looked at; with more, groups are grown from the best pairs. */
const ALL_GROUPS_UPTO = 8;
const MOST_SEEDS = 10;
const MOST_GROUPS = 10;
/** A member that adds less than this part of the margins apart adds nothing. */
const NOTHING = 1e-6;

/** Three underlyings and more in which each one adds to what the group saves, the largest saving first. */
export function offsetGroups(margins: MaskedMargins): readonly OffsetGroup[] {
  const { underlyings } = margins;
  const groups = underlyings.length <= ALL_GROUPS_UPTO ? allGroups(underlyings) : grownGroups(margins);
  return groups
    .map((names) => groupLine(names, margins))
    .filter(({ leastAdded, apart }) => leastAdded > NOTHING * apart)
    .sort((a, b) => b.offset - a.offset)
    .slice(0, MOST_GROUPS);
}

function groupLine(names: readonly string[], margins: MaskedMargins): OffsetGroup {
  const [apart, together] = [margins.apart(names), margins.of(names)];
  const offset = apart - together;
  let [leastMember, leastAdded] = ['', Number.POSITIVE_INFINITY];
  for (const name of names) {
    const added = offset - margins.offset(names.filter((other) => other !== name));
    if (added < leastAdded) [leastMember, leastAdded] = [name, added];
  }
  return { names: [...names], apart, together, offset, leastMember, leastAdded };
}

function allGroups(names: readonly string[]): readonly (readonly string[])[] {
  const subsets = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, i) => (bits >> i) % 2 === 1));
  return subsets.filter(({ length }) => length >= 3);
}

function grownGroups(margins: MaskedMargins): readonly (readonly string[])[] {
  const { underlyings } = margins;
  const seeds = underlyings
    .flatMap((a, i) => underlyings.slice(i + 1).map((b) => [a, b]))
    .sort((one, other) => margins.offset(other) - margins.offset(one))
    .slice(0, MOST_SEEDS);
  const found = new Map<string, readonly string[]>();
  for (const seed of seeds) {
    let group = seed;
    for (;;) {
      const next = bestWith(group, margins);
      if (next === null) break;
      group = next;
      found.set(JSON.stringify(group), group);
    }
  }
  return [...found.values()];
}

/** The group with the member that adds most; null where none adds. */
function bestWith(group: readonly string[], margins: MaskedMargins): string[] | null {
  const present = margins.offset(group);
  let best: { readonly names: string[]; readonly added: number } | null = null;
  for (const name of margins.underlyings) {
    if (group.includes(name)) continue;
    const names = [...group, name].sort();
    const added = margins.offset(names) - present;
    if (added > NOTHING * margins.apart(names) && added > (best?.added ?? 0)) best = { names, added };
  }
  return best?.names ?? null;
}
