import { type Issue, makeIssue, type PriceHistory, robustSource } from '../../domain/index.js';
import type { PreparedRun } from '../prepare-run.js';
import { regimeMatrix } from '../regime-matrix.js';
import { regimesIssue } from '../regimes-issue.js';
import { REGIME_WINDOW, regimesOf } from '../regimes-of.js';
import type { OptimizeRequest } from '../request.js';
import type { LoadedCase, LoadedRobust } from './load-robust.js';

/**
 * The cases of `--robust regimes`: each regime of the prices with its correlations and its volatilities, the worst of them
 * counts. What the prices say nothing of is as in the run itself.
 *
 * @returns null where no regimes are asked for; and, with an error, where the run looks at no correlations or the prices have none
 */
export function regimeCases(
  { robust, seed }: Pick<OptimizeRequest, 'robust' | 'seed'>,
  run: PreparedRun,
  prices: PriceHistory | null,
): { readonly robust: LoadedRobust | null; readonly issues: readonly Issue[] } {
  const asked = robust === null ? null : robustSource(robust);
  if (asked?.kind !== 'regimes') return { robust: null, issues: [] };
  const { regimes } = asked;
  const refused = ({ message }: Issue) => {
    const facts = { field: '--robust', value: String(regimes), detail: message };
    return { robust: null, issues: [makeIssue('ROB_NO_REGIMES', facts)] };
  };
  if (!run.model.usesJointMoves) return refused(makeIssue('STR_NO_JOINT_MOVES', { subject: run.model.id }));
  if (prices === null) {
    return { robust: null, issues: [makeIssue('ROB_NO_PRICES', { field: '--robust', value: 'regimes' })] };
  }
  const block = run.inputs.blocks.find(({ names }) => names.length > 1) ?? run.inputs.blocks[0];
  const names = block?.names ?? [];
  const found = regimesOf(prices, names, { regimes, window: REGIME_WINDOW, seed, asOf: run.view.asOf });
  if (found.kind !== 'found') return refused(regimesIssue(found, regimes));
  const present = { names, values: block?.correlation ?? new Float64Array(0) };
  const cases = found.regimes.map((regime): LoadedCase => {
    const dailyVol = Object.fromEntries([...run.inputs.dailyVolatilities, ...regime.dailyVolatilities]);
    const own = { name: regime.name, weight: 1, model: null, set: { dailyVol } };
    const { matrix } = regimeMatrix(present, regime);
    return { ...own, parameters: null, market: null, correlations: matrix, origin: null };
  });
  return { robust: { rule: 'worst', cases, ranges: null, ofTheRun: true }, issues: [] };
}
