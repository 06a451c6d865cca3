import type { ProofreadingOptions } from '../../../../../shared/proofreading/own-lists.ts';
import type { RuleView } from './rule-row.tsx';

/** What each part of 校核 shows and changes. */
export interface PartProps {
  readonly rules: readonly RuleView[];
  readonly options: ProofreadingOptions;
  /** Keeps the options as they shall be; what was kept last holds at once. */
  readonly put: (next: ProofreadingOptions) => Promise<void>;
}
