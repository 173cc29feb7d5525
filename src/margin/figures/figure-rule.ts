/** What is wrong inside a figure: the place below it, and what is expected there. */
export interface Misfit {
  readonly at: readonly (string | number)[];
  readonly expected: string;
}

interface AnyRule {
  /** What a figure must be beside the other figures of its set (the second argument); null when it is. */
  readonly beside?: (figure: unknown, values: Readonly<Record<string, unknown>>) => Misfit | null;
}

/** A finite number; `expected` finishes the sentence "expected ...". */
export interface NumberRule extends AnyRule {
  readonly shape: 'number';
  readonly expected: string;
  /** Whether only whole numbers will do. */
  readonly whole?: true;
  readonly holds: (figure: number) => boolean;
}

/** One of a closed list of words. */
export interface WordRule extends AnyRule {
  readonly shape: 'word';
  readonly words: readonly string[];
}

/** A name, of a coin or a class. */
export interface TextRule extends AnyRule {
  readonly shape: 'text';
  readonly longest: number;
}

/** Entries of one kind. Overrides replace a list as a whole. */
export interface ListRule extends AnyRule {
  readonly shape: 'list';
  readonly of: FigureRule;
  readonly fewest: number;
  readonly most: number;
  /** What is wrong with sound entries beside each other; null when nothing is. */
  readonly together?: (entries: readonly unknown[]) => Misfit | null;
}

/** Named fields, each of its own kind, none missing. */
export interface EntryRule extends AnyRule {
  readonly shape: 'entry';
  readonly fields: Readonly<Record<string, FigureRule>>;
  /** What is wrong with sound fields beside each other; null when nothing is. */
  readonly together?: (entry: unknown) => Misfit | null;
}

/** A number by name, mostly of underlyings. Overrides are merged name by name. */
export interface TableRule extends AnyRule {
  readonly shape: 'table';
  readonly of: NumberRule;
}

/** What one figure of a model must be. */
export type FigureRule = NumberRule | WordRule | TextRule | ListRule | EntryRule | TableRule;
