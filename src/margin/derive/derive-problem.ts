import type { CashLine, OptionLine } from './derive-line.js';

/** Something in a book or its feeds that a rule book cannot work with; the caller words it as an issue. */
export interface DeriveProblem {
  /** The line, expiry or figure it is about. */
  readonly subject: string;
  readonly problem: string;
}

type AnyLine = OptionLine | CashLine | { readonly kind: string; readonly name: string };

/**
 * Lines that cannot be margined: one contract twice, a strike that is no price, an expiry without a feed, no volatility.
 *
 * @param feeds by seconds to expiry; `hasCurve` tells whether the feed gives volatilities itself
 */
export function lineProblems(
  lines: readonly AnyLine[],
  feeds: ReadonlyMap<number, { readonly hasCurve: boolean }>,
): DeriveProblem[] {
  const problems: DeriveProblem[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const say = (problem: string): void => void problems.push({ subject: line.name, problem });
    const option = line.kind === 'option' ? (line as OptionLine) : null;
    const key = option === null ? `${line.kind} ${keyOf(line)}` : contractKey(option);
    if (seen.has(key)) say('the same contract on two lines');
    seen.add(key);
    if (option === null) continue;
    if (!(option.strike > 0 && option.strike < Infinity)) say(`a strike of ${option.strike}`);
    const feed = feeds.get(option.secondsToExpiry);
    if (feed === undefined) say(`no feed for its expiry in ${option.secondsToExpiry} seconds`);
    else if (option.volatility === null && !feed.hasCurve) say('no volatility, and no curve in the feed of its expiry');
    else if (option.volatility !== null && !isAmount(option.volatility)) say(`a volatility of ${option.volatility}`);
  }
  return problems;
}

function contractKey({ secondsToExpiry, strike, right }: OptionLine): string {
  return `option ${secondsToExpiry} ${strike} ${right}`;
}

/** There is one perpetual, one base asset and one cash; collateral assets go by name. */
function keyOf(line: AnyLine): string {
  return line.kind === 'collateral' ? line.name : '';
}

/** Named figures that are not finite numbers, or negative ones where none may be. */
export function figureProblems(
  subject: string,
  figures: Readonly<Record<string, number>>,
  may: 'be any number' | 'not be negative' | 'only be positive',
): DeriveProblem[] {
  return Object.entries(figures)
    .filter(([, figure]) => {
      if (may === 'be any number') return !Number.isFinite(figure);
      return may === 'not be negative' ? !isAmount(figure) : !(isAmount(figure) && figure > 0);
    })
    .map(([name, figure]) => ({ subject, problem: `${name} of ${figure}` }));
}

function isAmount(figure: number): boolean {
  return Number.isFinite(figure) && figure >= 0;
}
