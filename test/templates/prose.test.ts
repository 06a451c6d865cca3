import { describe, expect, test } from 'vitest';
import { formats } from '../../shared/figures/format/table.ts';
import { functions } from '../../shared/figures/functions/index.ts';
import { memberSelectors } from '../../shared/figures/members.ts';
import { indicators, readSeeds, regions, templates } from './read-templates.ts';

/** Names of laws and documents, statutory terms and the report's own title: nobody may word these otherwise. */
const setPhrases = [
  '教育部等十部门关于进一步加强控辍保学工作健全义务教育有保障长效机制的若干意见',
  '国务院关于做好免除城市义务教育阶段学生学杂费工作的通知',
  '关于做好高技能人才子女就学工作的通知',
  '中华人民共和国义务教育法',
  '中华人民共和国未成年人保护法',
  '中华人民共和国家庭教育促进法',
  '义务教育随迁子女教育工作情况汇报',
  '基本公共教育服务',
  '家庭经济困难学生',
  '适龄残疾儿童少年',
  '疑似辍学学生',
  '以流入地为主、以公办学校为主',
];

const qualifiers = ['上年', '上半年'];
const formatNames = formats.map(({ name }) => name);
const functionNames = functions.map(({ name }) => name);
const indicatorNames = indicators.map((indicator) => indicator.名称);
const names = [...indicatorNames, '地区', '期', ...functionNames, ...memberSelectors].sort(
  (a, b) => b.length - a.length,
);

/** What is left of a formula once every known word is taken out, longest first; operators and numbers go too. */
function unknownWords(formula: string): string {
  const withoutQualifiers = formula.replaceAll(/\[([^\]]*)\]/g, (whole, inner: string) =>
    inner.split(',').every((part) => qualifiers.includes(part.trim())) ? '' : whole,
  );
  const left = names.reduce((rest, name) => rest.replaceAll(name, ' '), withoutQualifiers);
  return left.replaceAll(/[\s\d%(),.<>=×÷+-]/g, '');
}

/** Sequences of Han characters of exactly this length, as they stand in running text. */
function hanRuns(text: string, length: number): ReadonlySet<string> {
  const runs = [...text.matchAll(/\p{Script=Han}+/gu)].map(([run]) => run);
  return new Set(
    runs
      .flatMap((run) => Array.from(run, (_, start) => run.slice(start, start + length)))
      .filter((run) => run.length === length),
  );
}

/** Stretches of six or more Han characters between two marks. */
function clausesOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\p{Script=Han}{6,}/gu)].map(([clause]) => clause));
}

/** A template's text without figures and declared constants: what a person wrote. */
function proseOf(body: string): string {
  return body
    .replaceAll(/\{\{.*?\}\}/g, '｜')
    .replaceAll(/\[[^\]]*\]\{固定\}/g, '｜')
    .replaceAll(/```.*?```/gs, '')
    .replaceAll(/^:::.*$/gm, '');
}

function headingsOf(body: string): string[] {
  return [...body.matchAll(/^#+ .*$/gm)].map(([line]) => line);
}

describe.each(templates)('$name', ({ name, head, body }) => {
  const whole = `${JSON.stringify(head)}\n${body}`;

  test('every figure, condition and point of a chart is made of known words', () => {
    const figures = [...whole.matchAll(/\{\{(.*?)\}\}/g)].map(([, inner = '']) => inner.split('|'));
    const conditions = [...body.matchAll(/^::: 如果 (.*)$/gm)].map(([, condition = '']) => condition);
    const points = [...body.matchAll(/^ +算式: \[?(.*?)\]?$/gm)].map(([, formula = '']) => formula);
    expect(Math.min(figures.length, conditions.length, points.length)).toBeGreaterThan(0);
    const formulas = [...figures.map(([formula = '']) => formula), ...conditions, ...points];
    expect(formulas.filter((formula) => unknownWords(formula) !== '')).toEqual([]);
    const named = figures.flatMap(([, ...rest]) => rest.map((format) => format.trim()));
    expect(named.filter((format) => !formatNames.includes(format))).toEqual([]);
  });

  test('containers are closed in the order in which they are opened', () => {
    let depth = 0;
    for (const [, word] of body.matchAll(/^:::(?: (\S+))?.*$/gm)) {
      if (word === undefined) depth -= 1;
      else if (word !== '否则') depth += 1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  test('a number in the text is a figure or a declared constant', () => {
    expect(proseOf(body).match(/\d+/g)).toBeNull();
  });

  test('no placeholder, half-width mark, blank or doubled mark stands in the text', () => {
    const prose = proseOf(body);
    expect(prose.match(/X{2,}|×{2,}|【|某[省市县区]/g)).toBeNull();
    expect(prose.match(/[,;:!?()"'<>~]/g)).toBeNull();
    expect(prose.match(/[\p{Script=Han}，。；：] +\S|[，。；：、][，。；：、]/gu)).toBeNull();
    expect(prose).not.toContain('截止');
  });

  test('no unit is written after a figure that prints its own', () => {
    expect(body.match(/(?<!\| 数)\}\}(?:人|万元|所|类|%|个百分点|元)/g)).toBeNull();
  });

  test('a heading line ends without a mark unless text follows in the same line', () => {
    const wellFormed = /^#+ (?:[^‖]+。‖[^‖]+。|[^‖]*[^‖，。；：、])$/;
    expect(headingsOf(body).filter((heading) => !wellFormed.test(heading))).toEqual([]);
  });

  test('the report names no place but its own region', () => {
    const places = regions.flatMap((region) => [region.名称, ...region.别名]);
    for (const place of places) expect(whole).not.toContain(place);
  });

  test('it shows a table and a chart, and compares with last year', () => {
    expect(body).toMatch(/^```table$/m);
    expect(body).toMatch(/^```chart$/m);
    expect(body).toMatch(/\[上年\]/);
  });

  test('neither a clause nor eight characters in a row are taken from the documents it follows', (context) => {
    const seeds = readSeeds();
    if (seeds === null) return context.skip('the two documents are not at hand (HUIGAO_SHARED)');
    const text = [name, head.标题, head.说明, proseOf(body), ...(body.match(/^标题: .*$/gm) ?? [])].join('\n');
    const allowed = setPhrases.join('\n');
    const [ours, theirs] = [hanRuns(text, 8), hanRuns(seeds, 8)];
    expect([...ours].filter((run) => theirs.has(run) && !allowed.includes(run))).toEqual([]);
    const [written, copied] = [clausesOf(text), clausesOf(seeds)];
    expect([...written].filter((clause) => copied.has(clause) && !allowed.includes(clause))).toEqual([]);
  });
});

describe('structure', () => {
  const levels = (template: string) =>
    headingsOf(templates.find((one) => one.name === template)?.body ?? '').map(
      (heading) => `${/^#+/.exec(heading)?.[0].length}${heading.includes('‖') ? '接' : ''}`,
    );

  test('the city report has four parts, standing （一） headings and three run-in headings 1. 2. 3.', () => {
    expect(levels('随迁子女教育工作情况汇报').join(' ')).toBe('1 1 2 2 2 2 2 3接 3接 3接 1 1 2 2 2');
  });

  test('the county report opens with an introduction and has eight, three and seven run-in headings', () => {
    const runIn = (count: number) => Array<string>(count).fill('2接');
    expect(levels('控辍保学工作情况汇报')).toEqual(['1', ...runIn(8), '1', ...runIn(3), '1', ...runIn(7)]);
    const introduction = templates
      .find((one) => one.name === '控辍保学工作情况汇报')
      ?.body.trimStart()
      .split('\n')[0];
    expect(introduction).toMatch(/现将.*情况汇报如下：$/);
  });

  test('only what holds for the whole country stands as a declared constant', () => {
    const constants = templates.flatMap(({ body }) =>
      [...body.matchAll(/\[([^\]]*)\]\{固定\}/g)].map(([, text]) => text),
    );
    expect(constants.join(' ')).toBe('〔2020〕5号 6～16岁');
  });
});
