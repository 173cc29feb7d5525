/** The version of margo, that of package.json (a test compares them); written here so that no start has to read a file. */
export const VERSION = '0.1.0';
