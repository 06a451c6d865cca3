import { Button, Result } from 'antd';

interface Props {
  readonly title: string;
  readonly message: string;
  readonly actionLabel: string;
  readonly onAction: () => void;
}

/** Stands in place of a screen that cannot be shown, with the sentence that says why. */
export function ErrorScreen({ title, message, actionLabel, onAction }: Props) {
  return (
    <section className="content error-screen" role="alert">
      <Result
        status="warning"
        title={<h1 className="error-title">{title}</h1>}
        subTitle={message}
        extra={
          <Button type="primary" onClick={onAction}>
            {actionLabel}
          </Button>
        }
      />
    </section>
  );
}
