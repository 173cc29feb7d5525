import type { Estimator } from './estimator.js';
import { ewmaMeasure } from './ewma-measure.js';
import { gerberMeasure } from './gerber-measure.js';
import { kendallMeasure } from './kendall-measure.js';
import type { PairMeasure } from './pair-measure.js';
import { SAMPLE_MEASURE } from './sample-measure.js';
import { spearmanMeasure } from './spearman-measure.js';

/** Does something with the measure of pairs that an estimator rests on; the shrinkages rest on the sample's. */
export function withMeasure<R>(estimator: Estimator, use: <P>(measure: PairMeasure<P>) => R): R {
  switch (estimator.name) {
    case 'ewma':
      return use(ewmaMeasure(estimator.halfLife));
    case 'spearman':
      return use(spearmanMeasure(estimator.asPearson));
    case 'kendall':
      return use(kendallMeasure(estimator.asPearson));
    case 'gerber':
      return use(gerberMeasure(estimator.threshold));
    case 'sample':
    case 'ledoit-wolf':
    case 'oas':
      return use(SAMPLE_MEASURE);
  }
}
