import v22 from '../parameters/simm-2.2.json' with { type: 'json' };
import v23 from '../parameters/simm-2.3.json' with { type: 'json' };
import v24 from '../parameters/simm-2.4.json' with { type: 'json' };
import v25 from '../parameters/simm-2.5.json' with { type: 'json' };
import v25a from '../parameters/simm-2.5a.json' with { type: 'json' };
import v26 from '../parameters/simm-2.6.json' with { type: 'json' };
import v27 from '../parameters/simm-2.7.json' with { type: 'json' };
import v272412 from '../parameters/simm-2.7-2412.json' with { type: 'json' };
import v282506 from '../parameters/simm-2.8-2506.json' with { type: 'json' };
import type { SimmParameterSet } from './simm-values.js';

/** The shipped versions of ISDA SIMM, newest first. */
export const SIMM_PARAMETER_SETS: readonly SimmParameterSet[] = [v282506, v272412, v27, v26, v25a, v25, v24, v23, v22];
