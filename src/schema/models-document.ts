import { type Static, Type } from '@sinclair/typebox';
import { closed, Nullable } from './common.js';
import { envelope } from './envelope.js';
import { ParametersSchema } from './margin-document.js';

export const ModelsResultSchema = closed({
  models: Type.Array(
    closed({
      id: Type.String(),
      title: Type.String(),
      notice: Type.Optional(Type.String({ description: 'whose rules these are, and what their users need' })),
      parameters: Type.Array(ParametersSchema),
      formula: Nullable(Type.String({ description: 'the named tree of the formula, indented' })),
    }),
  ),
});

export const ModelsDocumentSchema = envelope('models', 1, ModelsResultSchema);

export type ModelsResult = Static<typeof ModelsResultSchema>;
export type ModelsDocument = Static<typeof ModelsDocumentSchema>;
