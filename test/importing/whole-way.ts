import { commitImport, type ImportOutcome } from '../../electron/core/importing/commit-import.ts';
import { emptyMapping, type ImportAnswer } from '../../electron/core/importing/mapping.ts';
import { type StagedFile, stageFile } from '../../electron/core/importing/stage-file.ts';
import type { StagedImport } from '../../electron/core/importing/staged-import.ts';
import { homeRegion } from '../../electron/core/services/home-region.ts';
import { makePeriod, type Period } from '../../shared/figures/period.ts';
import { type Result, succeed } from '../../shared/result.ts';
import { describeFailure, type Failure } from '../../shared/text/failures/index.ts';
import { type Bureau, expectFailure, expectValue, newBureau } from '../database/fixture.ts';

export const year2021 = makePeriod('自然年', 2021);

export interface Planned extends StagedImport {
  readonly file: StagedFile;
}

/** A file from its bytes to what would become of it. */
export function plan(
  { workspace }: Bureau,
  content: string | Uint8Array,
  period: Period | null = year2021,
  said: Readonly<Record<string, ImportAnswer>> = {},
): Result<Planned, Failure> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const mapping = { ...emptyMapping, answers: said };
  const staged = stageFile(workspace, { fileName: '表.csv', bytes }, { period, home: homeRegion(workspace), mapping });
  return staged.ok ? succeed({ ...staged.value.staged, file: staged.value }) : staged;
}

export function commit({ workspace }: Bureau, { file }: Planned): ImportOutcome {
  const [outcome] = expectValue(commitImport(workspace, [file], { byWhom: '张三', rules: [] }));
  if (!outcome) throw new Error('one file has one outcome');
  return outcome;
}

/** `B2 吴兴区 随迁子女人数 2021年 21560 new` */
export function lines({ cells }: StagedImport): readonly string[] {
  return cells.map(({ cell, region, indicator, period, value, status }) =>
    [cell, region, indicator, period, value ?? '无', status].join(' '),
  );
}

export function statuses(planned: StagedImport): readonly string[] {
  return planned.cells.map(({ status }) => status);
}

export function refusal(content: string | Uint8Array, period: Period | null = year2021): string {
  return describeFailure(expectFailure(plan(newBureau(), content, period)));
}
