import { describe, expect, it } from 'vitest';
import { chooseModel, MARGIN_MODELS } from '../../src/margin/index.js';

describe('a model by its text', () => {
  it.each(MARGIN_MODELS.map((model) => [model.id, model] as const))(
    '%s: its default set, or any by id',
    (id, model) => {
      expect(chooseModel(id)).toEqual({ status: 'found', model, set: model.parameterSets[0] });
      for (const set of model.parameterSets) {
        expect(chooseModel(`${id}@${set.id}`)).toEqual({ status: 'found', model, set });
      }
      expect(chooseModel(`${id}@`)).toEqual({ status: 'unknown set', model, setId: '' });
    },
  );

  it('that nobody knows, or half of it', () => {
    expect(chooseModel('scam@scan-2026-11-22')).toEqual({ status: 'unknown model', id: 'scam' });
    expect(chooseModel('@scan-2026-11-22')).toEqual({ status: 'unknown model', id: '' });
    expect(chooseModel('constructor')).toEqual({ status: 'unknown model', id: 'constructor' });
    expect(chooseModel('scan@pm1-grvt')).toMatchObject({ status: 'unknown set', setId: 'pm1-grvt' });
    expect(chooseModel('scan@scan-2026-11-22@')).toMatchObject({ status: 'unknown set' });
  });

  it('no id has the sign that parts it from its set', () => {
    const ids = MARGIN_MODELS.flatMap(({ id, parameterSets }) => [id, ...parameterSets.map((set) => set.id)]);
    expect(ids.filter((id) => id.includes('@'))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
