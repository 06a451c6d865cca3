import { text } from '../../text.ts';
import type { Template } from './new-report-choices.ts';

interface Props {
  readonly templates: readonly Template[];
  readonly value: string;
  readonly onChange: (template: Template) => void;
}

/** Radio buttons that look like cards: arrow keys move, the description is read with the name. */
export function TemplatePicker({ templates, value, onChange }: Props) {
  return (
    <fieldset className="template-picker">
      <legend>{text.create.template}</legend>
      {templates.map((template) => (
        <label key={template.name} className="template-card">
          <input type="radio" name="template" checked={template.name === value} onChange={() => onChange(template)} />
          <span>
            <strong>{template.name}</strong>
            <small>{describe(template)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function describe({ description, regionLevel, periodKind }: Template): string {
  const fits = [regionLevel === null ? null : `${regionLevel}级`, periodKind]
    .filter((part) => part !== null)
    .join(' · ');
  return [fits, description].filter((part) => part !== '').join('　');
}
