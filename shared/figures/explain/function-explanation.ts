import type { Checked, CheckedParameters, Evaluator } from '../formula/checked.ts';
import type { MissingValue, Value } from '../quantity.ts';
import type { Step } from './step.ts';

/** An expression and where it is evaluated. */
export interface Operand {
  readonly expression: Checked;
  readonly evaluator: Evaluator;
}

export type PresentValue = Exclude<Value, MissingValue>;

/** A call that gave a value. */
export interface ExplainedCall {
  readonly parameters: CheckedParameters;
  readonly evaluator: Evaluator;
  /** The values of its operands, in their order. */
  readonly operands: readonly Value[];
  readonly value: PresentValue;
}

/** How a function arrives at its value, for a reader. */
export interface FunctionExplanation {
  /** The function reads as this sign between its two parameters. */
  readonly sign?: '÷';
  /** What it is worked out from, explained before it; unless told, each expression among the parameters. */
  operands?(parameters: CheckedParameters, evaluator: Evaluator): readonly Operand[];
  /** From the operands to the value. Asked for only when there is a value, which stays as it was evaluated. */
  steps(call: ExplainedCall): readonly Step[];
}
