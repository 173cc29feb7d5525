import { type Depth, type Io, type Issue, type Market, makeIssue } from '../domain/index.js';
import { readDepth, type Source } from '../ingest/index.js';
import {
  FEE_SCHEDULES,
  type FeeRole,
  type FeeSchedule,
  findFeeSchedule,
  type UnitFees,
  unitFees,
} from '../optimizer/index.js';
import { didYouMean } from './did-you-mean.js';
import type { PreparedRun } from './prepare-run.js';
import type { ExecutionRequest } from './request.js';

/** At what prices trades are done, and what they pay to the venue. */
export interface Execution {
  readonly depth: Depth;
  /** Whether order books were given, so that a size beyond them is worth a word. */
  readonly hasDepth: boolean;
  readonly schedule: FeeSchedule | null;
  readonly role: FeeRole;
}

/** The best quotes alone, and the market rows' own fees. */
export const TOP_OF_BOOK: Execution = { depth: new Map(), hasDepth: false, schedule: null, role: 'taker' };

/** Reads the order books of a request and finds its fee schedule. */
export async function loadExecution(
  { depth: path, fees: id, maker }: ExecutionRequest,
  market: Market,
  io: Io,
): Promise<{ readonly execution: Execution; readonly issues: readonly Issue[]; readonly sources: readonly Source[] }> {
  const schedule = id === null ? undefined : findFeeSchedule(id);
  const issues: Issue[] = [];
  if (id !== null && schedule === undefined) issues.push(unknownSchedule(id));
  if (maker && id === null) issues.push(makeIssue('CFG_MAKER_WITHOUT_FEES', { field: '--maker' }));
  const read = path === null ? null : await readDepth(path, io, { quotes: market.quotes });
  return {
    execution: {
      depth: read?.value ?? new Map(),
      hasDepth: read !== null,
      schedule: schedule ?? null,
      role: maker ? 'maker' : 'taker',
    },
    issues: [...issues, ...(read?.issues ?? [])],
    sources: read === null ? [] : [read.source],
  };
}

/** The fees of a run's trades. */
export function feesOf({ schedule, role }: Execution, run: PreparedRun): UnitFees {
  return unitFees(run.view.rates, schedule, role);
}

/** Flags are checked before; this is for callers of the library. */
function unknownSchedule(id: string): Issue {
  const ids = FEE_SCHEDULES.map((schedule) => schedule.id);
  return makeIssue('CFG_UNKNOWN_FEES', { value: id, expected: ids.join(', '), hint: didYouMean(id, ids) });
}
