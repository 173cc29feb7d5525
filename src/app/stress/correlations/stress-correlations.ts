import { correlationBounds } from '../../../correlation/index.js';
import { type Issue, makeIssue } from '../../../domain/index.js';
import type { StressCorrelations, StressRegimes } from '../../../schema/stress/stress-correlations.js';
import { regimesIssue } from '../../regimes-issue.js';
import { regimesOf } from '../../regimes-of.js';
import {
  lacking,
  refusedPart,
  type StressContext,
  type StressPartAnswer,
  type StressPartRun,
  type StressState,
} from '../stress-part.js';
import { correlationCurve } from './correlation-curve.js';
import { matrixRows } from './matrix-rows.js';
import { type MovedMargin, movedMargin } from './moved-margin.js';
import { namedUnderlyings } from './named-underlyings.js';
import { regimeLines } from './regime-lines.js';
import { stressedMatrices } from './stressed-matrices.js';
import { stressedPairs } from './stressed-pairs.js';
import { worstMatrix } from './worst-matrix.js';

/** How far each pair may go in search of the worst, where nothing else is asked. */
const WITHIN = 0.2;

/** The margin as correlations move. */
export const stressCorrelations: StressPartRun<StressCorrelations> = async (context) => {
  const { run, request } = context;
  if (!run.model.usesJointMoves) {
    const issues = [makeIssue('STR_NO_JOINT_MOVES', { subject: run.model.id })];
    return { ...lacking('a model of joint moves, --model scan'), issues };
  }
  const moved = movedMargin(run);
  if (moved === null) return lacking('two correlated underlyings (--correlations FILE or --prices FILE)');
  const issues: Issue[] = [];
  const blocks = request.blocks.map((text) => namedUnderlyings('--block', text, moved.names, null, issues) ?? []);
  const asked = request.pair === null ? null : namedUnderlyings('--pair', request.pair, moved.names, 2, issues);
  if (issues.length > 0) return refusedPart(issues);
  return answered(context, moved, blocks, asked as [string, string] | null);
};

function answered(
  context: StressContext,
  moved: MovedMargin,
  blocks: readonly (readonly string[])[],
  asked: readonly [string, string] | null,
): StressPartAnswer<StressCorrelations> {
  const { request } = context;
  const { names, present, margin } = moved;
  const n = names.length;
  const base = margin(present);
  const issues: Issue[] = [];
  const pairs = stressedPairs(moved, request.pairMove, base);
  const within = request.within ?? (request.distance === null ? WITHIN : null);
  const bounds = correlationBounds(present, n, within ?? 2, request.distance ?? Number.POSITIVE_INFINITY);
  const section: StressCorrelations = {
    names: [...names],
    matrix: matrixRows(present, n),
    initialMargin: base,
    matrices: stressedMatrices(moved, blocks, base),
    pairMove: request.pairMove,
    pairs,
    curve: correlationCurve(moved, pairs, asked),
    regimes: regimesIn(context, moved, base, issues),
    worst: {
      within: within === null ? null : String(within),
      distanceAllowed: request.distance,
      ...worstMatrix(moved, bounds, base, request.seed),
    },
  };
  return { section, needs: null, issues, sources: [], states: statesOf(section) };
}

/** Null without prices, or where they have no such regimes, which is then said. */
function regimesIn(
  { request, inputs: { prices }, run }: StressContext,
  moved: MovedMargin,
  base: number,
  issues: Issue[],
): StressRegimes | null {
  if (prices === null) return null;
  const { regimes, regimeWindow: window, seed } = request;
  const found = regimesOf(prices, moved.names, { regimes, window, seed, asOf: run.view.asOf });
  if (found.kind === 'found') return regimeLines(moved, found, run.inputs.dailyVolatilities, window, base);
  issues.push(regimesIssue(found, regimes));
  return null;
}

/** Every matrix that was margined; no price moves in any. */
function statesOf({ matrices, pairs, regimes, worst }: StressCorrelations): StressState[] {
  const still = { pnl: 0 };
  return [
    ...matrices.map(({ name, initialMargin }) => ({ ...still, name: `correlations ${name}`, initialMargin })),
    ...pairs.flatMap(({ a, b, down, up }) =>
      [down, up].map(({ correlation, initialMargin }) => ({
        ...still,
        name: `correlation of ${a} and ${b} at ${correlation.toFixed(2)}`,
        initialMargin,
      })),
    ),
    ...(regimes?.regimes ?? []).map(({ name, withVolatilities: { initialMargin } }) => ({
      ...still,
      name: `regime ${name}`,
      initialMargin,
    })),
    { ...still, name: 'worst correlations', initialMargin: worst.initialMargin },
  ];
}
