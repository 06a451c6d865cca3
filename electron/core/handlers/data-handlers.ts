import type { Handlers } from '../../../shared/api/dispatch.ts';
import type { Rule } from '../../../shared/figures/rules/rule.ts';
import { succeed } from '../../../shared/result.ts';
import { returnFailures } from '../database/return-failures.ts';
import { cellHistory } from '../services/data/cell-history.ts';
import { unwaiveByKey, waiveByKey } from '../services/data/judge-finding.ts';
import { listFindings } from '../services/data/list-findings.ts';
import { listPlaces, listTables } from '../services/data/list-tables.ts';
import { readTable } from '../services/data/read-table.ts';
import { startPlace } from '../services/data/start-place.ts';
import { reportSums } from '../services/data/whole-sums.ts';
import { restoreCells, writeCells } from '../services/data/write-cells.ts';
import type { Session } from '../services/session.ts';
import { shippedRules } from '../services/shipped-rules.ts';

/** Joins the requests of the 数据 place to their services. */
export function dataHandlers(session: Session, byWhom: string) {
  let kept: readonly Rule[] | null = null;
  // Read from the program's folder at the first check, not at the start.
  const shipped = () => {
    kept ??= shippedRules();
    return kept;
  };
  let wholeChecks = 0;
  return {
    'data.places': () => returnFailures(() => succeed(listPlaces(session.workspace))),
    'data.start': ({ regionId }) => returnFailures(() => succeed(startPlace(session.workspace, regionId))),
    'data.tables': (input) => returnFailures(() => listTables(session.workspace, input)),
    'data.table': (input) => returnFailures(() => readTable(session.workspace, input)),
    'data.reportSums': ({ reportId }) => returnFailures(() => reportSums(session.workspace, reportId)),
    'data.write': ({ edits, reason }) => returnFailures(() => writeCells(session.workspace, edits, { byWhom, reason })),
    'data.restore': ({ cells, reason }) =>
      returnFailures(() => restoreCells(session.workspace, cells, { byWhom, reason })),
    'data.findings': (input) => {
      const { workspace } = session;
      // Another table was opened since: nobody waits for the whole of this one.
      if (input.rows === null) wholeChecks += 1;
      const mine = input.rows === null ? wholeChecks : null;
      const isWanted = () => session.workspace === workspace && (mine === null || mine === wholeChecks);
      return returnFailures(() => listFindings(workspace, input, { shipped: shipped(), isWanted }));
    },
    'data.waive': ({ key, reason }) =>
      returnFailures(() => waiveByKey(session.workspace, key, { reason, byWhom, shipped: shipped() })),
    'data.unwaive': ({ key }) => returnFailures(() => unwaiveByKey(session.workspace, key, byWhom)),
    'data.history': (input) => returnFailures(() => cellHistory(session.workspace, input)),
  } satisfies Partial<Handlers>;
}
