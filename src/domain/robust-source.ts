/** Where the cases of a robust search come from, as `--robust` names it. */
export type RobustSource =
  /** A file that lists them; `-` is standard input. */
  | { readonly kind: 'cases'; readonly path: string }
  /** A case a rule book. */
  | { readonly kind: 'models'; readonly models: readonly string[] }
  /** A file of parameter ranges, whose ends are cases. */
  | { readonly kind: 'parameters'; readonly path: string }
  /** A folder or file of correlation matrices, each a case. */
  | { readonly kind: 'correlations'; readonly path: string }
  /** So many regimes of the price file, each a case with its correlations and volatilities; NaN where the text is no such number. */
  | { readonly kind: 'regimes'; readonly regimes: number };

/** The kinds that are named before what they are read from: `parameters:ranges.csv`, or as two words. */
export const ROBUST_KINDS = ['parameters', 'correlations'] as const;

const NAMED = new RegExp(`^(${ROBUST_KINDS.join('|')})(?::|\\s+)(.*)$`, 's');

/**
 * What `--robust` asks for: `parameters:FILE`, `correlations:DIR` (a blank may take the place of the colon), `regimes` or
 * `regimes:3`, a file of cases, or rule books parted by commas. A kind without a path has an empty one.
 */
export function robustSource(text: string): RobustSource {
  const named = NAMED.exec(text.trim());
  if (named !== null) return { kind: named[1] as (typeof ROBUST_KINDS)[number], path: named[2]!.trim() };
  const bare = ROBUST_KINDS.find((kind) => kind === text.trim());
  if (bare !== undefined) return { kind: bare, path: '' };
  const regimes = /^regimes(?::(.*))?$/.exec(text.trim());
  if (regimes !== null) return { kind: 'regimes', regimes: regimes[1] === undefined ? 2 : wholeNumber(regimes[1]) };
  if (text === '-' || /[/\\]|\.json(\.gz)?$/i.test(text)) return { kind: 'cases', path: text };
  const models = text.split(',').map((part) => part.trim());
  return { kind: 'models', models: models.filter((part) => part !== '') };
}

function wholeNumber(text: string): number {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 ? Number(text) : Number.NaN;
}
