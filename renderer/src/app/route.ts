import { useSyncExternalStore } from 'react';

/** Where the person is; kept in the address, so that going back and reloading work. */
export type Route = { readonly screen: 'home' } | { readonly screen: 'report'; readonly id: number };

export function parseRoute(hash: string): Route {
  const report = /^#\/reports\/(\d{1,15})$/.exec(hash);
  return report ? { screen: 'report', id: Number(report[1]) } : { screen: 'home' };
}

export function go(route: Route): void {
  location.hash = route.screen === 'report' ? `/reports/${route.id}` : '/';
}

function watchAddress(watcher: () => void): () => void {
  window.addEventListener('hashchange', watcher);
  return () => window.removeEventListener('hashchange', watcher);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(watchAddress, () => location.hash));
}
