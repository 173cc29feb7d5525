import type { Account, Issue } from '../../domain/index.js';
import { evaluate } from '../../formula/index.js';
import type { StressBase } from '../../schema/stress-document.js';
import { collateralValue, portfolioValue } from '../portfolio-value.js';
import type { PreparedRun } from '../prepare-run.js';

/** The book's own figures before any stress, as `margo margin` tells them. */
export function stressBase(
  { requirement, quantities, lines, positions, view }: PreparedRun,
  account: Account | null,
): { readonly base: StressBase; readonly issues: readonly Issue[] } {
  const initialMargin = evaluate(requirement.initial, quantities);
  const value = portfolioValue(lines, quantities, positions);
  const collateral = account === null ? null : collateralValue(account, view);
  const equity = collateral === null ? null : value + collateral.value;
  const base = {
    initialMargin,
    maintenanceMargin: evaluate(requirement.maintenance, quantities),
    portfolioValue: value,
    equity,
    excess: equity === null ? null : equity - initialMargin,
  };
  return { base, issues: collateral?.issues ?? [] };
}
