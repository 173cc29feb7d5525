import type { Io, Issue } from '../../domain/index.js';
import { type BoundProof, bookAfter, type TradeFault } from '../../optimizer/index.js';
import type { Envelope } from '../../schema/envelope.js';
import type { OptimizeResult } from '../../schema/optimize-document.js';
import type { Check } from '../../schema/verify-document.js';
import type { ToldEllipsoid } from '../ellipsoid/told-ellipsoid.js';
import { ManifestBuilder } from '../manifest.js';
import { type PreparedHedge, prepareHedge } from '../prepare-hedge.js';
import type { OptimizeRequest } from '../request.js';
import { toldPlain } from '../robust/plain-hedge.js';
import { runMargin } from '../run-margin.js';
import { answered } from '../run-optimize.js';
import { runWhatIf } from '../run-whatif.js';
import type { RecordedDocument, RecordedRequest } from './recorded-run.js';
import { toldOutcome } from './told-outcome.js';
import { type ToldSecond, toldSecond } from './told-second.js';

/** A document made again from its inputs, and of an optimisation what was proved on the way. */
export interface RebuiltDocument extends Omit<Envelope<unknown>, 'issues'> {
  readonly issues: readonly Issue[];
  readonly proof: BoundProof | null;
  /** Of an optimisation with a second aim. */
  readonly second: ToldSecond | null;
  readonly faults: readonly TradeFault[];
  /** What was checked of a search over every joint move, and of a plain hedge beside a robust one. */
  readonly searched: readonly Check[];
}

/** Of a document without anything to prove. */
const UNPROVED = { proof: null, second: null, faults: [], searched: [] } as const;

/**
 * Makes a document again from its inputs, without a solver: margin and what-if runs are run again; of an optimisation the
 * book is prepared anew, and the trades, multipliers and moved limits of the document take the place of the search.
 */
export async function rebuildDocument(
  document: RecordedDocument,
  recorded: RecordedRequest,
  io: Io,
): Promise<RebuiltDocument> {
  // A market that tells no time was valued at the clock's: the manifest says which.
  const asOf = Date.parse(document.manifest.asOf ?? '');
  const then: Io = Number.isFinite(asOf) ? { ...io, now: () => asOf } : io;
  switch (recorded.command) {
    case 'margin':
      return { ...(await runMargin(recorded.request, then)), ...UNPROVED };
    case 'whatif':
      return { ...(await runWhatIf(recorded.request, then)), ...UNPROVED };
    case 'optimize':
      return rebuiltHedge(document as Envelope<OptimizeResult> & RecordedDocument, recorded.request, then);
  }
}

async function rebuiltHedge(
  document: RecordedDocument & { readonly result: OptimizeResult },
  request: OptimizeRequest,
  io: Io,
): Promise<RebuiltDocument> {
  const manifest = new ManifestBuilder(request, io);
  const { schema, result: told, manifest: recorded } = document;
  const { hedge: prepared, issues } = await prepareHedge(request, io, manifest);
  if (recorded.solver !== null) manifest.solvedBy(recorded.solver);
  const head = { schema, manifest: manifest.build() };
  if (prepared === null) return { ...head, status: 'error', result: null, issues, ...UNPROVED };
  const ellipsoid = await ellipsoidOf(prepared, request, told);
  const hedge = ellipsoid?.hedge ?? prepared;
  const stopped = document.status === 'stopped' && told.secondAim?.search !== 'stopped';
  const { outcome, proof, faults } = toldOutcome(hedge, told, stopped);
  const second = toldSecond(request.secondAim, hedge, told, outcome);
  const plain = toldPlain(hedge.search, hedge.run, told);
  const {
    status,
    result,
    issues: said,
  } = answered(request, hedge, outcome, null, second?.answer ?? null, plain?.trades ?? null);
  const whole = request.explain ? withSolvedAgain(result, told) : result;
  const trades = outcome.status === 'infeasible' ? [] : outcome.trades;
  const searched = ellipsoid?.checks(bookAfter(hedge.run.quantities, trades)) ?? [];
  const checks = plain === null ? searched : [...searched, plainCheck(plain)];
  return { ...head, status, result: whole, issues: [...issues, ...said], proof, second, faults, searched: checks };
}

/** Whether the trades of the hedge that a robust one is compared with could be done; that none is better rests on the solver. */
function plainCheck({ trades, faults }: NonNullable<ReturnType<typeof toldPlain>>): Check {
  const bad = new Set(faults.map(({ trade }) => trade)).size;
  return {
    name: 'trades of the plain hedge',
    ok: bad === 0,
    rests: 'inputs',
    expected: trades.length,
    found: trades.length - bad,
    detail: faults.map(({ trade }) => `result.robust.plain.trades[${trade}] is not on offer`).join('; '),
  };
}

/** The joint moves that an optimisation found take the place of its search; null where it did not search. */
async function ellipsoidOf(
  hedge: PreparedHedge,
  { scenarioMode, seed }: OptimizeRequest,
  { search }: OptimizeResult,
): Promise<ToldEllipsoid | null> {
  if (scenarioMode !== 'ellipsoid' || search === undefined) return null;
  const { toldEllipsoid } = await import('../ellipsoid/told-ellipsoid.js');
  return toldEllipsoid(hedge, search, seed);
}

/** What `--explain` found out by solving again, taken over from the document: nothing here can make it again. */
function withSolvedAgain(result: OptimizeResult, told: OptimizeResult): OptimizeResult {
  const { explanation } = result;
  return {
    ...result,
    trades: result.trades.map((trade, i) => {
      const again = told.trades[i]?.reasons?.leftOut;
      if (trade.reasons === undefined || again === undefined) return trade;
      return { ...trade, reasons: { ...trade.reasons, leftOut: again } };
    }),
    limits: result.limits.map((limit, i) => {
      const line = told.limits[i];
      if (line?.worth === undefined) return limit;
      return { ...limit, worth: line.worth, shadowPrice: line.worth?.perUnit ?? limit.shadowPrice };
    }),
    ...(explanation === undefined
      ? {}
      : { explanation: { ...explanation, sentences: told.explanation?.sentences ?? [] } }),
  };
}

/** Places of an optimize document that stand on the solver's word alone. */
export function solverPlaces(document: RecordedDocument): string[] {
  if (document.schema !== 'margo/optimize@1') return [];
  const { certificate, limits, trades, explanation, conflict, secondAim, candidates, search, robust } =
    document.result as OptimizeResult;
  const places: string[] = [];
  if (search !== undefined) places.push('result.search.rounds', 'result.search.starts');
  if (robust?.plain != null) places.push('result.robust.plain.trades');
  if (candidates.screened !== undefined) places.push('result.candidates.screened');
  if (conflict !== null) places.push('result.conflict');
  if (certificate !== null) {
    if (certificate.searchBound !== null) places.push('result.certificate.searchBound');
    if (certificate.lpBound === null) places.push('result.bound');
    places.push('result.certificate.rows', 'result.certificate.worstRowViolation');
    const proved = certificate.kind === 'linear' && certificate.lpBound !== null && certificate.method === undefined;
    limits.forEach(({ shadowPrice, worth }, i) => {
      if (worth !== undefined && worth !== null) places.push(`result.limits[${i}].worth`);
      if (shadowPrice !== 0 && (!proved || worth !== undefined)) places.push(`result.limits[${i}].shadowPrice`);
    });
  }
  const second = secondAim?.certificate ?? null;
  if (second !== null) {
    if (second.searchBound !== null) places.push('result.secondAim.certificate.searchBound');
    if (second.lpBound === null) places.push('result.secondAim.bound');
    places.push('result.secondAim.certificate.rows', 'result.secondAim.certificate.worstRowViolation');
  }
  limits.forEach(({ relaxedTo }, i) => {
    if (relaxedTo !== undefined) places.push(`result.limits[${i}].relaxedTo`);
  });
  trades.forEach(({ reasons }, i) => {
    if (reasons !== undefined && reasons.leftOut !== null) places.push(`result.trades[${i}].reasons.leftOut`);
  });
  if (explanation !== undefined && explanation.sentences.length > 0) places.push('result.explanation.sentences');
  return places;
}
