import type { Io, Issue } from '../../domain/index.js';
import type { Services } from '../services.js';
import { isColored } from './is-colored.js';
import { writeText } from './write-text.js';

/** What decides how issues are reported. */
export interface IssueReport {
  readonly quiet: boolean;
  /** `--color`, `--no-color`, or neither. */
  readonly color: boolean | null;
  readonly exitCode: number;
}

/**
 * Writes issues to standard error. A quiet run that ends with 0 says nothing; one that does not, tells its errors only. When standard
 * error takes no more, nobody is left to tell, and the exit code still says how the run went.
 */
export async function reportIssues(
  issues: readonly Issue[],
  { quiet, color, exitCode }: IssueReport,
  io: Io,
  services: Services,
): Promise<void> {
  const told = quiet ? issues.filter(({ severity }) => severity === 'error' && exitCode !== 0) : issues;
  if (told.length === 0) return;
  // Two streams that are both terminals are the same terminal; standard error does not say its width.
  const width = (io.stderr.isTTY === true ? io.stdout.columns : undefined) ?? 80;
  const text = await services.renderIssues(told, { width, color: isColored(io.stderr, color, io.env) });
  await writeText(io.stderr, text).catch(() => undefined);
}
