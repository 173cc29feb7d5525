/** The kinds of `--robust` that are followed by a path; written here too, since help loads no other room. */
export const KINDS_WITH_PATH: readonly string[] = ['parameters', 'correlations'];

/**
 * A command line on which `--robust parameters FILE` is `--robust parameters:FILE`: the one flag whose value may be two words.
 * Neither kind is a rule book or a file by itself, so that nothing else can be meant; what follows `--` is left alone.
 */
export function joinedWords(argv: readonly string[]): string[] {
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--') return [...words, ...argv.slice(i)];
    const value = word === '--robust' ? argv[i + 1] : /^--robust=(.*)$/s.exec(word)?.[1];
    const path = argv[word === '--robust' ? i + 2 : i + 1];
    const isKind = value !== undefined && KINDS_WITH_PATH.includes(value);
    if (isKind && path !== undefined && (path === '-' || !path.startsWith('-'))) {
      words.push('--robust', `${value}:${path}`);
      i += word === '--robust' ? 2 : 1;
    } else words.push(word);
  }
  return words;
}
