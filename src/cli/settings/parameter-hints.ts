import type { Issue } from '../../domain/index.js';
import { nearestName } from '../../ingest/nearest-name.js';
import { isSection } from './find-option.js';

/**
 * Complaints with a better hint where an unknown setting is a parameter of a model without its `model.` (`--set scanSigmas=5`), or
 * nearly one and nearly no option.
 *
 * @param names the parameters of all models
 */
export function withParameterHints(issues: readonly Issue[], names: readonly string[]): readonly Issue[] {
  return issues.map((issue) => {
    if (issue.code !== 'CFG_UNKNOWN_KEY') return issue;
    // The field is `--set scanSigmas`, or the key alone in a file.
    const path = (issue.field?.split(' ').at(-1) ?? '').split('.');
    const [written = '', ...rest] = path.length > 1 && isSection(path[0] ?? '') ? path.slice(1) : path;
    const hasHint = issue.hint?.startsWith('did you mean') === true;
    const meant = hasHint ? names.find((name) => name === written) : nearestName(written, names);
    return meant === undefined || meant === null
      ? issue
      : { ...issue, hint: `did you mean ${['model', meant, ...rest].join('.')}?` };
  });
}
