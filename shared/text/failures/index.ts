import { catalogueFailures } from './catalogue.ts';
import { collectingFailures } from './collecting.ts';
import { dataFailures } from './data.ts';
import { definingFailures } from './defining.ts';
import { documentFailures } from './documents.ts';
import { formatFailures } from './format.ts';
import { importingFailures } from './importing.ts';
import { outputFailures } from './output.ts';
import { pictureFailures } from './pictures.ts';
import { readingTablesFailures } from './reading-tables.ts';
import { requestFailures } from './request.ts';
import { ruleFailures } from './rules.ts';
import { stagingFailures } from './staging.ts';
import { templateFailures } from './template.ts';
import { uploadingFailures } from './uploading.ts';
import { workspaceFailures } from './workspace.ts';

/** Every expected failure, by code: the sentence says what happened and what to do now. */
const catalogue = {
  ...workspaceFailures,
  ...outputFailures,
  ...requestFailures,
  ...importingFailures,
  ...stagingFailures,
  ...readingTablesFailures,
  ...templateFailures,
  ...uploadingFailures,
  ...collectingFailures,
  ...formatFailures,
  ...ruleFailures,
  ...definingFailures,
  ...catalogueFailures,
  ...dataFailures,
  ...pictureFailures,
  ...documentFailures,
};

type Catalogue = typeof catalogue;
export type FailureCode = keyof Catalogue;

/** An expected failure as data; `describeFailure` turns it into the sentence that a person reads. */
export type Failure = {
  [Code in FailureCode]: Parameters<Catalogue[Code]> extends readonly [infer Details]
    ? { readonly code: Code } & Details
    : { readonly code: Code };
}[FailureCode];

export function describeFailure(failure: Failure): string {
  const describe = catalogue[failure.code] as (details: Failure) => string;
  return describe(failure);
}
