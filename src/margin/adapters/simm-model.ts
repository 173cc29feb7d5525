import type { ValuedInstrument } from '../../scenario/index.js';
import type { MarginModel } from '../model-registry.js';
import { SIMM_FIGURE_RULES, SIMM_SETTING_SETS, type SimmSettings, simmRequirement } from '../simm/index.js';
import { registered } from './registered.js';

/** ISDA SIMM of derivatives that no clearing house stands behind, from the sensitivities of a CRIF file. */
export const SIMM_MODEL: MarginModel = registered<SimmSettings>({
  id: 'simm',
  title: 'ISDA SIMM: sensitivities of a CRIF file, weighed, netted and correlated; the schedule beside it',
  notice:
    'ISDA SIMM is a methodology and a trademark of ISDA, which licenses it: whoever uses it for regulatory margin, or offers it commercially, needs a licence from ISDA. margo grants none, and ISDA neither endorses nor validates margo.',
  parameterSets: SIMM_SETTING_SETS,
  figureRules: SIMM_FIGURE_RULES,
  kind: 'bilateral',
  usesSensitivities: true,
  looksAtHeldLines: true,
  exactAtBook: true,
  longOnly: ({ instrument }) => instrument.type === 'trade',
  refuses,
  restates: () => null,
  build: simmRequirement,
});

/** Why nothing is known of a line that has a price. */
function refuses({ instrument }: ValuedInstrument): string | null {
  return instrument.type === 'trade' ? null : 'is no trade of a CRIF file, and SIMM is made of sensitivities';
}
