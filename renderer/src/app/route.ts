import { useSyncExternalStore } from 'react';
import { type DataPlace, parseDataPlace, printDataPlace } from '../screens/data/data-place.ts';

/** The parts of 设置, by their place in the address. */
export const settingsTabs = ['regions', 'periods', 'indicators', 'rules', 'proofreading', 'layout'] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** 新建报告 stands open, for this region and period. */
export interface ReportWish {
  readonly region: number;
  readonly period: string;
}

/** Where the person is; kept in the address, so that going back and reloading work. */
export type Route =
  | { readonly screen: 'home'; readonly wish?: ReportWish }
  | { readonly screen: 'report'; readonly id: number }
  | { readonly screen: 'data'; readonly place: DataPlace }
  | { readonly screen: 'import' }
  | { readonly screen: 'collect' }
  | { readonly screen: 'settings'; readonly tab: SettingsTab };

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
  const [address = '', query = ''] = hash.split('?', 2);
  const report = /^#\/reports\/(\d{1,15})$/.exec(address);
  if (report) return { screen: 'report', id: Number(report[1]) };
  const settings = /^#\/settings(?:\/(\w{1,20}))?$/.exec(address);
  if (settings) return { screen: 'settings', tab: settingsTabs.find((tab) => tab === settings[1]) ?? 'regions' };
  if (address === '#/data') return { screen: 'data', place: parseDataPlace(query) };
  if (address === '#/import') return { screen: 'import' };
  if (address === '#/new-report') return { screen: 'home', ...readWish(query) };
  return address === '#/collect' ? { screen: 'collect' } : { screen: 'home' };
}

function readWish(query: string): { readonly wish?: ReportWish } {
  const { region, period } = parseDataPlace(query);
  return region === null || period === null ? {} : { wish: { region, period } };
}

export function addressOf(route: Route): string {
  switch (route.screen) {
    case 'home': {
      const { wish } = route;
      return wish === undefined ? '#/' : `#/new-report?${printDataPlace({ ...wish, group: null, lastYear: false })}`;
    }
    case 'report':
      return `#/reports/${route.id}`;
    case 'data': {
      const query = printDataPlace(route.place);
      return query === '' ? '#/data' : `#/data?${query}`;
    }
    case 'import':
      return '#/import';
    case 'collect':
      return '#/collect';
    case 'settings':
      return `#/settings/${route.tab}`;
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
