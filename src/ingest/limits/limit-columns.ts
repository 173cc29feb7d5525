/** The columns of the limits file; a limit given as text has the same five parts. */
export const LIMIT_COLUMNS = ['limit', 'scope', 'min', 'max', 'priority'] as const;

/** Where each column stands in `LIMIT_COLUMNS`. */
export const LIMIT_SLOT = { limit: 0, scope: 1, min: 2, max: 3, priority: 4 } as const;
