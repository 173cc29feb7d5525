import type {
  CorrelationMatrix,
  Io,
  Issue,
  Market,
  ParameterRange,
  RobustCaseTerms,
  RobustRule,
} from '../../domain/index.js';
import { makeIssue, robustSource } from '../../domain/index.js';
import {
  type Ingested,
  readCorrelations,
  readJsonObject,
  readMarket,
  readParameterRanges,
  readRobust,
  type Source,
} from '../../ingest/index.js';
import type { OptimizeRequest } from '../request.js';
import { loadMatrices } from './load-matrices.js';

/** A case with what its files hold; null for what is as in the run itself. */
export interface LoadedCase extends Omit<RobustCaseTerms, 'parameters' | 'market' | 'correlations'> {
  readonly parameters: Readonly<Record<string, unknown>> | null;
  readonly market: Market | null;
  readonly correlations: CorrelationMatrix | null;
}

export interface LoadedRobust {
  readonly rule: RobustRule;
  readonly cases: readonly LoadedCase[];
  /** Ranges of parameters, which make cases once the book is valued; null for none. */
  readonly ranges: readonly ParameterRange[] | null;
  /** Whether every case is the run itself but for its figures or correlations, so that the plain hedge is told beside. */
  readonly ofTheRun: boolean;
}

const EXPECTED =
  'a file of cases (.json), parameters:FILE, correlations:DIR, regimes:N, or models parted by commas, each once';

/**
 * The cases of a request: those of a file with every file they name, those that ranges of parameters will come to, or one for
 * each model of a list (the worst of them counts). Files of a case are inputs of the run with roles of their own, `robust.NAME.market`.
 *
 * @returns null cases where none are asked for
 */
export async function loadRobust(
  { robust, robustFiles, venue }: Pick<OptimizeRequest, 'robust' | 'robustFiles' | 'venue'>,
  io: Io,
): Promise<{ readonly robust: LoadedRobust | null; readonly issues: Issue[]; readonly sources: Source[] }> {
  if (robust === null) return { robust: null, issues: [], sources: [] };
  const issues: Issue[] = [];
  const sources: Source[] = [];
  const asked = robustSource(robust);
  if (asked.kind === 'models') return { robust: listed(asked.models, robust, issues), issues, sources };
  if (asked.kind === 'parameters' && asked.path !== '') {
    const file = await readParameterRanges(robustFiles['parameter-ranges'] ?? asked.path, io);
    const ranges = { rule: 'worst', cases: [], ranges: file.value, ofTheRun: true } as const;
    return { robust: ranges, issues: [...file.issues], sources: [file.source] };
  }
  if (asked.kind === 'correlations') return loadMatrices(asked.path, robustFiles, io);
  // Regimes are of the underlyings of the run, which nobody knows before it is prepared.
  if (asked.kind === 'regimes' && Number.isFinite(asked.regimes)) return { robust: null, issues, sources };
  if (asked.kind !== 'cases') {
    issues.push(makeIssue('CFG_BAD_VALUE', { field: '--robust', value: robust, expected: EXPECTED }));
    return { robust: null, issues, sources };
  }
  const file = await readRobust(asked.path, io);
  issues.push(...file.issues);
  sources.push(file.source);
  const taken = async <T>(
    { name }: RobustCaseTerms,
    key: string,
    path: string | null,
    read: (path: string, role: string) => Promise<Ingested<T>>,
  ): Promise<T | null> => {
    if (path === null) return null;
    const role = `robust.${name}.${key}`;
    const ingested = await read(robustFiles[role] ?? path, role);
    issues.push(...ingested.issues);
    sources.push({ ...ingested.source, role });
    return ingested.value;
  };
  const cases: LoadedCase[] = [];
  for (const terms of file.value.cases) {
    cases.push({
      ...terms,
      parameters: await taken(terms, 'parameters', terms.parameters, (path, role) => readJsonObject(path, io, role)),
      market: await taken(terms, 'market', terms.market, (path) => readMarket(path, io, { venue })),
      correlations: await taken(terms, 'correlations', terms.correlations, (path) => readCorrelations(path, io)),
    });
  }
  return { robust: { rule: file.value.rule, cases, ranges: null, ofTheRun: false }, issues, sources };
}

/** `derive-pm2,deribit-pme`: a case a model, the worst of them. */
function listed(models: readonly string[], text: string, issues: Issue[]): LoadedRobust {
  if (models.length === 0 || new Set(models).size < models.length) {
    issues.push(makeIssue('CFG_BAD_VALUE', { field: '--robust', value: text, expected: EXPECTED }));
  }
  const plain = { weight: 1, set: {}, parameters: null, market: null, correlations: null, origin: null };
  return {
    rule: 'worst',
    cases: models.map((model) => ({ ...plain, name: model, model })),
    ranges: null,
    ofTheRun: false,
  };
}
