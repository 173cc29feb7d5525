/** A text that Markdown shows as it is: no emphasis, link, HTML, or table cell can be opened from inside it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_~[\]<>|&]/g, (character) => `\\${character}`);
}

/** The same for a paragraph, whose start could also open a list, a heading or a quotation. */
export function escapeMarkdownParagraph(text: string): string {
  return escapeMarkdown(text)
    .replace(/^\s*([#+-])/, '\\$1')
    .replace(/^\s*(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
