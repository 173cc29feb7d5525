import { type Issue, makeIssue } from '../../domain/index.js';
import { MARGIN_MODELS } from '../../margin/index.js';
import type { PreparedRun } from '../prepare-run.js';
import type { CommonRequest, OptimizeRequest } from '../request.js';

/** The joint moves of a run: those a rule book lists, or every one of its ellipsoid. */
export type ScenarioMode = 'listed' | 'ellipsoid';

/** What else a search may be asked for that the ellipsoid does not go with. */
type Asked = Pick<CommonRequest, 'scenarioMode'> &
  Partial<Pick<OptimizeRequest, 'horizonRule' | 'robust' | 'collateral'>>;

/** Complaints about a request for the ellipsoid: of a rule book that has none, and of what does not go with it. */
export function ellipsoidIssues(request: Asked, { model }: PreparedRun): Issue[] {
  if (request.scenarioMode !== 'ellipsoid') return [];
  const field = '--scenarios ellipsoid';
  if (model.ellipsoid === undefined) {
    const able = MARGIN_MODELS.filter((one) => one.ellipsoid !== undefined).map(({ id }) => id);
    const expected = `listed: model ${model.id} has scenarios of its own, model ${able.join(', ')} has an ellipsoid`;
    return [makeIssue('CFG_BAD_VALUE', { field: '--scenarios', value: 'ellipsoid', expected })];
  }
  const against = [
    (request.horizonRule ?? 'now') === 'now' ? null : `--horizon-rule ${request.horizonRule}`,
    (request.robust ?? null) === null ? null : '--robust',
    (request.collateral ?? null) === null ? null : '--collateral',
  ];
  return against.flatMap((subject) => (subject === null ? [] : [makeIssue('CFG_CONFLICT', { field, subject })]));
}
