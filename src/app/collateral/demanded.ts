import { type CollateralDemand, type Io, type Issue, makeIssue } from '../../domain/index.js';
import { evaluate } from '../../formula/index.js';
import { readJsonObject, type Source } from '../../ingest/index.js';
import { loadInputs } from '../load-inputs.js';
import { prepareRun } from '../prepare-run.js';
import type { CollateralRequest } from '../request.js';

/** What a venue asks for, and where that comes from. */
export interface Demanded {
  readonly venue: string;
  readonly requirement: number;
  /** `amount`, or the document or book. */
  readonly source: string;
}

export interface DemandAnswer {
  /** Null with errors among the issues. */
  readonly demanded: Demanded | null;
  readonly issues: readonly Issue[];
  readonly sources: readonly Source[];
}

const FROM_DOCUMENTS = /^margo\/(margin|optimize|whatif)@\d+$/;

/** The requirement of one venue: the amount, what a document says, or the margin of a book. */
export async function demandedBy(demand: CollateralDemand, request: CollateralRequest, io: Io): Promise<DemandAnswer> {
  const { venue, requirement, origin } = demand;
  switch (requirement?.kind) {
    case undefined: {
      const issues = [makeIssue('COL_NO_REQUIREMENT', { at: origin, subject: venue, field: 'requirement' })];
      return { demanded: null, issues, sources: [] };
    }
    case 'amount':
      return { demanded: { venue, requirement: requirement.amount, source: 'amount' }, issues: [], sources: [] };
    case 'document':
      return fromDocument(demand, requirement.path, request, io);
    case 'book':
      return fromBook(venue, requirement, request, io);
  }
}

async function fromDocument(
  { venue, origin }: CollateralDemand,
  path: string,
  { currency }: CollateralRequest,
  io: Io,
): Promise<DemandAnswer> {
  const { value, issues, source } = await readJsonObject(path, io, `requirement of ${venue}`);
  const sources = [source];
  if (issues.length > 0) return { demanded: null, issues, sources };
  const refused = (detail: string): DemandAnswer => {
    const facts = { at: origin, subject: venue, field: 'requirement', value: path, detail };
    return { demanded: null, issues: [makeIssue('COL_BAD_REQUIREMENT', facts)], sources };
  };
  if (!FROM_DOCUMENTS.test(String(value.schema)))
    return refused('it is no document of margo margin, optimize or whatif');
  const result = (value.result ?? {}) as Readonly<Record<string, unknown>>;
  const book = String(value.schema).startsWith('margo/margin@') ? result : (result.after as typeof result | null);
  const amount = book?.initialMargin;
  if (typeof amount !== 'number' || !(amount >= 0)) return refused('it has no initial margin');
  if (result.currency !== currency) return refused(`it is in ${String(result.currency)}, not in ${currency}`);
  return { demanded: { venue, requirement: amount, source: path }, issues: [], sources };
}

async function fromBook(
  venue: string,
  book: Extract<CollateralDemand['requirement'], { readonly kind: 'book' }>,
  request: CollateralRequest,
  io: Io,
): Promise<DemandAnswer> {
  const own = {
    ...request,
    positions: book.positions,
    market: book.market ?? request.market,
    model: book.model ?? request.model,
  };
  const loaded = await loadInputs(own, io);
  const sources = loaded.sources.map((source) => ({ ...source, role: `${source.role} of ${venue}` }));
  if (loaded.issues.some(({ severity }) => severity === 'error')) {
    return { demanded: null, issues: loaded.issues, sources };
  }
  const { run, issues } = prepareRun(own, loaded.inputs, io, []);
  const told = [...loaded.issues, ...issues];
  if (run === null) return { demanded: null, issues: told, sources };
  const requirement = Math.max(0, evaluate(run.requirement.initial, run.quantities));
  const source = `${book.positions} under ${own.model}`;
  return { demanded: { venue, requirement, source }, issues: told, sources };
}
