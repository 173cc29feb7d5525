import { SIMM_PARAMETER_SETS } from './simm-parameter-sets.js';
import type { SimmParameterSet } from './simm-values.js';

/** The parameter set of a version such as `2.6`, by any of its numbers; `2.8` also means the only `2.8+...` there is. */
export function simmVersion(version: string): SimmParameterSet | undefined {
  const wanted = version.toLowerCase();
  const exact = SIMM_PARAMETER_SETS.find((set) => numbersOf(set).includes(wanted));
  if (exact !== undefined) return exact;
  const dated = SIMM_PARAMETER_SETS.filter((set) => set.version.startsWith(`${wanted}+`));
  return dated.length === 1 ? dated[0] : undefined;
}

function numbersOf(set: SimmParameterSet): readonly string[] {
  return [set.version, ...set.alsoKnownAs].map((number) => number.toLowerCase());
}
