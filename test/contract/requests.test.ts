import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../electron/core/backend/start-backend.ts';
import { Uploads } from '../../electron/core/backend/uploads.ts';
import { workerSource } from '../../electron/core/backend/worker-source.ts';
import { exportReport } from '../../electron/core/exporting/export-report.ts';
import { createHandlers } from '../../electron/core/handlers/create-handlers.ts';
import { startWebHost } from '../../electron/web/start-web-host.ts';
import { type Call, createCall, type Transport } from '../../shared/api/client.ts';
import { createDispatch, type Reply } from '../../shared/api/dispatch.ts';

/** The same requests over every way to the backend: in process (command line), worker (desktop), HTTP (browser). */

interface Connection {
  readonly transport: Transport;
  readonly readFile: (id: string) => Promise<Uint8Array | null>;
  readonly close: () => Promise<void>;
}

const settings = (dataFolder: string) => ({
  dataFolder,
  workspacePath: null,
  version: '0.1.0',
  saving: 'download' as const,
});

async function inProcess(folder: string): Promise<Connection> {
  const created = createHandlers({
    ...settings(folder),
    uploads: new Uploads(),
    importEntry: new URL('../../electron/core/import-worker.ts', import.meta.url),
    byWhom: '李四',
    clock: { now: () => new Date() },
    render: exportReport,
  });
  if (!created.ok) throw new Error(created.error.code);
  const handlerSet = created.value;
  return {
    transport: createDispatch(handlerSet.handlers),
    readFile: async (id) => handlerSet.readFile(id)?.bytes ?? null,
    close: async () => handlerSet.close(),
  };
}

async function throughWorker(folder: string): Promise<Connection> {
  const backend = startBackend({ entry: workerSource, ...settings(folder) });
  return {
    transport: (method, input) => backend.call(method, input),
    readFile: async (id) => (await backend.readFile(id))?.bytes ?? null,
    close: () => backend.stop(),
  };
}

async function overHttp(folder: string): Promise<Connection> {
  const backend = startBackend({ entry: workerSource, ...settings(folder) });
  const host = await startWebHost({ backend, pageFolder: folder });
  const { origin, hash } = new URL(host.url);
  const post = (path: string, body: unknown) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${hash.slice('#token='.length)}`,
        'Content-Type': 'application/json',
        Origin: origin,
        'Sec-Fetch-Site': 'same-origin',
      },
      body: JSON.stringify(body),
    });
  return {
    transport: async (method, input) => (await (await post(`/api/${method}`, input)).json()) as Reply,
    readFile: async (id) => {
      const response = await post(`/api-file/${id}`, {});
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    close: async () => {
      await host.close();
      await backend.stop();
    },
  };
}

describe.each([
  ['in process', inProcess],
  ['through the worker', throughWorker],
  ['over HTTP', overHttp],
])('%s', (_name, connect) => {
  let folder = '';
  let connection: Connection;
  let call: Call;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huigao-contract-'));
    writeFileSync(join(folder, 'index.html'), '<title>汇稿</title>');
    connection = await connect(folder);
    call = createCall(connection.transport);
  });
  afterAll(async () => {
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a report is made, read and exported, and the sample never mixes with the person’s own data', async () => {
    expect((await call('app.info', {})).workspace).toEqual({ name: '汇稿数据', isSample: false });
    await call('workspace.openSample', {});
    expect((await call('templates.list', {})).map(({ name, regionLevel }) => [name, regionLevel])).toEqual([
      ['控辍保学工作情况汇报', '县'],
      ['随迁子女教育工作情况汇报', '市'],
    ]);
    expect((await call('periods.list', {})).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['2024年', '2024年上半年', '2023年', '2021年', '2020年']),
    );
    const { id } = await call('reports.create', {
      template: '随迁子女教育工作情况汇报',
      region: '湖州市',
      period: '2021年',
    });
    const report = await call('reports.open', { id });
    expect(report.summary).toMatchObject({ title: '湖州市义务教育随迁子女教育工作情况汇报', missing: 0 });
    expect(report.figures.map(({ text }) => text)).toEqual(expect.arrayContaining(['80605人', '65097人', '80.76%']));
    const share = report.figures.find(({ text }) => text === '80.76%');
    const explained = await call('figures.explain', { reportId: id, figureId: share?.id ?? '' });
    expect(explained.steps.map(({ text }) => text)).toContain('65097 ÷ 80605 = 80.7604…%');
    expect(explained.years).toEqual([{ period: '2020年', text: '79.01%' }]);
    const exported = await call('reports.export', { id, format: 'docx', isDraft: false });
    expect(exported).toMatchObject({ missing: [], file: { name: '湖州市义务教育随迁子女教育工作情况汇报.docx' } });
    const bytes = await connection.readFile(exported.file.id);
    expect(
      Buffer.from(bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await call('workspace.openOwn', {});
    expect(await call('reports.list', {})).toEqual([]);
  });

  test('regions, periods, indicators and rules are kept', async () => {
    await call('workspace.openSample', {});
    const { regions, homeId } = await call('catalogue.regions', {});
    expect(homeId).toBeNull();
    const county = regions.find(({ name }) => name === '长兴县');
    if (county === undefined) throw new Error('bad sample');
    expect(county.initials).toBe('cz x x');
    await call('catalogue.chooseHome', { id: county.parentId });
    expect((await call('catalogue.regions', {})).homeId).toBe(county.parentId);
    const { id: _, initials: __, end: ___, ...fields } = county;
    const added = await call('catalogue.saveRegion', { ...fields, id: null, code: null, aliases: [], name: '新区' });
    await call('catalogue.moveRegion', { id: added.id, by: -1 });
    await call('catalogue.endRegion', { id: added.id, on: '2023-01-01', intoId: county.id, note: '' });
    expect((await call('regions.list', {})).find(({ name }) => name === '新区')?.hasEnded).toBe(true);
    await call('catalogue.resumeRegion', { id: added.id });
    await call('catalogue.deleteRegion', { id: added.id });
    const table = { kind: 'text', text: '名称,代码\n灵武市,640181' } as const;
    expect(await call('catalogue.previewRegions', table)).toMatchObject([{ status: 'new', name: '灵武市' }]);
    const imported = await call('catalogue.importRegions', table);
    expect(imported).toMatchObject({ added: 1, changed: 0 });
    await call('catalogue.undoRegionImport', { importId: imported.importId });
    expect(await call('catalogue.previewRegions', table)).toMatchObject([{ status: 'new', name: '灵武市' }]);
    const again = await call('catalogue.importRegions', table);
    expect(again.importId).not.toBe(imported.importId);
    await expect(call('catalogue.undoRegionImport', { importId: imported.importId })).rejects.toThrow('最近一次');
    const gone = { kind: 'file', upload: '没有这个文件' } as const;
    await expect(call('catalogue.previewRegions', gone)).rejects.toThrow('已经不在程序里');

    const { next } = await call('catalogue.periods', {});
    const opened = await call('catalogue.openPeriod', { label: null });
    expect(opened.label).toBe(next);
    expect((await call('periods.list', {}))[0]).toEqual({ label: next, kind: '自然年', hasData: false });
    await call('catalogue.dropPeriod', opened);
    await call('catalogue.lockPeriod', { label: '2021年' });
    await call('catalogue.unlockPeriod', { label: '2021年', reason: '更正' });

    const { indicators, newlyShipped } = await call('catalogue.indicators', {});
    expect(newlyShipped).toEqual([]);
    expect((await call('indicators.list', {})).length).toBe(indicators.length);
    const [first] = indicators;
    if (first === undefined) throw new Error('bad sample');
    const { origin: _o, observations: _n, initials: _i, ...indicator } = first;
    const own = { ...indicator, id: null, code: null, aliases: [], name: '甲乙丙人数' };
    const saved = await call('catalogue.saveIndicator', own);
    await call('catalogue.deleteIndicator', { id: saved.id });
    expect(await call('catalogue.addShipped', { codes: [] })).toEqual({ added: 0 });
    const formula = `${first.name} × 2`;
    expect(await call('catalogue.checkFormula', { formula, kind: 'number' })).toEqual({
      problems: [],
      unit: first.unit,
    });
    expect((await call('catalogue.checkFormula', { formula, kind: 'condition' })).problems).toHaveLength(1);

    const [rule] = (await call('catalogue.rules', {})).rules;
    if (rule === undefined) throw new Error('no shipped rules');
    const { origin: _p, problem: _q, initials: _r, ...ruleFields } = rule;
    await call('catalogue.saveRule', { ...ruleFields, enabled: false });
    expect((await call('catalogue.rules', {})).rules[0]).toMatchObject({ origin: 'changed', enabled: false });
    await call('catalogue.deleteRule', { code: rule.code });
    expect((await call('catalogue.rules', {})).rules[0]).toMatchObject({ origin: 'shipped', enabled: true });
  });

  test('figures are typed, judged, explained and taken back', async () => {
    await call('workspace.openSample', {});
    const { regions, periods } = await call('data.places', {});
    const regionId = regions.find(({ name }) => name === '湖州市')?.id ?? 0;
    const period = '2021年';
    expect(periods.map(({ label }) => label)).toContain(period);
    const tables = await call('data.tables', { regionId, period });
    expect(tables.find(({ initials }) => initials === 'sqzn')?.group).toBe('随迁子女');
    const asked = { group: '随迁子女', regionId, period, lastYear: false, rows: null, indicators: null };
    const table = await call('data.table', asked);
    const row = table.rows.find(({ name }) => name === '长兴县');
    const place = { indicator: 'migrant_public', regionId: row?.regionId ?? 0, period };
    const written = await call('data.write', { edits: [{ ...place, text: '19433' }], reason: null });
    expect(written).toMatchObject({ written: 1, cells: [{ cell: '19433', before: '11833', refusal: null }] });
    const judged = await call('data.findings', { group: '随迁子女', regionId, period, rows: [place.regionId] });
    const moved = judged.findings.find(({ family }) => family === '同比异动');
    await call('data.waive', { key: moved?.key ?? '', reason: '今年新建两所学校' });
    await call('data.unwaive', { key: moved?.key ?? '' });
    const history = await call('data.history', place);
    expect(history.changes[0]).toMatchObject({ before: '11833人', after: '19433人' });
    expect(history.source).toMatch(/^手工填报（.+）$/);
    const restored = await call('data.restore', { cells: [{ ...place, cell: '11833' }], reason: '撤销' });
    expect(restored.written).toBe(1);
    expect((await call('data.history', place)).source).toBe('分区县数据，示例（虚构）');
    await expect(call('data.write', { edits: [{ ...place, text: 'x'.repeat(201) }], reason: null })).rejects.toThrow(
      '提交的内容不完整',
    );
    await expect(call('data.waive', { key: '[]', reason: '无' })).rejects.toThrow('这条校核意见已经不成立');
    await call('workspace.openOwn', {});
  });

  test('what cannot be done is refused with a code and a Chinese sentence', async () => {
    const refusal = async (method: string, input: unknown) => {
      const reply = await (connection.transport as (method: string, input: unknown) => Promise<Reply>)(method, input);
      return reply.ok ? 'done' : reply.error.code;
    };
    const create = { template: '控辍保学工作情况汇报', region: '永宁县', period: '2024年' };
    await call('workspace.openSample', {});
    expect(await refusal('reports.open', { id: 999 })).toBe('report-unknown');
    expect(await refusal('reports.open', { id: 'x' })).toBe('input-invalid');
    expect(await refusal('figures.explain', { reportId: 999, figureId: 'x' })).toBe('report-unknown');
    expect(await refusal('reports.create', { ...create, region: '永宁' })).toBe('done');
    expect(await refusal('reports.create', { ...create, region: '火星' })).toBe('region-unknown');
    expect(await refusal('reports.create', { ...create, template: '../../etc/passwd.md' })).toBe('template-unknown');
    expect(await refusal('reports.create', { ...create, period: '明年' })).toBe('period-unknown');
    expect(await refusal('files.steal', {})).toBe('method-unknown');
    expect(await refusal('__proto__', {})).toBe('method-unknown');
    await expect(call('reports.open', { id: 999 })).rejects.toThrow('这份报告已经不在数据文件里了');
    expect(await connection.readFile('0'.repeat(32))).toBeNull();
  });
});
