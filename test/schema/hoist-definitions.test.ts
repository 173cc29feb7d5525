import { Type } from '@sinclair/typebox';
import { describe, expect, it } from 'vitest';
import { hoistDefinitions } from '../../src/schema/hoist-definitions.js';

describe('hoistDefinitions', () => {
  it('moves a recursive schema to $defs and points to it', () => {
    const tree = Type.Recursive((Self) => Type.Object({ children: Type.Array(Self) }), { $id: 'Tree' });
    expect(hoistDefinitions(Type.Object({ root: tree }))).toEqual({
      type: 'object',
      required: ['root'],
      properties: { root: { $ref: '#/$defs/Tree' } },
      $defs: {
        Tree: {
          type: 'object',
          required: ['children'],
          properties: { children: { type: 'array', items: { $ref: '#/$defs/Tree' } } },
        },
      },
    });
  });

  it('leaves a schema without identifiers as it is, as plain data', () => {
    const schema = Type.Array(Type.Union([Type.String(), Type.Null()]));
    const plain = hoistDefinitions(schema);
    expect(plain).toEqual({ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } });
    expect(Object.getOwnPropertySymbols(plain)).toEqual([]);
  });
});
