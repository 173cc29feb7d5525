import { evaluate } from '../formula/index.js';
import type { MarginRequirement, RequirementScenario, ScenarioPnl } from '../margin/index.js';
import type { ValuedInstrument } from '../scenario/index.js';
import type { WorstScenario } from '../schema/margin-document.js';

/** A block that loses less than this part of the worst block's loss, or of the margin, loses nothing but rounding. */
const ROUNDING = 1e-9;

/** The scenario of each block that loses most after its weight; none of a block where no scenario loses anything. */
export function worstOfBlocks(requirement: MarginRequirement, quantities: Float64Array): ScenarioPnl[] {
  const worst = new Map<number, { entry: ScenarioPnl; loss: number }>();
  for (const entry of requirement.scenarios) {
    const loss = -entry.scenario.weight * evaluate(entry.pnl, quantities);
    const { block } = entry.scenario;
    if (loss > (worst.get(block)?.loss ?? 0)) worst.set(block, { entry, loss });
  }
  const largest = Math.max(evaluate(requirement.initial, quantities), ...[...worst.values()].map(({ loss }) => loss));
  return [...worst.values()].filter(({ loss }) => loss > ROUNDING * largest).map(({ entry }) => entry);
}

/** The worst scenario as documents tell it; over several blocks, each block's worst together. */
export function worstScenario(
  requirement: MarginRequirement,
  quantities: Float64Array,
  lines: readonly ValuedInstrument[],
): WorstScenario | null {
  const worst = worstOfBlocks(requirement, quantities);
  if (worst.length === 0) return null;
  const levels = new Map(lines.map((line) => [line.instrument.underlying, line.level]));
  const shocks = worst.flatMap(({ scenario }) =>
    ownUnderlyings(requirement, scenario.block).flatMap((u) => {
      const underlying = requirement.underlyings[u]!;
      const level = levels.get(underlying);
      if (level === undefined) return [];
      const { volatility, weight } = scenario;
      const priceMove = scenario.moves[u]!;
      return [{ underlying, priceMove, level: level * Math.max(0.01, 1 + priceMove), volatility, weight }];
    }),
  );
  return {
    name: worst.map(({ scenario }) => (worst.length > 1 ? told(requirement, scenario) : scenario.name)).join(' + '),
    loss: worst.reduce((total, { scenario, pnl }) => total - scenario.weight * evaluate(pnl, quantities), 0),
    shocks,
  };
}

/** The places of the underlyings that the scenarios of a block move. */
function ownUnderlyings({ underlyings, scenarios }: MarginRequirement, block: number): number[] {
  const own = scenarios.filter(({ scenario }) => scenario.block === block);
  return [...underlyings.keys()].filter((u) => own.some(({ scenario }) => scenario.moves[u] !== 0));
}

/** A scenario beside those of other blocks: `BTC -18%, vol up`, where its own name says no underlying. */
function told(requirement: MarginRequirement, { name, block }: RequirementScenario): string {
  const own = ownUnderlyings(requirement, block).map((u) => requirement.underlyings[u]!);
  const isSaid = own.length === 0 || own.some((underlying) => ` ${name} `.includes(` ${underlying} `));
  return isSaid ? name : `${own.join('/')} ${name}`;
}
