interface Props {
  readonly figures: number;
  readonly missing: number;
  readonly onBlue?: boolean;
}

/** How many of a report's figures have a value. Decoration: the same is said in words beside it. */
export function FilledBar({ figures, missing, onBlue = false }: Props) {
  const share = figures === 0 ? 1 : (figures - missing) / figures;
  const look = onBlue ? 'filled-bar filled-bar-on-blue' : 'filled-bar';
  return (
    <span className={look} aria-hidden="true">
      <span className={missing > 0 ? 'is-short' : 'is-full'} style={{ width: `${share * 100}%` }} />
    </span>
  );
}
