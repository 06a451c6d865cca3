/** A sentence that says what went wrong, read out by screen readers as it appears. */
export function FailureNote({ message }: { readonly message: string }) {
  return (
    <p className="collect-failure" role="alert">
      {message}
    </p>
  );
}
