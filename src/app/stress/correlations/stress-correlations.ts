import { type CorrelationBound, hasErrors, type Issue, makeIssue } from '../../../domain/index.js';
import { readCorrelationBounds, type Source } from '../../../ingest/index.js';
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
import { movingUnderlyings } from './moving-underlyings.js';
import { namedUnderlyings } from './named-underlyings.js';
import { regimeLines } from './regime-lines.js';
import { stressedMatrices } from './stressed-matrices.js';
import { stressedPairs } from './stressed-pairs.js';
import { worstBounds } from './worst-bounds.js';
import { worstMatrix } from './worst-matrix.js';

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
  const read = await boundsOf(context);
  issues.push(...read.issues);
  if (hasErrors(issues)) return refusedPart(issues, read.sources);
  return answered(context, moved, { blocks, pair: asked as [string, string] | null, ...read });
};

/** What a request names, as it was read. */
interface Named {
  readonly blocks: readonly (readonly string[])[];
  readonly pair: readonly [string, string] | null;
  readonly bounds: readonly CorrelationBound[] | null;
  readonly issues: readonly Issue[];
  readonly sources: readonly Source[];
}

async function boundsOf({ request, io }: StressContext): Promise<Pick<Named, 'bounds' | 'issues' | 'sources'>> {
  if (request.correlationBounds === null) return { bounds: null, issues: [], sources: [] };
  const { value, issues, source } = await readCorrelationBounds(request.correlationBounds, io);
  return { bounds: value, issues, sources: [source] };
}

function answered(context: StressContext, moved: MovedMargin, asked: Named): StressPartAnswer<StressCorrelations> {
  const { request } = context;
  const { names, present, margin } = moved;
  const n = names.length;
  const base = margin(present);
  const largest = movingUnderlyings(context.run, names);
  const { within, bounds, issues: told } = worstBounds(moved, { ...request, pairs: asked.bounds }, largest);
  const issues: Issue[] = [...asked.issues, ...told, ...pairsLeft(names, largest)];
  if (hasErrors(issues)) return refusedPart(issues, asked.sources);
  const moving = [...names.keys()].filter((i) => largest.includes(i) || asked.pair?.includes(names[i]!));
  const pairs = stressedPairs(moved, moving, request.pairMove, base);
  const section: StressCorrelations = {
    names: [...names],
    matrix: matrixRows(present, n),
    initialMargin: base,
    matrices: stressedMatrices(moved, asked.blocks, base),
    pairMove: request.pairMove,
    pairs,
    curve: correlationCurve(moved, pairs, asked.pair),
    regimes: regimesIn(context, moved, base, issues),
    worst: {
      within: within === null ? null : String(within),
      ...(asked.bounds === null ? {} : { pairsBounded: asked.bounds.length }),
      distanceAllowed: request.distance,
      ...worstMatrix(moved, bounds, base, request.seed),
    },
  };
  return { section, needs: null, issues, sources: asked.sources, states: statesOf(section) };
}

/** Says which pairs are moved where not all are. */
function pairsLeft(names: readonly string[], moving: readonly number[]): Issue[] {
  if (moving.length === names.length) return [];
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const subject = moving.map((i) => names[i]).join(', ');
  return [makeIssue('STR_PAIRS_LEFT', { subject, detail: `${pairs(moving.length)} of ${pairs(names.length)}` })];
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
