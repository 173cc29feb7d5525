import type { Io, StressScenario } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import { readTable } from '../table/read-table.js';
import type { TableLayout } from '../table/table-layout.js';
import { expandScenarios } from './expand-scenarios.js';
import { SCENARIO_COLUMNS } from './scenario-columns.js';
import { ScenarioGroups } from './scenario-groups.js';
import { readScenarioRow } from './scenario-row.js';

const LAYOUT: TableLayout = {
  known: SCENARIO_COLUMNS,
  required: ['scenario', 'what'],
  others: 'closed',
  rowsAre: 'a header and one row per move: scenario, what, of, move',
};

/**
 * Reads stress scenarios, one move a row, those of one name together: `level`, `forward`, `volatility`, `rate`, `time`; a row
 * `scenario` takes in others by name, one of a list `a|b` at a time. Scenarios come in the order of the file, combinations
 * expanded.
 */
export function readStressScenarios(path: string, io: Io): Promise<Ingested<readonly StressScenario[]>> {
  return ingest('scenarios-file', path, io, (issues) => {
    const groups = new ScenarioGroups();
    let fields: FieldReader | null = null;
    let scenarios: readonly StressScenario[] = [];
    return {
      read: async (source) => {
        await readTable(source, LAYOUT, issues, (row) => {
          fields ??= new FieldReader(issues, SCENARIO_COLUMNS, row);
          fields.next(row);
          const read = readScenarioRow(fields);
          if (read !== null) groups.take(read, fields);
        });
        scenarios = expandScenarios(groups.all(), issues);
      },
      result: () => scenarios,
    };
  });
}
