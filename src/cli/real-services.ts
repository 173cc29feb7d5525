import type { Services } from './services.js';

/** The other rooms, each loaded when a command first asks for it: `margo schema` never loads a solver. */
export const REAL_SERVICES: Services = {
  runMargin: async (request, io) => (await import('../app/run-margin.js')).runMargin(request, io),
  runOptimize: async (request, io) => (await import('../app/run-optimize.js')).runOptimize(request, io),
  runWhatIf: async (request, io) => (await import('../app/run-whatif.js')).runWhatIf(request, io),
  describeModels: async (id, io) => (await import('../app/describe-models.js')).describeModels(id, io),
  render: async (document, appearance) => (await import('../render/render.js')).render(document, appearance),
  renderIssues: async (issues, look) => (await import('../render/render-issues.js')).renderIssues(issues, look),
  readConfig: async (file, io) => {
    const { readJsonObject } = await import('../ingest/read-json-object.js');
    const { value, issues } = await readJsonObject(file, io, 'config');
    return { value: { values: value, at: () => ({ file, line: 0, column: 0 }) }, issues };
  },
  schemas: async () => {
    const { jsonSchema, SCHEMA_NAMES } = await import('../schema/schema-registry.js');
    return Object.fromEntries(SCHEMA_NAMES.map((name) => [name, jsonSchema(name)]));
  },
};
