import { evaluateSingle } from '../formula/index.js';
import { heldValue } from './portfolio-value.js';
import type { PreparedRun } from './prepare-run.js';

const MARK_TO_MARKET = /(^| )mark to market$/;

/**
 * Value of a book as the rule book's own venue counts it (its forwards, its discounting, its stable coin), in the reporting
 * currency: what the venue takes a requirement from. Lines that the rules give no value (spot where it is equity only,
 * futures) count as everywhere in margo: spot at its mark, futures at their profit since entry.
 */
export function venueValue({ requirement, lines, quantities, positions }: PreparedRun): number {
  const values = Object.entries(requirement.components).filter(([name]) => MARK_TO_MARKET.test(name));
  return lines.reduce((total, line, j) => {
    const quantity = quantities[j]!;
    const own = values.reduce((sum, [, value]) => sum + evaluateSingle(value, j, quantity), 0);
    return total + (own === 0 ? heldValue(line, quantity, positions[j] ?? null) : own);
  }, 0);
}
