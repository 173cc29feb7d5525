import type { StressMove, StressScenario } from '../../domain/index.js';
import type { IssueList } from '../issue-list.js';
import { nearestName } from '../nearest-name.js';
import type { ScenarioGroup } from './scenario-group.js';

/** More states of a book than anybody reads. */
const MOST = 10_000;

interface Expanded {
  /** Names of the members taken, none where there are no lists of several. */
  readonly picked: readonly string[];
  readonly moves: readonly StressMove[];
}

/**
 * The scenarios that are run: those with lists once for each way to take one member of every list, `NAME: a, b`; the moves of
 * the members are joined by the rule of the scenario that names them. Unknown members and circles are complained of.
 */
export function expandScenarios(groups: readonly ScenarioGroup[], issues: IssueList): readonly StressScenario[] {
  const expansion = new Expansion(groups, issues);
  const scenarios: StressScenario[] = [];
  for (const group of groups) {
    const expanded = expansion.of(group, []);
    if (!group.alone || expanded === null) continue;
    if (scenarios.length + expanded.length > MOST) {
      issues.add('STR_TOO_MANY', { at: group.origin, subject: group.name, detail: String(expanded.length) });
      break;
    }
    for (const { picked, moves } of expanded) {
      const name = picked.length === 0 ? group.name : `${group.name}: ${picked.join(', ')}`;
      scenarios.push({ name, combine: group.combine, moves });
    }
  }
  const [first] = groups;
  if (first !== undefined && groups.every(({ alone }) => !alone)) issues.add('STR_NONE_ALONE', { at: first.origin });
  return scenarios;
}

class Expansion {
  readonly #groups: ReadonlyMap<string, ScenarioGroup>;
  readonly #issues: IssueList;
  readonly #known = new Map<string, readonly Expanded[] | null>();

  constructor(groups: readonly ScenarioGroup[], issues: IssueList) {
    this.#groups = new Map(groups.map((group) => [group.name, group]));
    this.#issues = issues;
  }

  /** Every way to take one member of each list; null after a complaint, or where a member has none. */
  of(group: ScenarioGroup, above: readonly string[]): readonly Expanded[] | null {
    const known = this.#known.get(group.name);
    if (known !== undefined) return known;
    const path = [...above, group.name];
    if (above.includes(group.name)) {
      this.#issues.add('STR_CIRCLE', { at: group.origin, subject: group.name, detail: path.join(' > ') });
      return null;
    }
    const made = this.#crossed(group, path);
    this.#known.set(group.name, made);
    return made;
  }

  #crossed(group: ScenarioGroup, path: readonly string[]): readonly Expanded[] | null {
    let ways: readonly Expanded[] | null = [{ picked: [], moves: group.moves }];
    for (const { names, origin } of group.lists) {
      const members = names.map((name) => this.#member(name, group, origin, path));
      if (ways === null || members.some((member) => member === null)) {
        ways = null;
        continue;
      }
      const options = members.flatMap((member) => member ?? []);
      const count = ways.length * options.length;
      if (count > MOST) {
        this.#issues.add('STR_TOO_MANY', { at: origin, subject: group.name, detail: String(count) });
        return null;
      }
      const choice = options.length > 1;
      ways = ways.flatMap(({ picked, moves }) =>
        options.map((option) => ({
          picked: choice ? [...picked, option.name] : picked,
          moves: [...moves, ...option.moves],
        })),
      );
    }
    return ways;
  }

  #member(
    name: string,
    group: ScenarioGroup,
    at: ScenarioGroup['origin'],
    path: readonly string[],
  ): readonly { readonly name: string; readonly moves: readonly StressMove[] }[] | null {
    const member = this.#groups.get(name);
    if (member === undefined) {
      const near = nearestName(name, [...this.#groups.keys()]);
      const hint = near === null ? {} : { hint: `did you mean ${near}?` };
      this.#issues.add('STR_UNKNOWN_SCENARIO', { at, subject: group.name, field: 'of', value: name, ...hint });
      return null;
    }
    const ways = this.of(member, path);
    return (
      ways?.map(({ picked, moves }) => ({
        name: picked.length === 0 ? name : `${name} (${picked.join(', ')})`,
        moves,
      })) ?? null
    );
  }
}
