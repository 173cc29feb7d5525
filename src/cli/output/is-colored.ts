/**
 * Whether to colour what goes to one stream: `--color` / `--no-color`, then `NO_COLOR` (any text), `FORCE_COLOR` (`0` and `false` mean
 * no), `TERM=dumb`, then whether the stream is a terminal. Standard output and standard error are asked apart.
 */
export function isColored(
  stream: { readonly isTTY?: boolean },
  asked: boolean | null,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (asked !== null) return asked;
  if ((env.NO_COLOR ?? '') !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return env.TERM !== 'dumb' && stream.isTTY === true;
}
