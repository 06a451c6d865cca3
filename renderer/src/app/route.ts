import { useSyncExternalStore } from 'react';
import { type DataPlace, parseDataPlace, printDataPlace } from '../screens/data/data-place.ts';

/** Where the person is; kept in the address, so that going back and reloading work. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'report'; readonly id: number }
  | { readonly screen: 'data'; readonly place: DataPlace };

const parsed = new Map<string, Route>();

/** The same object for the same address, so that what depends on it sees no change between renders. */
export function parseRoute(hash: string): Route {
  const known = parsed.get(hash);
  if (known !== undefined) return known;
  const route = readRoute(hash);
  parsed.set(hash, route);
  return route;
}

function readRoute(hash: string): Route {
  const report = /^#\/reports\/(\d{1,15})$/.exec(hash);
  if (report) return { screen: 'report', id: Number(report[1]) };
  const data = /^#\/data(?:\?(.*))?$/.exec(hash);
  return data ? { screen: 'data', place: parseDataPlace(data[1] ?? '') } : { screen: 'home' };
}

export function go(route: Route): void {
  if (route.screen === 'report') location.hash = `/reports/${route.id}`;
  else location.hash = route.screen === 'data' ? `/data?${printDataPlace(route.place)}` : '/';
}

function watchAddress(watcher: () => void): () => void {
  window.addEventListener('hashchange', watcher);
  return () => window.removeEventListener('hashchange', watcher);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(watchAddress, () => location.hash));
}
