/** The forms a document can take. */
export const RENDER_FORMATS = ['table', 'json', 'ndjson', 'csv', 'md', 'html'] as const;

export type RenderFormat = (typeof RENDER_FORMATS)[number];
