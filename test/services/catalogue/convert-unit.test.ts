import { expect, test } from 'vitest';
import type { Workspace } from '../../../electron/core/database/workspace.ts';
import { previewUnit } from '../../../electron/core/services/catalogue/convert-unit.ts';
import { type IndicatorRequest, saveIndicator } from '../../../electron/core/services/catalogue/save-indicator.ts';
import { undoImport } from '../../../electron/core/services/undo-import.ts';
import type { Indicator } from '../../../shared/figures/catalogue.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../../database/fixture.ts';

const period = makePeriod('自然年', 2023);

function requestOf(indicator: Indicator): IndicatorRequest {
  const { scale, part: _, ...fields } = indicator;
  return { ...fields, decimals: String(scale), base: null, dimensions: [] };
}

function put(workspace: Workspace, indicator: Indicator, decimal: string, sourceId: number | null = null) {
  const [region] = workspace.regions.all();
  if (region === undefined) throw new Error('bad fixture');
  const place = { indicatorId: indicator.id, regionId: region.id, period };
  const cell = { kind: 'value', decimal } as const;
  expectValue(workspace.observations.put({ ...place, cell, sourceId, cellReference: 'B3', byWhom: '张三' }));
  return {
    present: () => workspace.observations.column(indicator.id, period.label).get(region.id),
    revisions: () => workspace.observations.revisions({ ...place, periodLabel: period.label }),
  };
}

const convert = { kind: 'convert', byWhom: '李四' } as const;

test('children are told in 万人 to the last child, with a revision each, and back again', () => {
  const { workspace, children } = newBureau();
  const figure = put(workspace, children, '123456');
  const preview = expectValue(previewUnit(workspace, { id: children.id, unit: '万人' }));
  expect(preview).toMatchObject({ factor: '÷10000', count: 1, decimals: 4, shownDecimals: 2, problem: null });
  expect(preview?.example).toMatchObject({ period: '2023年', before: '123456人', after: '12.3456万人' });

  const request = { ...requestOf(children), unit: '万人', decimals: '4', shownDecimals: 2, unitChange: convert };
  const after = expectValue(saveIndicator(workspace, request, []));
  expect(after).toMatchObject({ unit: '万人', scale: 4, shownDecimals: 2 });
  expect(figure.present()?.cell).toEqual({ kind: 'value', decimal: '12.3456' });
  const last = figure.revisions().at(-1);
  expect(last).toMatchObject({
    byWhom: '李四',
    reason: '单位由“人”改为“万人”，按 ÷10000 换算',
    before: { cell: { decimal: '123456.0000' } },
    after: { cell: { decimal: '12.3456' } },
  });

  const back = expectValue(saveIndicator(workspace, { ...requestOf(children), unitChange: convert }, []));
  expect(back).toEqual(children);
  expect(figure.present()?.cell).toEqual({ kind: 'value', decimal: '123456' });
  expect(figure.revisions()).toHaveLength(3);
});

test('a converted figure keeps its file and cell, and taking the import back leaves it as converted', () => {
  const { workspace, children } = newBureau();
  const source = workspace.sources.insert({ kind: '文件', title: '报表.xlsx', byWhom: '张三' });
  const figure = put(workspace, children, '5', source.id);
  const request = { ...requestOf(children), unit: '万人', decimals: '4', unitChange: convert };
  expectValue(saveIndicator(workspace, request, []));
  expect(figure.present()).toMatchObject({ source: { id: source.id }, cellReference: 'B3' });
  const undone = undoImport(workspace, { sourceId: source.id, byWhom: '张三' });
  expect(expectValue(undone)).toMatchObject({ restored: 0, kept: [{ indicator: '随迁子女人数' }] });
  expect(figure.present()?.cell).toEqual({ kind: 'value', decimal: '0.0005' });
});

test('what would lose a digit is refused, and nothing of it is written', () => {
  const { workspace, children, funds } = newBureau();
  put(workspace, children, '80000');
  const figure = put(workspace, children, '123456');
  const refuse = (request: IndicatorRequest) => {
    const before = workspace.indicators.all();
    const text = describeFailure(expectFailure(saveIndicator(workspace, request, [])));
    expect(workspace.indicators.all()).toEqual(before);
    expect(figure.revisions()).toHaveLength(2);
    expect(figure.present()?.cell).toEqual({ kind: 'value', decimal: '123456' });
    return text;
  };
  const toTenThousands = { ...requestOf(children), unit: '万人', unitChange: convert };
  expect(refuse({ ...toTenThousands, decimals: '2' })).toContain('12.3456');
  expect(refuse({ ...toTenThousands, unit: '名' })).toContain('没有换算关系');
  expect(expectValue(previewUnit(workspace, { id: children.id, unit: '名' }))).toBeNull();
  put(workspace, funds, '0.01');
  const finer = expectValue(previewUnit(workspace, { id: funds.id, unit: '万亿元' }));
  expect(finer?.problem).toContain('最多保存 6 位');
});
