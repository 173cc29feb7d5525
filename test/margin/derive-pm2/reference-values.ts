import { PM2_PARAMETER_SETS, type Pm2Values } from '../../../src/margin/derive-pm2/index.js';

/** The figures of the venue's own test cases. */
export const REFERENCE: Pm2Values = PM2_PARAMETER_SETS.find(({ id }) => id.includes('reference'))!.values;
