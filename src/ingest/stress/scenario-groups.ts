import type { StressCombine } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { SCENARIO_SLOT as SLOT } from './scenario-columns.js';
import type { ScenarioGroup } from './scenario-group.js';
import type { ScenarioRow } from './scenario-row.js';

type Growing = {
  -readonly [K in keyof ScenarioGroup]: ScenarioGroup[K] extends readonly (infer T)[] ? T[] : ScenarioGroup[K];
};

/** Rows gathered by the name of their scenario, in the order of the file. */
export class ScenarioGroups {
  readonly #byName = new Map<string, Growing>();

  take({ name, combine, alone, move, list }: ScenarioRow, fields: FieldReader): void {
    const group = this.#byName.get(name);
    if (group !== undefined && combine !== null && combine !== group.combine) {
      fields.complain('STR_COMBINE_DIFFERS', SLOT.combine, { subject: name });
      return;
    }
    const grown = group ?? this.#begun(name, combine ?? 'product', fields);
    if (alone === false) grown.alone = false;
    if (move !== null) grown.moves.push(move);
    if (list !== null) grown.lists.push(list);
  }

  all(): readonly ScenarioGroup[] {
    return [...this.#byName.values()];
  }

  #begun(name: string, combine: StressCombine, fields: FieldReader): Growing {
    const group: Growing = { name, combine, alone: true, moves: [], lists: [], origin: fields.start() };
    this.#byName.set(name, group);
    return group;
  }
}
