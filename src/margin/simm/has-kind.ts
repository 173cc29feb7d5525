import type { PlacedFactor } from './risk-class-layout.js';
import type { SensitivityKind } from './risk-types.js';

/** Whether any factor is of a kind; a trade has two or three measures of the four, and the others need no layout. */
export function hasKind(placed: readonly PlacedFactor[], kind: SensitivityKind): boolean {
  for (const one of placed) if (one.kind === kind) return true;
  return false;
}
