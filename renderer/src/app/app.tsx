import { ConfigProvider, App as MessageHolder } from 'antd';
import chinese from 'antd/es/locale/zh_CN.js';
import { Suspense } from 'react';
import { FailedScreen } from './failed-screen.tsx';
import { GoneBar } from './gone-bar.tsx';
import { nothing, useQuery } from './query.ts';
import { Rail } from './rail.tsx';
import { useRoute } from './route.ts';
import { SampleBar } from './sample-bar.tsx';
import { Screen } from './screen.tsx';
import { theme } from './theme.ts';

/** The window: the rail on the left, what the address names beside it. */
export function App() {
  return (
    <ConfigProvider locale={chinese} theme={theme} button={{ autoInsertSpace: false }}>
      <MessageHolder className="window" message={{ top: 100, maxCount: 1 }}>
        <Rail />
        <Content />
      </MessageHolder>
    </ConfigProvider>
  );
}

function Content() {
  const info = useQuery('app.info', nothing);
  const route = useRoute();
  if (info.status === 'waiting') return <main className="content" aria-busy="true" />;
  if (info.status === 'failed') return <FailedScreen failure={info} />;
  const { saving, workspace } = info.value;
  return (
    <main className="content">
      <GoneBar />
      {workspace.isSample && <SampleBar />}
      <Suspense fallback={<div aria-busy="true" />}>
        <Screen route={route} workspace={workspace} saving={saving} />
      </Suspense>
    </main>
  );
}
