/**
 * What runs before the program: a help page is printed as the build has written it, anything else loads the program's modules, by
 * V8's compiled code where there is some. A small file of its own in dist/, in CommonJS: Node's loader of ES modules alone takes a
 * quarter of the time of an empty Node.
 */
export { CachedModules } from './cached-modules.js';
export { start } from './start.js';
