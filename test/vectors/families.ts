import { correlationFamily } from './correlation/correlation-family.js';
import { derivePm1Family } from './derive/derive-pm1-family.js';
import { derivePm2Family } from './derive/derive-pm2-family.js';
import { deriveSrmFamily } from './derive/derive-srm-family.js';
import { pricingFamily } from './pricing/pricing-family.js';
import { simmFamily } from './simm/simm-family.js';
import { spanFamily } from './span/span-family.js';
import { timsFamily } from './tims/tims-family.js';
import { varFamily } from './var/var-family.js';
import type { VectorFamily } from './vector-case.js';
import { deribitPmeFamily } from './venues/deribit-pme-family.js';
import { okxPmFamily } from './venues/okx-pm-family.js';
import { paradexPmFamily } from './venues/paradex-pm-family.js';

/** The families that margo knows, in the order in which they are run. */
export const FAMILIES: readonly VectorFamily[] = [
  pricingFamily,
  correlationFamily,
  derivePm2Family,
  derivePm1Family,
  deriveSrmFamily,
  deribitPmeFamily,
  okxPmFamily,
  paradexPmFamily,
  simmFamily,
  varFamily,
  timsFamily,
  spanFamily,
];
