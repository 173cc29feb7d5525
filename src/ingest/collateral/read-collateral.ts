import type { Node } from 'jsonc-parser';
import type { CollateralAsset, CollateralDemand, Io } from '../../domain/index.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import { jsonDocument } from '../json/json-document.js';
import { nodeMembers } from '../json/node-members.js';
import { inputFormat } from '../source/input-format.js';
import type { TextSource } from '../source/text-source.js';
import { columnKey, meantColumn } from '../table/column-name.js';
import { Header } from '../table/header.js';
import { readJsonRows } from '../table/read-json-rows.js';
import { readTable } from '../table/read-table.js';
import { AssetRows } from './asset-rows.js';
import { ASSET_LAYOUT, termColumn, VENUE_LAYOUT } from './collateral-columns.js';
import { DemandRows } from './demand-rows.js';
import { flatAsset, flatVenue } from './flat-members.js';

/** What can be posted, and who asks for how much. */
export interface CollateralFile {
  readonly assets: readonly CollateralAsset[];
  /** Empty where the file has assets only. */
  readonly venues: readonly CollateralDemand[];
}

/**
 * Reads assets that can be posted. Rows `asset, amount, price, funding_cost, lot, minimum, haircut.VENUE, cap.VENUE,
 * funding_cost.VENUE` (CSV, JSON array, NDJSON), or the JSON object `{ "assets": [...], "venues": [{ "venue", "requirement" }] }`,
 * in which an asset may have `eligible: { VENUE: haircut | { haircut, cap, fundingCost } }`. A blank haircut column is a venue that
 * does not take the asset. An asset may come once.
 */
export function readCollateral(path: string, io: Io): Promise<Ingested<CollateralFile>> {
  return ingest('collateral', path, io, (issues) => {
    const assets = new AssetRows(issues);
    const venues = new DemandRows(path, issues);
    return {
      read: async (source) => {
        if (inputFormat(source) === 'json') await readDocument(source, issues, assets, venues);
        else {
          const header = await readTable(source, ASSET_LAYOUT, issues, (row, { names }) => assets.take(row, names));
          remarkOnColumns(header, path, issues);
        }
      },
      result: () => ({ assets: assets.all, venues: venues.all }),
    };
  });
}

async function readDocument(
  source: TextSource,
  issues: IssueList,
  assets: AssetRows,
  venues: DemandRows,
): Promise<void> {
  const document = await jsonDocument(source, issues);
  const { tree } = document;
  if (tree === null) return;
  const rows = (key: string): Node | null =>
    nodeMembers(tree).find((member) => columnKey(member.key) === key)?.value ?? null;
  const header = new Header(ASSET_LAYOUT, issues);
  readJsonRows(flattened(rows('assets') ?? tree, flatAsset), document, header, issues, (row) =>
    assets.take(row, header.names),
  );
  remarkOnColumns(header, source.file, issues);
  const asked = rows('venues');
  if (asked === null) return;
  const names = new Header(VENUE_LAYOUT, issues);
  readJsonRows(flattened(asked, flatVenue), document, names, issues, (row) => venues.take(row, names.names));
}

function flattened(array: Node, flat: (row: Node) => Node): Node {
  return array.type === 'array' ? { ...array, children: (array.children ?? []).map(flat) } : array;
}

/** Remarks, once each, on columns that are no term of a venue. */
function remarkOnColumns(header: Header, file: string, issues: IssueList): void {
  const at = { file, line: 1, column: 0 };
  for (const field of header.names.slice(ASSET_LAYOUT.known.length)) {
    if (termColumn(field) !== null) continue;
    const meant = meantColumn(field, ASSET_LAYOUT.known);
    const known = `known columns: ${ASSET_LAYOUT.known.join(', ')}, haircut.VENUE, cap.VENUE, funding_cost.VENUE`;
    issues.add('COLUMN_UNKNOWN', { at, field, hint: meant === null ? known : `did you mean ${meant}?` });
  }
}
