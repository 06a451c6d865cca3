import { useSyncExternalStore } from 'react';

/** Where the person is; kept in the address, so that going back and reloading work. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'report'; readonly id: number }
  | { readonly screen: 'settings'; readonly tab: SettingsTab };

/** The parts of 设置, by their place in the address. */
export const settingsTabs = ['regions', 'periods', 'indicators', 'rules'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

export function parseRoute(hash: string): Route {
  const report = /^#\/reports\/(\d{1,15})$/.exec(hash);
  if (report) return { screen: 'report', id: Number(report[1]) };
  const named = /^#\/settings(?:\/(\w{1,20}))?$/.exec(hash);
  if (named) return { screen: 'settings', tab: settingsTabs.find((tab) => tab === named[1]) ?? 'regions' };
  return { screen: 'home' };
}

export function addressOf(route: Route): string {
  if (route.screen === 'report') return `#/reports/${route.id}`;
  return route.screen === 'settings' ? `#/settings/${route.tab}` : '#/';
}

export function go(route: Route): void {
  location.hash = addressOf(route);
}

function watchAddress(watcher: () => void): () => void {
  window.addEventListener('hashchange', watcher);
  return () => window.removeEventListener('hashchange', watcher);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(watchAddress, () => location.hash));
}
