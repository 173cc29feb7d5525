import type { HorizonLine } from '../../../schema/index.js';
import { figure } from '../../number-format.js';

/** `on average over 30 days`, `on its worst date within 30 days`. */
export function horizonWords({ rule, days }: HorizonLine): string {
  const length = `${figure(days)} day${days === 1 ? '' : 's'}`;
  return rule === 'average' ? `on average over ${length}` : `on its worst date within ${length}`;
}
