import { figureFor } from '../figure-for.js';
import type { FigureRule, Misfit } from '../figures/index.js';
import { tableOf, upTo } from '../figures/index.js';
import type { CollateralHaircuts } from './pm2-values.js';

/** A sum of decimals that make up one may exceed it by rounding. */
const WHOLE = 1 + 1e-9;

/** The haircuts of an asset, one on top of the other, take no more than all of it; an initial one is told where they do. */
export function collateralRules(): Readonly<Record<keyof CollateralHaircuts, FigureRule>> {
  const haircuts = tableOf(upTo(1));
  return {
    collateralMaintenanceHaircut: haircuts,
    collateralInitialHaircut: {
      ...haircuts,
      beside: (_own, values) => tooMuch(values as unknown as CollateralHaircuts),
    },
  };
}

function tooMuch({ collateralMaintenanceHaircut, collateralInitialHaircut }: CollateralHaircuts): Misfit | null {
  const names = new Set([...Object.keys(collateralInitialHaircut), ...Object.keys(collateralMaintenanceHaircut)]);
  for (const name of names) {
    const maintenance = figureFor(name, collateralMaintenanceHaircut);
    if (maintenance + figureFor(name, collateralInitialHaircut) <= WHOLE) continue;
    // A name that only the other table has is served by this one's default.
    const at = Object.hasOwn(collateralInitialHaircut, name) ? name : 'default';
    return {
      at: [at],
      expected: `at most ${1 - maintenance} beside the maintenance haircut of ${maintenance} (${name})`,
    };
  }
  return null;
}
