import { onTestFinished } from 'vitest';
import type { Workspace } from '../../../electron/core/database/workspace.ts';
import { writeCells } from '../../../electron/core/services/data/write-cells.ts';
import { addSampleRegions, makeWorkspace } from '../../../electron/core/services/new-workspace.ts';
import { clock, expectValue, temporaryFolder } from '../../database/fixture.ts';

export const writing = { byWhom: '张三', reason: null };

export interface Office {
  readonly workspace: Workspace;
  readonly city: number;
  readonly counties: readonly number[];
  readonly code: (indicator: string) => string;
  readonly key: (indicator: string, region: string, period?: string) => Key;
  /** Types texts into cells and tells the refusals. */
  readonly type: (
    ...edits: readonly (readonly [indicator: string, region: string, text: string, period?: string])[]
  ) => readonly (string | null)[];
  readonly stored: (indicator: string, region: string) => string | null;
}

interface Key {
  readonly indicator: string;
  readonly regionId: number;
  readonly period: string;
}

export const year = '2024年';

/** An office with the shipped catalogue, the sample's regions and no data. */
export function newOffice(): Office {
  const workspace = expectValue(makeWorkspace(`${temporaryFolder()}/数据.huigao`, { clock, sample: false }));
  onTestFinished(() => workspace.close());
  addSampleRegions(workspace);
  const regions = new Map(workspace.regions.all().map(({ name, id }) => [name, id]));
  const indicators = new Map(workspace.indicators.all().map((each) => [each.name, each]));
  const regionId = (name: string) => regions.get(name) ?? -1;
  const indicatorOf = (name: string) => {
    const indicator = indicators.get(name);
    if (indicator === undefined) throw new Error(`no indicator ${name}`);
    return indicator;
  };
  const key: Office['key'] = (indicator, region, period = year) => ({
    indicator: indicatorOf(indicator).code,
    regionId: regionId(region),
    period,
  });
  return {
    workspace,
    city: regionId('湖州市'),
    counties: ['吴兴区', '南浔区', '德清县', '长兴县', '安吉县'].map(regionId),
    code: (indicator) => indicatorOf(indicator).code,
    key,
    type: (...edits) => {
      const asked = edits.map(([indicator, region, text, period]) => ({ ...key(indicator, region, period), text }));
      return expectValue(writeCells(workspace, asked, writing)).cells.map(({ refusal }) => refusal);
    },
    stored: (indicator, region) => {
      const cell = workspace.observations.column(indicatorOf(indicator).id, year).get(regionId(region))?.cell;
      if (cell === undefined) return null;
      return cell.kind === 'value' ? cell.decimal : cell.reason;
    },
  };
}

export const countyNames = ['吴兴区', '南浔区', '德清县', '长兴县', '安吉县'] as const;
