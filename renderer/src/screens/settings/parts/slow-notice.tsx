import { Spin } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';

/** Milliseconds after which a person wonders whether anything happens. */
const patience = 500;

/** Says what is going on, once it takes longer than a blink. */
export function SlowNotice({ children }: { readonly children: ReactNode }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="slow-notice">
      {isSlow && (
        <>
          <Spin size="small" aria-hidden="true" />　{children}
        </>
      )}
    </p>
  );
}
