import { type DeriveProblem, figureProblems, lineProblems } from '../derive/derive-problem.js';
import { spotProblems } from '../derive/spot-problems.js';
import type { Pm2ExpiryFeed, Pm2Line, Pm2Snapshot } from './pm2-snapshot.js';
import type { CollateralHaircuts, Pm2Values } from './pm2-values.js';
import { sviVolatility } from './svi-volatility.js';

const MOST_SCENARIOS = 40;
const MOVES: readonly string[] = ['up', 'down', 'none', 'linear', 'abs'];

/** Everything in lines, feeds and figures that PMRM_2 cannot work with; empty when `derivePm2` will not throw. */
export function pm2Problems(lines: readonly Pm2Line[], snapshot: Pm2Snapshot, values: Pm2Values): DeriveProblem[] {
  const feeds = new Map(snapshot.expiries.map((feed) => [feed.secondsToExpiry, { hasCurve: feed.curve !== null }]));
  return [
    ...lineProblems(lines, feeds),
    ...collateralProblems(lines),
    ...spotProblems('feeds', snapshot, lines),
    ...figureProblems('feeds', { stablePrice: snapshot.stablePrice }, 'only be positive'),
    ...snapshot.expiries.flatMap((feed) => feedProblems(feed, lines)),
    ...scenarioProblems(values),
    ...valueProblems(values),
  ];
}

function collateralProblems(lines: readonly Pm2Line[]): DeriveProblem[] {
  return lines.flatMap((line) => {
    if (line.kind !== 'collateral') return [];
    const { name, price, confidence, maintenanceHaircut, initialHaircut } = line;
    const total = maintenanceHaircut + initialHaircut;
    // A sum of decimals that make up one may exceed it by rounding.
    const excess = total > 1 + 1e-9 ? [{ subject: name, problem: `haircuts of ${total} together` }] : [];
    const figures = { price, confidence, maintenanceHaircut, initialHaircut };
    return [...figureProblems(name, figures, 'not be negative'), ...excess];
  });
}

function feedProblems(feed: Pm2ExpiryFeed, lines: readonly Pm2Line[]): DeriveProblem[] {
  const { name, forward, rate, secondsToExpiry, forwardConfidence, rateConfidence, volatilityConfidence, curve } = feed;
  const refused = lines.filter(
    (line) =>
      line.kind === 'option' &&
      line.secondsToExpiry === secondsToExpiry &&
      line.volatility === null &&
      curve !== null &&
      !Number.isFinite(sviVolatility(line.strike, curve)),
  );
  return [
    ...figureProblems(name, { forward }, 'only be positive'),
    ...figureProblems(name, { forwardConfidence, rateConfidence, volatilityConfidence }, 'not be negative'),
    ...figureProblems(name, { rate, secondsToExpiry }, 'be any number'),
    ...refused.map((line) => ({
      subject: line.name,
      problem: 'the volatility curve of its expiry has no figure for it',
    })),
  ];
}

/** Slopes may fall; every other figure would turn a charge into a credit if it were negative. */
function valueProblems(values: Pm2Values & Partial<CollateralHaircuts>): DeriveProblem[] {
  const {
    scenarios: _scenarios,
    collateralMaintenanceHaircut: _maintenance,
    collateralInitialHaircut: _initial,
    linearCapSlope,
    absCapSlope,
    volParamScale,
    ...amounts
  } = values;
  return [
    ...figureProblems('figures', amounts, 'not be negative'),
    ...figureProblems('figures', { linearCapSlope, absCapSlope, volParamScale }, 'be any number'),
  ];
}

function scenarioProblems({ scenarios }: Pm2Values): DeriveProblem[] {
  const problems: DeriveProblem[] = [];
  const say = (problem: string): void => void problems.push({ subject: 'scenarios', problem });
  if (scenarios.length === 0 || scenarios.length > MOST_SCENARIOS) say(`${scenarios.length} of them`);
  for (const { spotShock, volatility, dampening } of scenarios) {
    const isSkew = volatility === 'linear' || volatility === 'abs';
    if (!MOVES.includes(volatility)) say(`an unknown volatility move '${volatility}'`);
    else if (isSkew && spotShock !== 1) say(`a skew scenario that moves the spot by a factor of ${spotShock}`);
    problems.push(...figureProblems('scenarios', { spotShock, dampening }, 'not be negative'));
  }
  for (const move of ['linear', 'abs']) {
    if (scenarios.filter(({ volatility }) => volatility === move).length > 1) say(`more than one '${move}'`);
  }
  return problems;
}
