import { type Instrument, type Io, type Issue, makeIssue } from '../../domain/index.js';
import { type PreparedRun, prepareRun } from '../prepare-run.js';
import type { AllocateRequest } from '../request.js';
import type { VenueInputs } from './load-venues.js';
import type { Slot } from './move-pairs.js';

/** A venue with its book and what could come to it, valued by its own market under its own rules. */
export interface VenueRun {
  readonly name: string;
  readonly run: PreparedRun;
}

/** Values every venue; the runs are fewer than the venues where there are errors among the issues. */
export function venueRuns(
  venues: readonly VenueInputs[],
  slots: readonly Slot[],
  request: AllocateRequest,
  io: Io,
): { readonly runs: readonly VenueRun[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const runs: VenueRun[] = [];
  for (const [v, { venue, inputs }] of venues.entries()) {
    const wanted = new Set(slots.filter((slot) => slot.venue === v).map(({ instrument }) => instrument));
    const further: Instrument[] = [...inputs.market.quotes.values()]
      .map(({ instrument }) => instrument)
      .filter(({ name }) => wanted.has(name));
    const own = {
      ...request,
      model: venue.model ?? request.model,
      parameterOverrides: { ...request.parameterOverrides, ...venue.set },
    };
    const { run, issues: told } = prepareRun(own, inputs, io, further);
    issues.push(...told.filter(({ code }) => code !== 'RUN_EMPTY_BOOK').map((issue) => ofVenue(venue.name, issue)));
    if (run !== null) runs.push({ name: venue.name, run });
  }
  return { runs, issues: [...issues, ...emptiness(venues), ...differingTimes(runs)] };
}

/** The same complaint, telling its venue. */
function ofVenue(name: string, issue: Issue): Issue {
  return { ...issue, message: `${name}: ${issue.message}` };
}

/** A venue without positions is nothing to remark on, unless all are. */
function emptiness(venues: readonly VenueInputs[]): Issue[] {
  const isEmpty = venues.every(({ inputs }) => inputs.book.positions.length === 0);
  return isEmpty ? [makeIssue('RUN_EMPTY_BOOK')] : [];
}

function differingTimes(runs: readonly VenueRun[]): Issue[] {
  const [first, ...others] = runs;
  const later = others.find(({ run }) => run.view.asOf !== first!.run.view.asOf);
  if (first === undefined || later === undefined) return [];
  const times = [first, later].map(({ run }) => new Date(run.view.asOf).toISOString()).join(', ');
  return [makeIssue('ALC_TIMES_DIFFER', { subject: `${first.name} and ${later.name}`, detail: times })];
}
