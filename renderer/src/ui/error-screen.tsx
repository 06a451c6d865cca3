import { Button, Result } from 'antd';

interface Props {
  readonly title: string;
  readonly message: string;
  /** What the person can do about it here; null when nothing. */
  readonly action: { readonly label: string; readonly act: () => void } | null;
}

/** Stands in place of a screen that cannot be shown, with the sentence that says why. */
export function ErrorScreen({ title, message, action }: Props) {
  return (
    <section className="content error-screen" role="alert">
      <Result
        status="warning"
        title={<h1 className="error-title">{title}</h1>}
        subTitle={message}
        extra={
          action && (
            <Button type="primary" onClick={action.act}>
              {action.label}
            </Button>
          )
        }
      />
    </section>
  );
}
