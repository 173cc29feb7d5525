import { type ColumnPlace, columnMover, constant, type Formula, opposite, scale, sum } from '../../formula/index.js';
import type { MarginRequirement, ScenarioPnl } from '../margin-model.js';
import type { VenueRequirement, VenueScenario } from '../venue-requirement.js';
import type { VenueMoney } from './dollars.js';

/** What a venue nets: some lines of the universe under its rule book. */
export interface SubBook {
  /** What the venue calls it: an underlying, a settlement currency. */
  readonly name: string;
  /** The underlyings that its scenarios move. */
  readonly underlyings: readonly string[];
  readonly requirement: VenueRequirement;
  /** The scenarios that decide the worst loss. */
  readonly scenarios: readonly VenueScenario[];
  /** Amounts of money worth comparing with the venue's reports. */
  readonly components: Readonly<Record<string, Formula>>;
  /** Where the lines of the rule book are in the universe. */
  readonly places: readonly (readonly ColumnPlace[])[];
  readonly money: VenueMoney;
}

/** Sub-books as one requirement in the reporting currency: venues add up what they do not net. */
export function addedUp(books: readonly SubBook[]): MarginRequirement {
  const underlyings = [...new Set(books.flatMap((book) => book.underlyings))].sort();
  const parts = books.map((book, block) => inMoney(book, block, underlyings));
  const whole = (name: string, part: 'initial' | 'maintenance'): Formula =>
    parts.length === 1
      ? { ...parts[0]![part], name }
      : sum(name, [...parts.map((one) => one[part]), ...nothing(parts)]);
  return {
    initial: whole('initial margin', 'initial'),
    maintenance: whole('maintenance margin', 'maintenance'),
    underlyings,
    scenarios: parts.flatMap(({ scenarios }) => scenarios),
    components: components(books, parts),
    confidence: books.every(({ requirement }) => requirement.confidence === 'verified') ? 'verified' : 'model',
  };
}

/** One sub-book over the universe, in the reporting currency. */
interface Part {
  readonly initial: Formula;
  readonly maintenance: Formula;
  readonly scenarios: readonly ScenarioPnl[];
  readonly components: Readonly<Record<string, Formula>>;
}

function nothing(parts: readonly Part[]): Formula[] {
  return parts.length === 0 ? [constant('nothing held', 0)] : [];
}

function inMoney(book: SubBook, block: number, underlyings: readonly string[]): Part {
  const move = columnMover(book.places);
  const { unit, rate } = book.money;
  const converted = (formula: Formula, name = formula.name): Formula =>
    rate === 1 ? { ...move(formula), name } : scale(name, rate, move(formula));
  // Below a conversion a breakdown has the venue's amounts: a tree must say where its unit changes.
  const margin = (formula: Formula): Formula =>
    converted(rate === 1 ? formula : { ...formula, name: `${formula.name} in ${unit}` }, book.name);
  const { initial, maintenance, value } = book.requirement;
  return {
    initial: margin(initial),
    maintenance: margin(maintenance),
    scenarios: book.scenarios.map((scenario) => scenarioPnl(scenario, block, book, underlyings, converted)),
    components: Object.fromEntries(
      Object.entries({ ...book.components, 'mark to market': value }).map(([name, part]) => [name, converted(part)]),
    ),
  };
}

function scenarioPnl(
  { name, loss, spotMove, volatility }: VenueScenario,
  block: number,
  book: SubBook,
  underlyings: readonly string[],
  converted: (formula: Formula) => Formula,
): ScenarioPnl {
  let pnl: Formula | null = null;
  const moves = Float64Array.from(underlyings, (underlying) => (book.underlyings.includes(underlying) ? spotMove : 0));
  return {
    scenario: { name, block, moves, volatility, weight: 1 },
    // Made only where it is asked for: a wide universe has many of these, and the initial margin holds the losses too.
    get pnl() {
      pnl ??= opposite(converted(loss), name);
      return pnl;
    },
  };
}

/** A venue's name of something behind that of its sub-book, unless it is in it. */
function behind(book: SubBook, name: string): string {
  return ` ${name} `.includes(` ${book.name} `) ? name : `${book.name} ${name}`;
}

/** By the venue's names; behind the name of the sub-book where there are several. */
function components(books: readonly SubBook[], parts: readonly Part[]): Record<string, Formula> {
  const named = parts.flatMap((part, b) =>
    Object.entries(part.components).map(([name, formula]): [string, Formula] => [
      books.length === 1 ? name : behind(books[b]!, name),
      formula,
    ]),
  );
  return Object.fromEntries(named);
}
