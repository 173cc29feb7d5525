import type { SpanInterSpread } from '../../domain/index.js';
import { constant, type Formula, max, min, negated, scale, sum } from '../../formula/index.js';
import { type ChargeNode, chargeNodes } from './charge-node.js';
import { groupScan, type ScanGroup, scanGroups } from './scan-groups.js';
import { SCENARIOS } from './scan-scenarios.js';
import { shortOptionMinimum } from './short-option-minimum.js';
import { type CommodityBook, deltaPositions } from './span-charges.js';

/** What SPAN is worked out from. */
export interface SpanInputs {
  readonly books: readonly CommodityBook[];
  readonly interSpreads: readonly SpanInterSpread[];
  /** Whether fractions of an inter-commodity spread count for nothing. */
  readonly wholeSpreads: boolean;
  /** Whether option value beyond what a commodity needs serves the others. */
  readonly sharesOptionValue: boolean;
  readonly scenarioNames: readonly string[];
  /** Contracts held, by column of the universe. */
  readonly book: Float64Array;
}

/** The requirement and the steps to it, in the reporting currency; steps are made each time they are asked for. */
export interface SpanRequirement {
  readonly initial: Formula;
  readonly maintenance: Formula;
  /** What is left of the initial margin once option value is taken off, floored at nothing: what a clearing house calls. */
  readonly called: Formula;
  /** Losses of each commodity by scenario. */
  readonly losses: ReadonlyMap<string, readonly Formula[]>;
  readonly components: Readonly<Record<string, Formula>>;
}

/**
 * CME SPAN. For each combined commodity, or several that are scanned together,
 *
 * ```
 * margin = ratio x max( short option minimum, scan risk + inter-month and delivery charges - credits between commodities )
 * called = max(0, margin - net option value)                     ratio: initial over maintenance; 1 for the maintenance margin
 * ```
 *
 * A book of long options alone needs no more than they are worth. The margin is what equity with options at their value must
 * cover, as in margo's other rule books; a clearing house takes option value off and asks cash for the rest (`called`), within
 * each commodity or over all of them. Exact at `book`; elsewhere see {@link chargeNodes}.
 *
 * Components: for each commodity its scan risk, inter-month charge, delivery month charge, inter-commodity credit, short
 * option minimum, risk and net option value; `requirement after option value` at the maintenance margin.
 *
 * SOURCE: CME SPAN ("SPAN 1"), order of calculation; rounding and ties differ between houses.
 */
export function span(inputs: SpanInputs): SpanRequirement {
  const { books, interSpreads, book } = inputs;
  const charges = chargeNodes({ ...inputs, positions: deltaPositions(books, book) });
  const parts = scanGroups(books, interSpreads).map((group): GroupPart => {
    const scan = groupScan(group, inputs.scenarioNames);
    const own = group.members.map(({ book: one }) => inMoney(one, charges.get(one.lines.name)!.node));
    const minimum = total('short option minimum', group, (one) => inMoney(one, shortOptionMinimum(one)));
    const before = sum('scan, charges and credits', [scan, ...own]);
    const worth = total('net option value', group, (one) => inMoney(one, one.lines.optionValue('net option value')));
    return { group, scan, minimum, before, worth, isOwned: ownsOptionsAlone(group, book) };
  });
  return {
    initial: risks('initial margin', parts, initialRatio),
    maintenance: risks('maintenance margin', parts, () => 1),
    get called() {
      return called(parts, inputs, initialRatio);
    },
    get losses() {
      return new Map(books.map((one) => [one.lines.name, lossesOf(one, inputs.scenarioNames)]));
    },
    get components() {
      return Object.assign(
        {},
        ...parts.map(componentsOf),
        ...books.map((one) => stepsOf(one, charges.get(one.lines.name)!)),
        { 'requirement after option value': called(parts, inputs, () => 1) },
      );
    },
  };
}

interface GroupPart {
  readonly group: ScanGroup;
  readonly scan: Formula;
  readonly minimum: Formula;
  /** Scan, charges and credits. */
  readonly before: Formula;
  readonly worth: Formula;
  /** Whether nothing is held but options that are owned. */
  readonly isOwned: boolean;
}

const initialRatio = ({ group }: GroupPart): number => group.members[0]!.book.terms.initialRatio;

function risks(name: string, parts: readonly GroupPart[], ratioOf: (part: GroupPart) => number): Formula {
  const own = parts.map((part) => riskOf(part, ratioOf(part)));
  return own.length === 1
    ? { ...own[0]!, name }
    : sum(name, [...own, ...(own.length === 0 ? [constant('nothing held', 0)] : [])]);
}

/** max(0, risk - net option value), of each group or of all together. */
function called(
  parts: readonly GroupPart[],
  { sharesOptionValue }: SpanInputs,
  ratioOf: (part: GroupPart) => number,
): Formula {
  const name = 'requirement after option value';
  const own = parts.map((part) => [riskOf(part, ratioOf(part)), negative('less net option value', part.worth)]);
  if (sharesOptionValue) return atLeastNothing(name, own.flat());
  return sum(
    name,
    own.map((steps, k) => atLeastNothing(parts[k]!.group.name, steps)),
  );
}

function riskOf({ group, before, minimum, worth, isOwned }: GroupPart, ratio: number): Formula {
  const risk = max(`risk ${group.name}`, [before, minimum]);
  const scaled = ratio === 1 ? risk : scale(`initial over maintenance x ${ratio}`, ratio, risk);
  return isOwned ? min('no more than the options are worth', [scaled, worth]) : scaled;
}

function atLeastNothing(name: string, parts: readonly Formula[]): Formula {
  return max(name, [sum('risk less option value', parts), constant('nothing', 0)]);
}

function ownsOptionsAlone({ members }: ScanGroup, book: Float64Array): boolean {
  const held = members.filter(({ book: { lines } }) => lines.isHeldIn(book));
  return held.length > 0 && held.every(({ book: { lines } }) => lines.hasOnlyLongOptions(book));
}

function total(name: string, { members }: ScanGroup, of: (book: CommodityBook) => Formula): Formula {
  const parts = members.map(({ book }) => of(book));
  return parts.length === 1 ? { ...parts[0]!, name } : sum(name, parts);
}

function inMoney({ rate }: CommodityBook, formula: Formula): Formula {
  return rate === 1 ? formula : scale(formula.name, rate, formula);
}

/** Minus an amount of affine forms. */
function negative(name: string, worth: Formula): Formula {
  switch (worth.kind) {
    case 'affine':
      return negated(name, worth);
    case 'scale':
      return { ...worth, name, child: negative(name, worth.child) };
    case 'sum':
      return { ...worth, name, children: worth.children.map((child) => negative(child.name, child)) };
    default:
      throw new RangeError(`'${worth.name}' is no sum of amounts`);
  }
}

function lossesOf(one: CommodityBook, names: readonly string[]): Formula[] {
  return Array.from({ length: SCENARIOS }, (_, j) => inMoney(one, one.lines.loss(j, names[j]!)));
}

/** What is charged and credited beside the scan of a commodity. */
function stepsOf(
  { lines: { name }, rate }: CommodityBook,
  { intra, spot, credits }: ChargeNode,
): Record<string, Formula> {
  const steps = {
    'inter-month charge': intra.reduce((all, { charge }) => all + charge, 0),
    'delivery month charge': spot,
    'inter-commodity credit': credits.reduce((all, { credit }) => all + credit, 0),
  };
  return Object.fromEntries(
    Object.entries(steps).map(([step, amount]) => [`${name} ${step}`, constant(step, rate * amount)]),
  );
}

function componentsOf(part: GroupPart): Record<string, Formula> {
  const { group, scan, minimum, worth } = part;
  const steps: Record<string, Formula> = {
    'scan risk': scan,
    'short option minimum': minimum,
    risk: riskOf(part, 1),
    'net option value': worth,
  };
  return Object.fromEntries(Object.entries(steps).map(([step, formula]) => [`${group.name} ${step}`, formula]));
}
