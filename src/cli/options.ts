import type { CommandName } from './flag.js';
import type { FLAG_TABLE } from './flag-table.js';

type TableFlag = (typeof FLAG_TABLE)[number];

type FlagOf<C extends CommandName> = TableFlag extends infer F
  ? F extends { readonly commands: readonly (infer N)[] }
    ? C extends N
      ? F
      : never
    : never
  : never;

type Scalar<F> = F extends { readonly type: 'switch' }
  ? boolean
  : F extends { readonly type: 'toggle' }
    ? boolean | null
    : F extends { readonly type: 'choice'; readonly choices: readonly (infer V)[] }
      ? V
      : F extends { readonly type: 'text' | 'file' | 'tolerance' }
        ? string
        : number;

type Value<F> = F extends { readonly repeatable: true }
  ? readonly string[]
  : F extends { readonly default: string | number } | { readonly required: true } | { readonly type: 'switch' }
    ? Scalar<F>
    : Scalar<F> | null;

type KeyOf<F> = F extends { readonly shorthand: object }
  ? never
  : F extends { readonly key: infer K extends string }
    ? K
    : never;

/** The options of one command after every source has been merged: one entry per flag of the table, typed by it. */
export type OptionsOf<C extends CommandName> = {
  readonly [F in FlagOf<C> as KeyOf<F>]: Value<F>;
};

/** Options of a command not known at compile time. */
export type Options = Readonly<Record<string, unknown>>;
