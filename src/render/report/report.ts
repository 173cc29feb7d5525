/**
 * A document as people read it: sections of blocks, every number already a text, no layout decided. One builder per document
 * makes it; the table, Markdown and HTML writers each lay it out.
 */
export interface Report {
  readonly title: string;
  /** What the figures rest on: model, parameters, time. */
  readonly basis: string;
  /** Most important first: a page keeps the order, a terminal turns it round, because its reader sees the end. */
  readonly sections: readonly Section[];
  /** The line to read if only one is read. */
  readonly summary: Cell;
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = TableBlock | FactsBlock | TreeBlock | HeatMapBlock | ChartBlock | TextBlock;

/** Emphasis only: whatever a tone says is said by the words or the sign too. */
export type Tone = 'plain' | 'strong' | 'muted' | 'good' | 'bad' | 'warning';

export interface Cell {
  readonly text: string;
  readonly tone: Tone;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** 0 is always shown; where room is short the highest rank goes first. */
  readonly rank: number;
  /** What the figures mean where the title does not say it; shown when the column is. Null for none. */
  readonly note: string | null;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** A sentence that belongs to the row and needs the whole width; null for none. */
  readonly detail: string | null;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Title of the rows' details, for writers that give them a column; null when no row has one. */
  readonly detailTitle: string | null;
  /** What was left out, in words; null when nothing was. */
  readonly omitted: string | null;
  /** Where room is short, columns follow below with the first one repeated, and none is left out. */
  readonly foldable?: true;
}

export interface Fact {
  readonly label: string;
  readonly value: Cell;
  readonly note: string;
}

export interface FactsBlock {
  readonly kind: 'facts';
  readonly facts: readonly Fact[];
}

export interface TreeLine {
  /** `|- ` and the like, for fixed-width writers. */
  readonly branch: string;
  readonly depth: number;
  readonly name: string;
  /** Empty for a line that stands for lines left out. */
  readonly amount: string;
  readonly active: boolean;
}

export interface TreeBlock {
  readonly kind: 'tree';
  readonly lines: readonly TreeLine[];
  readonly legend: string;
}

export interface HeatCell {
  readonly text: string;
  /** -3 (the largest losses) to 3 (the largest gains), 0 for no change. */
  readonly heat: number;
}

export interface HeatMapBlock {
  readonly kind: 'heat-map';
  readonly caption: string;
  readonly rowTitle: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly HeatCell[] }[];
  readonly legend: string;
}

/** A curve through some places, in order along the axis, straight from one to the next. */
export interface ChartBlock {
  readonly kind: 'chart';
  /** What the height is. */
  readonly caption: string;
  readonly xTitle: string;
  /** Texts of the first and the last place. */
  readonly xLabels: readonly [string, string];
  readonly curve: readonly { readonly x: number; readonly y: number }[];
  readonly mark: { readonly x: number; readonly y: number; readonly label: string } | null;
}

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  readonly tone: Tone;
}
