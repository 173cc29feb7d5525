import { expect, it } from 'vitest';
import { MODEL_IDS } from '../../src/cli/model-ids.js';
import { MARGIN_MODELS } from '../../src/margin/index.js';

it('completion offers every model, and no other', () => {
  expect(MODEL_IDS).toEqual(MARGIN_MODELS.map(({ id }) => id));
});
