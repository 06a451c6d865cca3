import type { Output } from '../../../../shared/api/contract.ts';
import { inPlace } from '../../ui/in-place.ts';

type ExplainedStep = Output<'figures.explain'>['steps'][number];

interface Props {
  readonly steps: readonly ExplainedStep[];
}

/** A step with what it gives in bold; the rest of it as the words say. */
function StepLine({ step: explained }: { readonly step: ExplainedStep }) {
  const { step, text } = explained;
  if (step.kind === 'reading') {
    return (
      <>
        {step.name} <strong>{step.value}</strong>
        <small>（{step.where}）</small>
      </>
    );
  }
  if (step.kind === 'calculation') {
    return (
      <>
        {step.subject !== null && <small>{step.subject}：</small>}
        {step.expression} = <strong>{step.result}</strong>
        {step.remark !== null && <small>（{step.remark}）</small>}
      </>
    );
  }
  if (step.kind === 'rounding') {
    return (
      <>
        {step.exact} → <strong>{step.rounded}</strong> <small>{step.rule}</small>
      </>
    );
  }
  return text;
}

/** How the figure comes about, line by line. */
export function FigureSteps({ steps }: Props) {
  return (
    <ol className="steps">
      {inPlace(steps).map(({ item, key }) => (
        <li key={key} className={`step step-${item.step.kind}`}>
          <StepLine step={item} />
        </li>
      ))}
    </ol>
  );
}
