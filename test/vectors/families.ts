import { correlationFamily } from './correlation/correlation-family.js';
import { pricingFamily } from './pricing/pricing-family.js';
import type { VectorFamily } from './vector-case.js';

/** The families that margo knows, in the order in which they are run. */
export const FAMILIES: readonly VectorFamily[] = [pricingFamily, correlationFamily];
