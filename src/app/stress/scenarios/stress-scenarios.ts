import { hasErrors, type Issue, makeIssue, type StressScenario } from '../../../domain/index.js';
import { readStressScenarios } from '../../../ingest/index.js';
import type { StressScenarioLine, StressScenarios } from '../../../schema/stress/stress-scenarios.js';
import { didYouMean } from '../../did-you-mean.js';
import type { PreparedRun } from '../../prepare-run.js';
import { moveWords } from '../move-words.js';
import { lacking, refusedPart, type StressContext, type StressPartRun } from '../stress-part.js';
import { stressedBook } from '../stressed-book.js';

/** The scenarios of a file, each with the whole book revalued and margined after it; the largest loss first. */
export const stressScenarios: StressPartRun<StressScenarios> = async (context) => {
  const { request, run, io } = context;
  if (request.scenariosFile === null) return lacking('--scenarios-file FILE');
  const { value, issues: told, source } = await readStressScenarios(request.scenariosFile, io);
  const issues = [...told];
  if (hasErrors(issues)) return refusedPart(issues, [source]);
  issues.push(...strangers(value, run));
  const lines: StressScenarioLine[] = [];
  for (const scenario of value) {
    io.signal.throwIfAborted();
    lines.push(lineOf(context, scenario, issues));
  }
  lines.sort((a, b) => a.pnl - b.pnl);
  return { section: { scenarios: lines }, needs: null, issues, sources: [source], states: lines };
};

function lineOf(context: StressContext, scenario: StressScenario, issues: Issue[]): StressScenarioLine {
  const { book, days, floored } = stressedBook(context, scenario);
  if (floored.length > 0) {
    const detail = `${floored.slice(0, 3).join(', ')}${floored.length > 3 ? ` and ${floored.length - 3} more` : ''}`;
    issues.push(
      makeIssue('STR_FLOORED', {
        at: scenario.moves[0]?.origin,
        subject: scenario.name,
        detail: `${detail} would fall too far`,
      }),
    );
  }
  return { name: scenario.name, moves: scenario.moves.map(moveWords), days, ...book };
}

/** Names that neither the book nor the market has, each at its first move. */
function strangers(scenarios: readonly StressScenario[], { view, lines }: PreparedRun): Issue[] {
  const known = new Set([
    ...lines.map(({ instrument }) => instrument.underlying),
    ...[...view.market.quotes.values()].map(({ instrument }) => instrument.underlying),
  ]);
  const told = new Set<string>();
  return scenarios
    .flatMap(({ moves }) => moves)
    .flatMap(({ of, origin }) => {
      if (of === null || known.has(of) || told.has(of)) return [];
      told.add(of);
      const hint = didYouMean(of, [...known]);
      return [makeIssue('STR_NO_SUCH_UNDERLYING', { at: origin, subject: of, field: 'of', value: of, hint })];
    });
}
