import { lazy } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import { DataScreen } from '../screens/data/data-screen.tsx';
import { HomeScreen } from '../screens/home/home-screen.tsx';
import { ReportScreen } from '../screens/report/report-screen.tsx';
import type { Route } from './route.ts';

/** Their code comes when they are first visited. */
const ImportScreen = lazy(async () => ({
  default: (await import('../screens/import/import-screen.tsx')).ImportScreen,
}));
const CollectScreen = lazy(async () => ({
  default: (await import('../screens/collect/collect-screen.tsx')).CollectScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../screens/settings/settings-screen.tsx')).SettingsScreen,
}));

interface Props extends Pick<Output<'app.info'>, 'workspace' | 'saving'> {
  readonly route: Route;
}

/** What the address names. */
export function Screen({ route, workspace, saving }: Props) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen workspace={workspace} saving={saving} wish={route.wish ?? null} />;
    case 'report':
      return <ReportScreen key={route.id} id={route.id} saving={saving} />;
    case 'data':
      return <DataScreen place={route.place} isSample={workspace.isSample} />;
    case 'import':
      // Each data file has an import of its own.
      return <ImportScreen key={String(workspace.isSample)} />;
    case 'collect':
      return <CollectScreen saving={saving} />;
    case 'settings':
      return <SettingsScreen tab={route.tab} />;
  }
}
