import { succeed } from '../../result.ts';
import type { Checked, FunctionDefinition } from '../formula/checked.ts';
import { type Evaluation, type EvaluationScope, evaluateFormula } from '../formula/evaluate.ts';
import { gapText, reasonText } from '../missing-text.ts';
import { isPending, type MissingValue } from '../quantity.ts';
import { Explainer } from './explain-expression.ts';
import type { Step } from './step.ts';

/** An evaluation with the way that led to it. */
export interface ExplainedEvaluation extends Evaluation {
  readonly steps: readonly Step[];
}

function stop({ reason, gaps, sentence }: MissingValue): Step {
  const toFill = isPending(reason) && gaps.length > 0 ? gapText(gaps, gaps.length) : null;
  return { kind: 'stop', reason: sentence ?? reasonText(reason), toFill };
}

/**
 * Evaluates a formula and tells how. The walk runs inside the one evaluation, as a function around the formula would, so
 * that value and sources are those of `evaluateFormula`.
 */
export function explainFormula(expression: Checked, scope: EvaluationScope): ExplainedEvaluation {
  const explainer = new Explainer(scope.language);
  const around: FunctionDefinition = {
    name: '',
    usage: '',
    description: '',
    parameters: [],
    typeOf: () => succeed(expression.type),
    evaluate: (_, evaluator) => explainer.explain({ expression, evaluator }),
  };
  const call: Checked = { kind: 'call', type: expression.type, definition: around, parameters: [] };
  const evaluation = evaluateFormula(call, scope);
  const { value } = evaluation;
  if (value.kind === 'missing') explainer.add([stop(value)]);
  return { ...evaluation, steps: explainer.steps };
}
