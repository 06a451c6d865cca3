import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { FigureView } from '../../shared/api/contract.ts';
import { runHuigao, temporaryFolder } from '../support/run-huigao.ts';

const Filled = z.strictObject({
  outputs: z.array(z.string()),
  figures: z.array(FigureView),
  missing: z.array(z.string()),
  findings: z.array(z.unknown()),
});

const city = ['--template', '随迁子女教育工作情况汇报', '--region', '湖州市', '--period', '2021年'];
const county = ['--template', '控辍保学工作情况汇报', '--region', '永宁县', '--period', '2024年'];

async function sampleFolder(): Promise<string> {
  const folder = temporaryFolder();
  expect((await runHuigao(folder, 'new', 's.huigao', '--sample')).exitCode).toBe(0);
  return folder;
}

async function fill(folder: string, ...words: readonly string[]) {
  const { exitCode, stdout, stderr } = await runHuigao(folder, 'fill', 's.huigao', ...words, '--json');
  expect(stderr).not.toContain('Error');
  return { exitCode, ...Filled.parse(JSON.parse(stdout)) };
}

test('both built-in reports are filled with every figure of the source documents, and nothing is missing', async () => {
  const folder = await sampleFolder();
  const texts = new Set<string>();
  for (const report of [city, county]) {
    const { exitCode, figures, missing, findings } = await fill(folder, ...report, '--out', `${report[1]}.docx`);
    expect({ exitCode, missing, findings }).toEqual({ exitCode: 0, missing: [], findings: [] });
    for (const { text } of figures) texts.add(text);
  }
  const expected =
    '80605人 65097人 80.76% 15508人 19.24% 100% 4987人 四所 80% 90% 9.24个百分点 7448人 1人 99.73% 179人 122人 32人 22人 176人 3人 98.32% 四类 6024人次 332.26万元 551.56元/人次 2021年12月31日 2024年12月5日';
  expect(expected.split(' ').filter((text) => !texts.has(text))).toEqual([]);
});

test('one changed observation changes exactly the figures that rest on it', async () => {
  const folder = await sampleFolder();
  const before = (await fill(folder, ...city, '--out', 'a.docx')).figures;
  const set = ['--indicator', '公办就读人数', '--region', '湖州市', '--period', '2021年', '--value', '65000'];
  expect((await runHuigao(folder, 'set', 's.huigao', ...set)).stdout).toBe(
    '公办就读人数（湖州市，2021年）：65097人 → 65000人。\n',
  );
  const after = (await fill(folder, ...city, '--out', 'b.docx')).figures;
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  const isAffected = ({ sources }: FigureView) =>
    sources.some(({ indicator, region, period }) => `${indicator}${region}${period}` === '公办就读人数湖州市2021年');
  for (const [at, figure] of after.entries()) {
    const changed = figure.text !== before[at]?.text || figure.value !== before[at]?.value;
    expect({ formula: figure.formula, changed }).toEqual({ formula: figure.formula, changed: isAffected(figure) });
  }
  expect(after.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['65000人', '80.64%', '15605人', '19.36%', '9.36个百分点', '7545人']),
  );
});

test('a removed observation prints 【待填：…】, exit 1, names what is missing, and leaves every other figure intact', async () => {
  const folder = await sampleFolder();
  const before = (await fill(folder, ...county, '--out', 'a.docx')).figures;
  await runHuigao(
    folder,
    'set',
    's.huigao',
    '--indicator',
    '送教上门人数',
    '--region',
    '永宁县',
    '--period',
    '2024年',
    '--missing',
    '未报',
  );
  const { exitCode, figures, missing } = await fill(folder, ...county, '--out', 'b.docx');
  expect(exitCode).toBe(1);
  expect(missing).toEqual(['送教上门人数·永宁县·2024年']);
  const rests = ({ sources }: FigureView) =>
    sources.some(({ indicator, period }) => indicator === '送教上门人数' && period === '2024年');
  const affected = figures.filter(rests);
  expect(affected.length).toBeGreaterThan(5);
  expect(affected.filter(({ text }) => !/^【待填(：送教上门人数·永宁县·2024年.*)?】$/.test(text))).toEqual([]);
  expect(figures.filter((figure) => !rests(figure))).toEqual(before.filter((figure) => !rests(figure)));
  expect(existsSync(join(folder, 'b.docx'))).toBe(true);
});

/** Moves the clock of a process that begins on by more than a year. */
const laterClock =
  'const Now = Date; const ahead = 4e10; globalThis.Date = class extends Now {' +
  'constructor(...given) { if (given.length > 0) super(...given); else super(Now.now() + ahead); }' +
  'static now() { return Now.now() + ahead; } };';

test('two runs give identical bytes, Word and PDF, whatever the time zone, the language and the clock', async () => {
  const folder = await sampleFolder();
  for (const [report, zone, language] of [
    [city, 'Pacific/Kiritimati', 'tr_TR.UTF-8'],
    [county, 'America/Los_Angeles', 'de_DE.UTF-8'],
  ] as const) {
    await fill(folder, ...report, '--out', '一.docx', '--out', '一.pdf', '--force');
    vi.stubEnv('TZ', zone);
    vi.stubEnv('LANG', language);
    vi.stubEnv('LC_ALL', language);
    vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(laterClock)}`);
    await fill(folder, ...report, '--out', '二.docx', '--out', '二.pdf', '--force');
    vi.unstubAllEnvs();
    for (const kind of ['docx', 'pdf']) {
      expect(readFileSync(join(folder, `一.${kind}`)).equals(readFileSync(join(folder, `二.${kind}`)))).toBe(true);
    }
  }
});

test('a misspelt indicator in a template is one error with line, column and the right name; two are reported together', async () => {
  const folder = await sampleFolder();
  const own = (text: string) => writeFileSync(join(folder, '自编.md'), `---\n标题: 自编\n---\n\n${text}\n`);
  const run = () =>
    runHuigao(
      folder,
      'fill',
      's.huigao',
      '--template',
      '自编.md',
      '--region',
      '湖州市',
      '--period',
      '2021年',
      '--out',
      'x.docx',
    );
  own('共{{随千子女人数}}。');
  const one = await run();
  expect(one.exitCode).toBe(1);
  expect(one.stderr).toContain('有 1 处错误');
  expect(one.stderr).toContain('第 5 行第 4 列：没有名为“随千子女人数”的指标。是不是“随迁子女人数”？');
  own('共{{随千子女人数}}，{{公办就毒人数}}。');
  const two = await run();
  expect(two.stderr).toContain('有 2 处错误');
  expect(two.stderr).toContain('是不是“公办就读人数”？');
  expect(existsSync(join(folder, 'x.docx'))).toBe(false);
});

test('an existing output is kept unless --force is given', async () => {
  const folder = await sampleFolder();
  writeFileSync(join(folder, 'a.docx'), '领导改过的稿子');
  const refused = await runHuigao(folder, 'fill', 's.huigao', ...city, '--out', 'new.docx', '--out', 'a.docx');
  expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('“a.docx”已经存在，没有覆盖') });
  expect(readFileSync(join(folder, 'a.docx'), 'utf8')).toBe('领导改过的稿子');
  expect(readdirSync(folder).sort()).toEqual(['a.docx', 's.huigao']);
  expect((await runHuigao(folder, 'fill', 's.huigao', ...city, '--out', 'a.docx', '--force')).exitCode).toBe(0);
});

test('a report over data that break a 强制 rule says so and ends with exit code 1', async () => {
  const folder = await sampleFolder();
  const place = ['--indicator', '公办就读人数', '--region', '吴兴区', '--period', '2021年'];
  await runHuigao(folder, 'set', 's.huigao', ...place, '--value', '30000');
  const words = [
    '--template',
    '随迁子女教育工作情况汇报',
    '--region',
    '湖州市',
    '--period',
    '2021年',
    '--out',
    'a.docx',
  ];
  const filled = await runHuigao(folder, 'fill', 's.huigao', ...words);
  expect(filled.exitCode).toBe(1);
  expect(filled.stderr).toMatch(/^文中 \d+ 处数字违反必须满足的勾稽关系，/m);
  expect(filled.stderr).toContain('吴兴区·2021年：公办就读不多于随迁子女');
  expect(filled.stdout).toContain('吴兴区2021年：公办就读人数30000人 > 随迁子女人数27846人，差2154人');
});
