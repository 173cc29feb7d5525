import type {
  EntryRule,
  FigureRule,
  ListRule,
  Misfit,
  NumberRule,
  TableRule,
  TextRule,
  WordRule,
} from './figure-rule.js';

export const oneOf = (words: readonly string[]): WordRule => ({ shape: 'word', words });

export const text = (longest: number): TextRule => ({ shape: 'text', longest });

/** @param together compares sound entries of type `Entry` with each other */
export function listOf<Entry>(
  of: FigureRule,
  [fewest, most]: readonly [number, number],
  together?: (entries: readonly Entry[]) => Misfit | null,
): ListRule {
  const rule: ListRule = { shape: 'list', of, fewest, most };
  return together === undefined ? rule : { ...rule, together: together as NonNullable<ListRule['together']> };
}

/** @param together compares sound fields of an entry of type `Entry` with each other */
export function entryOf<Entry>(
  fields: { readonly [Name in keyof Entry]: FigureRule },
  together?: (entry: Entry) => Misfit | null,
): EntryRule {
  const rule: EntryRule = { shape: 'entry', fields };
  return together === undefined ? rule : { ...rule, together: together as NonNullable<EntryRule['together']> };
}

export const tableOf = (of: NumberRule): TableRule => ({ shape: 'table', of });
