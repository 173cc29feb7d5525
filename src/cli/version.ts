export { VERSION } from '../domain/version.js';
