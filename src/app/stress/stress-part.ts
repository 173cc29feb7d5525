import type { Io, Issue } from '../../domain/index.js';
import type { Source } from '../../ingest/index.js';
import type { StressBase } from '../../schema/stress-document.js';
import type { Inputs } from '../load-inputs.js';
import type { PreparedRun } from '../prepare-run.js';
import type { StressRequest } from '../request.js';

/** What every part of a stress run works with. */
export interface StressContext {
  readonly request: StressRequest;
  readonly inputs: Inputs;
  readonly run: PreparedRun;
  readonly base: StressBase;
  readonly io: Io;
}

/** A state of the market or of the rules, as thresholds look at it. */
export interface StressState {
  readonly name: string;
  readonly initialMargin: number;
  /** P&L of the book; 0 where no price moves. */
  readonly pnl: number;
}

/** The answer of a part; one without a section says which input it would need. */
export interface StressPartAnswer<S> {
  readonly section: S | null;
  /** `--prices FILE`; null with a section, or with errors among the issues. */
  readonly needs: string | null;
  readonly issues: readonly Issue[];
  /** Files that the part read itself. */
  readonly sources: readonly Source[];
  /** Every state it valued, for `--fail-above` and `--max-loss`. */
  readonly states: readonly StressState[];
}

/** A part of `margo stress`. */
export type StressPartRun<S> = (context: StressContext) => Promise<StressPartAnswer<S>>;

/** The answer of a part that lacks an input. */
export function lacking(needs: string): StressPartAnswer<never> {
  return { section: null, needs, issues: [], sources: [], states: [] };
}

/** The answer of a part that was refused. */
export function refusedPart(issues: readonly Issue[], sources: readonly Source[] = []): StressPartAnswer<never> {
  return { section: null, needs: null, issues, sources, states: [] };
}
