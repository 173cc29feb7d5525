import { patientWasm } from './patient-wasm.js';
import type { Services } from './services.js';

const rooms = () => import('./rooms.js');
const furtherRooms = () => import('./further-rooms.js');
const models = () => import('../app/describe-models.js');

/** Rooms for a run that will solve. All are loaded before V8 is told of WebAssembly: it takes no kept code made under other settings. */
async function solving<T>(room: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([room, rooms()]);
  await patientWasm();
  return loaded;
}

/** The other rooms, loaded when a command first asks for them: help and completion never do. */
export const REAL_SERVICES: Services = {
  runMargin: async (request, io) => (await rooms()).runMargin(request, io),
  runOptimize: async (request, io) => (await solving(import('./search-room.js'))).runOptimize(request, io),
  runFrontier: async (request, io) => (await solving(furtherRooms())).runFrontier(request, io),
  runAttribute: async (request, io) => (await furtherRooms()).runAttribute(request, io),
  runWhatIf: async (request, io) => (await import('../app/run-whatif.js')).runWhatIf(request, io),
  runAllocate: async (request, io) => (await solving(furtherRooms())).runAllocate(request, io),
  runCollateral: async (request, io) => (await solving(furtherRooms())).runCollateral(request, io),
  runCorrelate: async (request, io) => (await furtherRooms()).runCorrelate(request, io),
  runCompare: async (request, io) => (await furtherRooms()).runCompare(request, io),
  runReconcile: async (request, io) => (await furtherRooms()).runReconcile(request, io),
  runStress: async (request, io) => (await furtherRooms()).runStress(request, io),
  runVerify: async (request, io) => (await furtherRooms()).runVerify(request, io),
  describeModels: async (id, io) => (await models()).describeModels(id, io),
  parameterNames: async (io) => {
    const { result } = await (await models()).describeModels(null, io);
    const sets = result?.models.flatMap(({ parameters }) => parameters) ?? [];
    return [...new Set(sets.flatMap(({ values }) => Object.keys(values)))];
  },
  render: async (document, appearance) => (await rooms()).render(document, appearance),
  renderIssues: async (issues, look) => (await rooms()).renderIssues(issues, look),
  readConfig: async (file, io) => {
    const { value, at, issues } = await (await rooms()).readJsonObject(file, io, 'config');
    return { value: { values: value, at }, issues };
  },
  schemas: async () => {
    const { jsonSchema, SCHEMA_NAMES } = await import('../schema/schema-registry.js');
    return Object.fromEntries(SCHEMA_NAMES.map((name) => [name, jsonSchema(name)]));
  },
};
