/** Throws: a document without a writer is a mistake in this program, never the user's. */
export function unknownDocument(schema: string): never {
  throw new TypeError(`no writer for a document of schema ${schema}`);
}
