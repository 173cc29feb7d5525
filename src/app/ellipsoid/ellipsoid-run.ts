import type { PreparedRun } from '../prepare-run.js';
import type { CommonRequest } from '../request.js';

/**
 * The run with the worst joint moves of some books beside its listed scenarios, where the request asks for them; else the run
 * itself. The search is loaded only then.
 *
 * @param books the run's own book unless given
 */
export async function ellipsoidRun(
  { scenarioMode, seed }: Pick<CommonRequest, 'scenarioMode' | 'seed'>,
  run: PreparedRun,
  books: readonly Float64Array[] = [run.quantities],
): Promise<PreparedRun> {
  if (scenarioMode !== 'ellipsoid') return run;
  const { EllipsoidSearch } = await import('./ellipsoid-search.js');
  const search = new EllipsoidSearch(run, seed);
  for (const book of books) search.cover(book);
  return search.run(books);
}
