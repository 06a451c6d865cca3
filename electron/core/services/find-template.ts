import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { FormulaLanguage } from '../../../shared/figures/formula/language.ts';
import { suggestNames } from '../../../shared/figures/suggest.ts';
import type { ReportDocument } from '../../../shared/report/document.ts';
import { readCheckedTemplate } from '../../../shared/report/template/check.ts';
import { parseTemplate } from '../../../shared/report/template/parse.ts';
import { describeProblem } from '../../../shared/report/template/problem.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../database/workspace.ts';
import { decodeText } from '../importing/reading/decode-text.ts';
import { templatesFolder } from './resources.ts';

/** 模板: its name and its Markdown text. */
export interface TemplateText {
  readonly name: string;
  readonly markdown: string;
}

function builtInTemplates(): readonly TemplateText[] {
  const folder = templatesFolder();
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  files.sort();
  return files.map((file) => ({ name: basename(file, '.md'), markdown: readFileSync(join(folder, file), 'utf8') }));
}

/** The workspace's own templates and the built-in ones; an own template hides a built-in one of the same name. */
export function listTemplates(workspace: Workspace): readonly TemplateText[] {
  const own = workspace.templates.all();
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...builtInTemplates().filter(({ name }) => !names.has(name))];
}

function readTemplateFile(path: string): Result<TemplateText, Failure> {
  const unreadable = fail({ code: 'template-unreadable', name: basename(path) } as const);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return unreadable;
  }
  // Notepad of older Windows saves in GB18030.
  const markdown = decodeText(bytes);
  return markdown === null ? unreadable : succeed({ name: basename(path, '.md'), markdown });
}

/** A template by its name, or the path of a .md file relative to `folder`; without a folder only by name. */
export function findTemplate(workspace: Workspace, name: string, folder: string | null): Result<TemplateText, Failure> {
  const templates = listTemplates(workspace);
  const found = templates.find((template) => template.name === name);
  if (found) return succeed(found);
  if (folder !== null && /\.(md|markdown)$/i.test(name)) return readTemplateFile(resolve(folder, name));
  const suggestions = suggestNames(
    name,
    templates.map((template) => template.name),
  );
  return fail({
    code: 'template-unknown',
    name,
    suggestions: suggestions.length > 0 ? suggestions : templates.map((each) => each.name),
  });
}

/** Parses a template and judges it against the catalogue; every problem is reported at once. */
export function readTemplate(template: TemplateText, language: FormulaLanguage): Result<ReportDocument, Failure> {
  const read = readCheckedTemplate(template.markdown, language);
  if (read.ok) return read;
  return fail({ code: 'template-invalid', name: template.name, problems: read.error.map(describeProblem) });
}

export interface TemplateSummary {
  readonly name: string;
  readonly description: string;
  readonly regionLevel: string | null;
  readonly periodKind: string | null;
}

/** What the list of templates shows; a template that cannot be read says so in its description. */
export function summarizeTemplate(template: TemplateText): TemplateSummary {
  const parsed = parseTemplate(template.markdown);
  if (!parsed.ok) {
    return { name: template.name, description: '这个模板有错误，暂时不能使用。', regionLevel: null, periodKind: null };
  }
  const { description, regionLevel, periodKind } = parsed.value.document.attrs;
  return { name: template.name, description: description ?? '', regionLevel, periodKind };
}
