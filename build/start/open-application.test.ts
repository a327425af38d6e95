import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasDisplay, openInBrowser, openInElectron } from '#build/start/open-application.ts';

test('Linux has a display when X or Wayland says so; the others always have', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});

test('a program that is not there, or ends at once, is no window', async () => {
  const profile = path.join(mkdtempSync(path.join(tmpdir(), 'meja-window-')), 'profile');
  const request = { serverUrl: 'http://127.0.0.1:4680', profile };
  expect(await openInBrowser({ ...request, program: '/nowhere/chromium' })).toBeNull();
  // Node does not know these switches and ends with an error.
  expect(await openInElectron('/nowhere', { ...request, program: process.execPath })).toBeNull();
  expect(existsSync(profile)).toBe(true);
  rmSync(path.dirname(profile), { recursive: true });
});
