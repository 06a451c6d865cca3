import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../shared/api/content-security-policy.ts';
import { type SourceFile, sourcesOf } from './sources.ts';

const product = sourcesOf('shared', 'renderer', 'electron');
const page = product.filter(({ path }) => path.startsWith('renderer/'));
const shell = product.filter(({ path }) => path.startsWith('electron/shell/'));

/** `file: line` of every line that matches. */
function find(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

test('there are sources to look at', () => {
  expect(page.length).toBeGreaterThan(20);
  expect(shell.length).toBeGreaterThan(10);
});

test.each([
  ['a URL judged by a substring', /includes\(\s*['"`](?:app|https?|file):/],
  ['a path judged by a prefix', /startsWith\(\s*(?:root|folder|pageFolder)\b/],
  ['something opened outside of the program', /\bshell\.(?:open|show|beep|trash)/],
  ['raw IPC handed to the page', /exposeInMainWorld\([^)]*ipcRenderer\s*[,)]|ipcRenderer\.(?:on|send|sendSync)\b/],
  ['web security switched off', /webSecurity:\s*false|allowRunningInsecureContent|disable-web-security/],
  ['the sandbox switched off', /sandbox:\s*false|['"]--?no-sandbox/],
  ['isolation switched off', /contextIsolation:\s*false|nodeIntegration\w*:\s*true|webviewTag:\s*true/],
  ['remote control of Electron', /@electron\/remote|enableRemoteModule/],
  ['script run in the page from outside', /executeJavaScript|insertCSS|webFrame/],
  ['code made from text', /\beval\(|new Function\(|setTimeout\(\s*['"`]/],
  ['objects revived from page data', /v8\.deserialize|node:v8/],
  ['a permission granted', /setPermission\w+Handler\([^;]*=>\s*true|answer\(true\)/],
  ['a protocol handler registered', /setAsDefaultProtocolClient/],
])('nowhere is %s', (_what, pattern) => {
  expect(find(product, pattern)).toEqual([]);
});

test.each([
  ['an HTML sink', /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcDoc/],
  ['a frame or an embedded object', /<(?:iframe|object|embed|webview)\b/],
  ['a link out of the program', /href=\{(?!addressOf\()|target="_blank"|window\.open/],
  ['a tooltip that ECharts would write as HTML', /TooltipComponent|tooltip:/],
  ['a request beside the one transport', /XMLHttpRequest|WebSocket|EventSource|sendBeacon/],
])('the page has not %s', (_what, pattern) => {
  expect(find(page, pattern)).toEqual([]);
});

test('the page talks to its host in one file only', () => {
  const speakers = page.filter(({ text }) => /\bfetch\(|window\.host\b/.test(text)).map(({ path }) => path);
  expect(speakers).toEqual(['renderer/src/app/host.ts']);
});

test('the page holds no script, style or address that the policy would have to allow', () => {
  const [html] = page.filter(({ path }) => path === 'renderer/index.html');
  expect(html?.text).not.toMatch(/<script>|<style|https?:\/\/|\son\w+=/);
});

test('only the shell imports electron', () => {
  const importers = product.filter(({ text }) =>
    /from 'electron'|require\('electron'\)|import\('electron'\)/.test(text),
  );
  expect(importers.map(({ path }) => path).filter((path) => !path.startsWith('electron/shell/'))).toEqual([]);
  expect(importers.length).toBeGreaterThan(0);
});

test('the window is opened with every guard written out', () => {
  const [file] = shell.filter(({ path }) => path.endsWith('/open-window.ts'));
  for (const guard of [
    'sandbox: true',
    'contextIsolation: true',
    'nodeIntegration: false',
    'webSecurity: true',
    'webviewTag: false',
    'spellcheck: false',
  ]) {
    expect(file?.text).toContain(guard);
  }
  expect(find(shell, /new BrowserWindow\(/)).toHaveLength(1);
});

test('navigation, popups, permissions and the network are denied', () => {
  const all = shell.map(({ text }) => text).join('\n');
  for (const guard of [
    "contents.on('will-navigate', (event) => event.preventDefault())",
    "contents.on('will-redirect', (event) => event.preventDefault())",
    "contents.on('will-frame-navigate', (event) => event.preventDefault())",
    "contents.on('will-attach-webview', (event) => event.preventDefault())",
    "setWindowOpenHandler(() => ({ action: 'deny' }))",
    'answer(false)',
    'setPermissionCheckHandler(() => false)',
    'setDevicePermissionHandler(() => false)',
    'cancel: !isAllowedRequest(request.url)',
    "app.on('web-contents-created', (_event, contents) => guardContents(contents))",
    'guardSession(session.defaultSession)',
    'app.enableSandbox()',
    'app.requestSingleInstanceLock()',
    'if (!isTrustedSender(event.senderFrame)) throw',
  ]) {
    expect(all).toContain(guard);
  }
});

test('the bridge is two functions, each over its own channel, and each asks who is speaking', () => {
  expect(find(shell, /exposeInMainWorld/)).toHaveLength(1);
  expect(find(shell, /ipcMain\.(?:handle|on)\(/)).toHaveLength(2);
  expect(find(shell, /if \(!isTrustedSender\(event\.senderFrame\)\) throw/)).toHaveLength(2);
  expect(find(shell, /ipcRenderer\.invoke\(/)).toHaveLength(2);
});

test('the policy denies by default and allows no script but the page’s own', () => {
  const rules = new Map(contentSecurityPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
  expect(rules.get('default-src')).toBe("default-src 'none'");
  expect(rules.get('script-src')).toBe("script-src 'self'");
  expect(rules.get('connect-src')).toBe("connect-src 'self'");
  for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(rules.get(name)).toBe(`${name} 'none'`);
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|\*|https?:/);
});
