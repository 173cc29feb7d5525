import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, type Formula } from '../../../src/formula/index.js';
import { derivePm2 } from '../../../src/margin/derive-pm2/index.js';
import type { VenueRequirement } from '../../../src/margin/venue-requirement.js';
import type { Comparison, NotCovered, VectorCase, VectorFamily } from '../vector-case.js';
import { type JsonFacts, jsonFacts } from './json-facts.js';
import { type Pm2Case, readPm2Case } from './read-pm2-case.js';

/** Relative, and absolute below one: the tolerance of the venue's own tests. */
const TOLERANCE = 1e-8;

/** Derive PMRM_2: one file a case with account, feeds, figures and everything expected of them. */
export const derivePm2Family: VectorFamily = {
  name: 'derive-pm2',
  run: (folder) => {
    const cases: VectorCase[] = [];
    const notCovered: NotCovered[] = [];
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    for (const file of files.sort(byNumber)) {
      const name = `derive-pm2/${file}`;
      try {
        const document = jsonFacts(JSON.parse(readFileSync(join(folder, file), 'utf8')));
        const pm2Case = readPm2Case(document);
        const reason = refusedByTheVenue(pm2Case);
        if (reason === null) cases.push({ name, comparisons: compare(pm2Case, document.object('Result')) });
        else notCovered.push({ subject: name, reason, cases: 1 });
      } catch (error) {
        cases.push({ name, comparisons: [], problem: error instanceof Error ? error.message : String(error) });
      }
    }
    return { cases, notCovered };
  },
};

/** `test_9_...` before `test_10_...`. */
function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The contract takes no skew scenario that moves the spot, and its own test leaves such a case out. */
function refusedByTheVenue({ values }: Pm2Case): string | null {
  const movesSpot = values.scenarios.some(
    ({ volatility, spotShock }) => (volatility === 'linear' || volatility === 'abs') && spotShock !== 1,
  );
  return movesSpot ? 'the venue refuses a skew scenario that moves the spot' : null;
}

function compare(pm2Case: Pm2Case, result: JsonFacts): Comparison[] {
  const { lines, quantities, snapshot, values } = pm2Case;
  const requirement = derivePm2(lines, snapshot, values);
  const amount = (formula: Formula): number => evaluate(formula, quantities);
  const netMargin = (margin: Formula): number => amount(requirement.value) - amount(margin);
  return [
    ...figures(result, 'MM', netMargin(requirement.maintenance)),
    ...figures(result, 'IM', netMargin(requirement.initial)),
    ...componentFigures(requirement, amount, result),
    ...discountFactors(requirement, pm2Case, amount, result),
    ...scenarioFigures(requirement, amount, result),
  ];
}

function figures(result: JsonFacts, field: string, ours: number): Comparison[] {
  return [comparison(field, ours, result.number(field))];
}

function comparison(field: string, ours: number, theirs: number): Comparison {
  return { field, ours, theirs, tolerance: TOLERANCE * Math.max(1, Math.abs(theirs)) };
}

/** The venue's names of ours; its charges are negative. */
const CHARGES: Readonly<Record<string, string>> = {
  ForwardContingency: 'forwardContingency',
  MMPerpCont: 'perpetualMaintenance',
  IMPerpCont: 'perpetualInitial',
  MMOptionCont: 'optionMaintenance',
  IMOptionCont: 'optionInitial',
  MMBaseCont: 'collateralMaintenance',
  IMBaseCont: 'collateralInitial',
  OracleCont: 'oracle',
};

const AMOUNTS: Readonly<Record<string, string>> = {
  OptionMTM: 'optionValue',
  CollateralMTM: 'collateralValue',
  im_loss_factor: 'initialLossFactor',
  IMLossFactor: 'initialLossFactor',
  MMLossFactor: 'maintenanceLossFactor',
};

function componentFigures(
  { components, value }: VenueRequirement,
  amount: (formula: Formula) => number,
  result: JsonFacts,
): Comparison[] {
  const stated = (table: Readonly<Record<string, string>>, sign: 1 | -1): Comparison[] =>
    Object.entries(table)
      .filter(([theirs]) => result.has(theirs))
      .flatMap(([theirs, ours]) => figures(result, theirs, sign * amount(components[ours]!)));
  const portfolio = result.has('PortfolioMTM') ? figures(result, 'PortfolioMTM', amount(value)) : [];
  return [...stated(CHARGES, -1), ...stated(AMOUNTS, 1), ...portfolio];
}

/** Per expiry, in order of first appearance among the options. */
function discountFactors(
  { components }: VenueRequirement,
  { lines }: Pm2Case,
  amount: (formula: Formula) => number,
  result: JsonFacts,
): Comparison[] {
  if (!result.has('discount_factors')) return [];
  const seconds = lines.flatMap((line) => (line.kind === 'option' ? [line.secondsToExpiry] : []));
  const expiries = [...new Set(seconds)];
  const sides = { long: result.numbers('discount_factors', 0), short: result.numbers('discount_factors', 1) };
  if (sides.long.length !== expiries.length) {
    throw new RangeError(`Result.discount_factors has ${sides.long.length} expiries, the options ${expiries.length}`);
  }
  return expiries.flatMap((left, e) => {
    // For an expired expiry they print a factor that they do not use.
    if (left <= 0) return [];
    return (['long', 'short'] as const).map((side) =>
      comparison(
        `discount_factors[${e}] ${side}`,
        amount(components[`${side} discount of ${left} s`]!),
        sides[side][e]!,
      ),
    );
  });
}

/** Regular, tail and skew scenarios, in the order of the parameters. */
function scenarioFigures(
  { scenarios }: VenueRequirement,
  amount: (formula: Formula) => number,
  result: JsonFacts,
): Comparison[] {
  const kinds = ['reg', 'tail', 'skew'].map((kind) => ({
    kind,
    profits: result.has(`${kind}_losses`) ? result.numbers(`${kind}_losses`, -1) : [],
  }));
  const theirs = kinds.flatMap(({ kind, profits }) => profits.map((profit) => ({ kind, profit })));
  if (theirs.length === 0) return [];
  if (theirs.length !== scenarios.length) {
    throw new RangeError(`Result has ${theirs.length} scenario results, Parameters.Scenarios ${scenarios.length}`);
  }
  const ours = scenarios.map(({ loss }) => -amount(loss));
  const worst = kinds.flatMap(({ kind, profits }) => {
    const own = ours.filter((_, s) => theirs[s]!.kind === kind);
    const field = `worst_${kind}_loss`;
    return profits.length > 0 && result.has(field) ? figures(result, field, Math.min(...own)) : [];
  });
  return [...theirs.map(({ profit }, s) => comparison(`scenario ${scenarios[s]!.name}`, ours[s]!, profit)), ...worst];
}
