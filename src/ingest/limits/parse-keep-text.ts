import { type Issue, KEEP_KINDS, type KeepKind, type Limit, makeIssue, type Parsed } from '../../domain/index.js';
import { parseNumber } from '../fields/parse-number.js';
import { nearestName } from '../nearest-name.js';

const FLAG = '--keep';
const FORM = "parts such as 'delta 5%', 'vega BTC 10%' or 'payoff 5%', with commas between them";
const PART = /(?:'[^']*'|"[^"]*"|[^,'"])+/g;
const WORD = /'([^']*)'|"([^"]*)"|(\S+)/g;
/** The largest band, as a fraction or as a figure. */
const MOST = 1e15;

/**
 * Reads what is to be kept as text: `delta 5%, gamma 10%, vega BTC 10%`, `payoff 5%`, `delta ETH 0.5` (a figure: that much
 * either way), each with `priority 1` to 5 after it where it may give way.
 *
 * A greek without a scope is kept for every underlying of `held`, one limit each; `payoff` without one in every scenario.
 * `ordinal` (from 1) says which `--keep` it is; complaints carry it as the line of the file `--keep`.
 */
export function parseKeepText(text: string, ordinal: number, held: readonly string[]): Parsed<readonly Limit[]> {
  const limits: Limit[] = [];
  const issues: Issue[] = [];
  const parts = [...text.matchAll(PART)].filter(([part]) => part.trim() !== '');
  const complain = (detail: string, column = 1): void => {
    const at = { file: FLAG, line: ordinal, column };
    issues.push(makeIssue('LIM_KEEP_TEXT', { at, field: FLAG, value: text, detail, expected: FORM }));
  };
  if (parts.length === 0) complain('it is empty');
  for (const match of parts) {
    const column = match.index + 1 + (match[0].length - match[0].trimStart().length);
    const part = readPart(match[0]);
    if (typeof part === 'string') complain(part, column);
    else limits.push(...limitsOf(part, held, { file: FLAG, line: ordinal, column }));
  }
  return { value: limits, issues };
}

interface KeptPart {
  readonly kind: KeepKind;
  readonly scope: string | null;
  readonly band: NonNullable<Limit['keep']>;
  readonly priority: Limit['priority'];
}

/** One part, or what is wrong with it. */
function readPart(text: string): KeptPart | string {
  const words = [...text.matchAll(WORD)].map(([, single, double, bare]) => single ?? double ?? bare ?? '');
  const priority = priorityOf(words);
  if (priority === null) return `'${words.at(-1)}' is no priority from 1 to 5`;
  const [name, ...rest] = priority === 'hard' ? words : words.slice(0, -2);
  const kind = KEEP_KINDS.find((one) => one === name?.toLowerCase());
  if (kind === undefined) {
    const near = nearestName(name ?? '', KEEP_KINDS);
    return `'${name}' cannot be kept, only ${KEEP_KINDS.join(', ')}${near === null ? '' : ` (did you mean ${near}?)`}`;
  }
  const bandText = rest.at(-1);
  if (bandText === undefined) return `the band of ${kind} is missing`;
  if (rest.length > 2) return `'${rest[1]}' is not understood after the scope of ${kind}`;
  const band = readBand(bandText);
  if (band === null) return `'${bandText}' is no band, such as 5% or 0.5`;
  if (kind === 'payoff' && !band.relative) return `the band of payoff is a percentage of the gain, not ${bandText}`;
  return { kind, scope: rest.length === 2 ? rest[0]! : null, band, priority };
}

/** The priority that the last two words state, `hard` where they state none, null where it is none. */
function priorityOf(words: readonly string[]): Limit['priority'] | null {
  if (words.at(-2)?.toLowerCase() !== 'priority') return 'hard';
  const level = [1, 2, 3, 4, 5].find((one) => String(one) === words.at(-1));
  return level === undefined ? null : (level as 1 | 2 | 3 | 4 | 5);
}

function readBand(text: string): NonNullable<Limit['keep']> | null {
  const relative = text.endsWith('%');
  const value = parseNumber(relative ? text.slice(0, -1).trimEnd() : text);
  if (typeof value !== 'number' || !(value >= 0 && value <= MOST)) return null;
  return { value: relative ? value / 100 : value, relative };
}

function limitsOf(
  { kind, scope, band, priority }: KeptPart,
  held: readonly string[],
  origin: Limit['origin'],
): Limit[] {
  const scopes = scope !== null ? [scope] : kind === 'payoff' ? ['total'] : held;
  return scopes.map((one) => ({
    kind: kind === 'payoff' ? 'loss' : kind,
    scope: one,
    min: null,
    max: null,
    priority,
    origin,
    keep: band,
  }));
}
