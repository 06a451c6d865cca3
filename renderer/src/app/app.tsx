import { ConfigProvider, App as MessageHolder } from 'antd';
import chinese from 'antd/es/locale/zh_CN.js';
import type { Output } from '../../../shared/api/contract.ts';
import { assertNever } from '../../../shared/result.ts';
import { DataScreen } from '../screens/data/data-screen.tsx';
import { HomeScreen } from '../screens/home/home-screen.tsx';
import { ReportScreen } from '../screens/report/report-screen.tsx';
import { FailedScreen } from './failed-screen.tsx';
import { GoneBar } from './gone-bar.tsx';
import { nothing, useQuery } from './query.ts';
import { Rail } from './rail.tsx';
import { type Route, useRoute } from './route.ts';
import { SampleBar } from './sample-bar.tsx';
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

type ScreenProps = Readonly<Pick<Output<'app.info'>, 'workspace' | 'saving'> & { route: Route }>;

function Screen({ route, workspace, saving }: ScreenProps) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen workspace={workspace} saving={saving} />;
    case 'report':
      return <ReportScreen key={route.id} id={route.id} saving={saving} />;
    case 'data':
      return <DataScreen place={route.place} isSample={workspace.isSample} />;
    default:
      return assertNever(route);
  }
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
      <Screen route={route} workspace={workspace} saving={saving} />
    </main>
  );
}
