import { useSyncExternalStore } from 'react';

/** Where the person is; kept in the address, so that going back and reloading work. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'collect' }
  | { readonly screen: 'report'; readonly id: number };

export function parseRoute(hash: string): Route {
  if (hash === '#/collect') return { screen: 'collect' };
  const report = /^#\/reports\/(\d{1,15})$/.exec(hash);
  return report ? { screen: 'report', id: Number(report[1]) } : { screen: 'home' };
}

function addressOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '/';
    case 'collect':
      return '/collect';
    case 'report':
      return `/reports/${route.id}`;
  }
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
