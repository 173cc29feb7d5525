import type { Io, Issue } from '../../domain/index.js';
import { type BoundProof, bookAfter, type TradeFault, tradesAsTold } from '../../optimizer/index.js';
import type { Envelope } from '../../schema/envelope.js';
import type { OptimizeResult } from '../../schema/optimize-document.js';
import type { Check } from '../../schema/verify-document.js';
import type { ToldEllipsoid } from '../ellipsoid/told-ellipsoid.js';
import type { PreparedHedge } from '../prepare-hedge.js';
import type { OptimizeRequest } from '../request.js';
import { toldPlain } from '../robust/plain-hedge.js';
import { answered } from '../run-optimize.js';
import type { RecordedDocument, RecordedRequest } from './recorded-run.js';
import { RUN_AGAIN, type RunAgain } from './run-again.js';
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
 * Makes a document again from its inputs. Of an optimisation the book is prepared anew, and the trades, multipliers and moved
 * limits of the document take the place of the search, so that no solver is asked; every other run is run again, a frontier,
 * an allocation and a posting of collateral with the solver.
 */
export async function rebuildDocument(
  document: RecordedDocument,
  recorded: RecordedRequest,
  io: Io,
  again: RunAgain = RUN_AGAIN,
): Promise<RebuiltDocument> {
  // A market that tells no time was valued at the clock's: the manifest says which.
  const asOf = Date.parse(document.manifest.asOf ?? '');
  const then: Io = Number.isFinite(asOf) ? { ...io, now: () => asOf } : io;
  if (recorded.command === 'optimize') {
    return rebuiltHedge(document as Envelope<OptimizeResult> & RecordedDocument, recorded.request, then, again);
  }
  return { ...(await again.whole(recorded, then)), ...UNPROVED };
}

async function rebuiltHedge(
  document: RecordedDocument & { readonly result: OptimizeResult },
  request: OptimizeRequest,
  io: Io,
  again: RunAgain,
): Promise<RebuiltDocument> {
  const { schema, result: told, manifest: recorded } = document;
  const { hedge: prepared, issues, manifest } = await again.prepared(request, io);
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
  const searched = ellipsoid?.checks() ?? [];
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
  { search, trades, after }: OptimizeResult,
): Promise<ToldEllipsoid | null> {
  if (scenarioMode !== 'ellipsoid' || search === undefined) return null;
  const { toldEllipsoid } = await import('../ellipsoid/told-ellipsoid.js');
  const { quantities } = hedge.run;
  const told = tradesAsTold(hedge.search.problem, trades).trades;
  const books = after === null ? [quantities] : [quantities, bookAfter(quantities, told)];
  return toldEllipsoid(hedge, search, seed, books);
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
