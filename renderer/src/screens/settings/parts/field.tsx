import type { ReactNode } from 'react';

interface Props {
  /** Id of the control inside. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A control with its name above and a hint below. */
export function Field({ id, label, hint, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && <p className="field-hint">{hint}</p>}
    </div>
  );
}
