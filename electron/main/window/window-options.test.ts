import { expect, test } from 'vitest';
import { mainWindowOptions } from '#electron/main/window/window-options.ts';

test('the page is sandboxed, isolated and without Node, said outright', () => {
  expect(mainWindowOptions({ preload: '/p.cjs', packaged: true }).webPreferences).toEqual({
    preload: '/p.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

test('developer tools exist in a work tree only', () => {
  const options = mainWindowOptions({ preload: '/p.cjs', packaged: false });
  expect(options.webPreferences?.devTools).toBe(true);
});

test('it fits the screen of an office PC', () => {
  const { width, height } = mainWindowOptions({ preload: '/p.cjs', packaged: true });
  expect(width).toBeLessThanOrEqual(1366);
  expect(height).toBeLessThanOrEqual(768);
});
