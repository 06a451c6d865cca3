import { App, Button } from 'antd';
import { useState } from 'react';
import { text } from '../text.ts';
import { call, nothing, refresh, sentenceOf } from './query.ts';
import { go } from './route.ts';

/** Says that what is on the screen is the sample, and leads back. */
export function SampleBar() {
  const { message } = App.useApp();
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    try {
      await call('workspace.openOwn', nothing);
      go({ screen: 'home' });
      refresh();
    } catch (error) {
      message.error(sentenceOf(error));
      setLeaving(false);
    }
  };
  return (
    <aside className="sample-bar" aria-label={text.sample.label}>
      <strong>{text.sample.label}</strong>
      <span>{text.sample.explanation}</span>
      <Button size="small" loading={isLeaving} onClick={() => void leave()}>
        {text.sample.leave}
      </Button>
    </aside>
  );
}
