import { expect, test } from 'vitest';
import { isAllowedRequest } from '../../electron/shell/allowed-request.ts';
import { isPageUrl, pageUrl } from '../../electron/shell/page-address.ts';
import { isTrustedSender } from '../../electron/shell/trusted-sender.ts';

/** Addresses that look like the page to a check by prefix or substring, and are not. */
const foreign = [
  'https://evil.example/?next=app://report/',
  'https://evil.example/app://report/',
  'app://reports/',
  'app://report.evil.example/',
  'app://evil.example@report:1/',
  'app:report',
  'apps://report/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://127.0.0.1:8080/',
  '',
  'report',
];

test('the page is known by scheme and host, whatever follows', () => {
  expect(isPageUrl(pageUrl)).toBe(true);
  expect(isPageUrl('app://report/assets/a.js?x=1#/reports/3')).toBe(true);
});

test.each(foreign)('“%s” is not the page', (url) => {
  expect(isPageUrl(url)).toBe(false);
});

test.each([
  'http://example.com/',
  'https://127.0.0.1/',
  'ws://127.0.0.1/',
  'file:///etc/passwd',
  'ftp://a/',
  'app://other/a.js',
])('a request for %s is blocked: the program is offline', (url) => {
  expect(isAllowedRequest(url)).toBe(false);
});

test.each(['app://report/index.html', 'data:image/png;base64,AA==', 'blob:app://report/1', 'devtools://devtools/a'])(
  'a request for %s stays inside',
  (url) => {
    expect(isAllowedRequest(url)).toBe(true);
  },
);

test('only the top frame with our address is trusted', () => {
  expect(isTrustedSender({ url: 'app://report/#/reports/1', parent: null })).toBe(true);
  expect(isTrustedSender({ url: 'app://report/', parent: {} })).toBe(false);
  expect(isTrustedSender(null)).toBe(false);
  for (const url of foreign) expect(isTrustedSender({ url, parent: null })).toBe(false);
});
