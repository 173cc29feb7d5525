import { defaultOf } from '../default-of.js';
import type { Flag } from '../flag.js';
import type { Options } from '../options.js';

/** What one source says of the command in hand, checked. */
export interface OptionLayer {
  /** By flag key; a key that is absent is not set. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Model parameters by dotted name. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface MergedOptions {
  /** One entry per flag. */
  readonly options: Options;
  readonly parameterOverrides: Readonly<Record<string, unknown>>;
}

/**
 * The rule of precedence: of each option the value in the first layer that sets it, else the flag's default. A list replaces the list
 * of a later layer, it is not joined to it. Parameters are merged one by one, so two layers may set different ones.
 *
 * @param layers highest rank first: flags, `--set`, MARGO_OPTIONS, its `--set`, `--config`, `./margo.config.json`
 */
export function mergeOptions(flags: readonly Flag[], layers: readonly OptionLayer[]): MergedOptions {
  const options: Record<string, unknown> = {};
  for (const flag of flags) {
    if (flag.shorthand !== undefined) continue;
    const layer = layers.find(({ values }) => Object.hasOwn(values, flag.key));
    options[flag.key] = layer === undefined ? defaultIn(flag, layers) : layer.values[flag.key];
  }
  const parameterOverrides = Object.fromEntries(
    [...layers].reverse().flatMap(({ parameters }) => Object.entries(parameters)),
  );
  return { options, parameterOverrides };
}

/** A flag's default, which may follow from another flag that some source sets. */
function defaultIn(flag: Flag, layers: readonly OptionLayer[]): ReturnType<typeof defaultOf> {
  const { defaultWith } = flag;
  const follows = defaultWith !== undefined && layers.some(({ values }) => (values[defaultWith.key] ?? null) !== null);
  return follows ? defaultWith.value : defaultOf(flag);
}
