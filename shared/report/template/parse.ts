import { fail, type Result, succeed } from '../../result.ts';
import type { ReportDocument } from '../document.ts';
import { BodyReader } from './body.ts';
import { readFrontMatter } from './front-matter.ts';
import { linesOf } from './lines.ts';
import { sortByPlace, type TemplateProblem } from './problem.ts';
import { type Reference, TemplateReader } from './reader.ts';

export interface ParsedTemplate {
  readonly document: ReportDocument;
  /** What only the catalogue can judge: formulas, conditions, formats, ranges, with their places. */
  readonly references: readonly Reference[];
}

/** What is wrong with the text of a template, and the references that could be read all the same. */
export interface UnreadableTemplate {
  readonly problems: readonly TemplateProblem[];
  readonly references: readonly Reference[];
}

/** Reads a template. All problems are reported at once, each with its place. */
export function parseTemplate(source: string): Result<ParsedTemplate, UnreadableTemplate> {
  const text = source.replace(/^\uFEFF/, '');
  const reader = new TemplateReader(text);
  const lines = linesOf(text);
  const { attrs, opening, ending, imprint, body } = readFrontMatter(lines, reader);
  const { text: prose, annexes } = new BodyReader(lines, body, reader).read();
  reader.checkLabels();
  const { problems, references } = reader;
  if (problems.length > 0) return fail({ problems: sortByPlace(problems), references });
  const document: ReportDocument = {
    type: 'doc',
    attrs,
    content: [...opening, ...prose, ...ending, ...annexes, ...imprint],
  };
  return succeed({ document, references });
}
