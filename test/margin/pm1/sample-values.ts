import { PM1_PARAMETER_SETS, type Pm1Values } from '../../../src/margin/pm1/index.js';

/** The figures of a shipped set. */
export function shippedValues(id: string): Pm1Values {
  const set = PM1_PARAMETER_SETS.find((one) => one.id === id);
  if (set === undefined) throw new RangeError(`no set ${id}`);
  return set.values;
}
