import { text } from '../text.ts';
import { ErrorScreen } from '../ui/error-screen.tsx';
import { refresh } from './query.ts';

interface Props {
  readonly failure: { readonly code: string; readonly message: string };
}

const finalTitles: ReadonlyMap<string, string> = new Map(Object.entries(text.final));

/** Stands in place of a screen whose data did not come; offers to try again where that can help. */
export function FailedScreen({ failure: { code, message } }: Props) {
  const finalTitle = finalTitles.get(code);
  if (finalTitle !== undefined) return <ErrorScreen title={finalTitle} message={message} action={null} />;
  const retry = { label: text.retry, act: refresh };
  return <ErrorScreen title={text.cannotOpen} message={message} action={retry} />;
}
