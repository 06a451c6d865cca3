import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { readCheckedTemplate } from '../../shared/report/template/check.ts';
import { type ParsedTemplate, parseTemplate } from '../../shared/report/template/parse.ts';
import { describeProblem } from '../../shared/report/template/problem.ts';
import { viewOf } from '../support/small-data.ts';

export const head = '---\n标题: "{{地区}}工作汇报"\n署名: "{{地区}}教育局"\n日期: 2021年12月5日\n---\n\n';

export function parse(source: string): ParsedTemplate {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(parsed.error.problems.map(describeProblem).join('\n'));
  return parsed.value;
}

/** Everything wrong with a template, as a person reads it. */
export function problems(body: string, front = head): readonly string[] {
  const read = readCheckedTemplate(front + body, createFormulaLanguage(viewOf({})));
  return read.ok ? [] : read.error.map(describeProblem);
}

export const table = (yaml: string) => `\`\`\`table\n${yaml}\n\`\`\``;
export const chart = (yaml: string) => `\`\`\`chart\n${yaml}\n\`\`\``;
