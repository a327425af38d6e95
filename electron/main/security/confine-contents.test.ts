// oxlint-disable typescript/no-unsafe-type-assertion -- small stand-ins for Electron's own types
import { EventEmitter } from 'node:events';
import type { HandlerDetails, WebContents, WindowOpenHandlerResponse } from 'electron';
import { expect, test } from 'vitest';
import { confineContents } from '#electron/main/security/confine-contents.ts';
import { mayOpenExternally } from '#electron/main/security/external-links.ts';

class ContentsStub extends EventEmitter {
  openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | undefined;
  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }
}

function confined() {
  const contents = new ContentsStub();
  const opened: string[] = [];
  const refused: string[] = [];
  confineContents(contents as unknown as WebContents, {
    openExternal: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
    refused: (kind) => refused.push(kind),
  });
  const navigate = (event: string, url: string): boolean => {
    let prevented = false;
    contents.emit(event, {
      url,
      preventDefault: () => {
        prevented = true;
      },
    });
    return prevented;
  };
  return { contents, opened, refused, navigate };
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  '%s stays inside the application',
  (event) => {
    const { navigate, refused } = confined();
    expect(navigate(event, 'app://bundle/index.html')).toBe(false);
    expect(navigate(event, 'https://example.org/')).toBe(true);
    expect(navigate(event, 'app://bundle.example.org/')).toBe(true);
    expect(navigate(event, 'javascript:alert(1)')).toBe(true);
    expect(refused).toEqual(['navigation', 'navigation', 'navigation']);
  },
);

test('no window is ever opened and nothing leaves the application', () => {
  const { contents, opened, refused } = confined();
  for (const url of ['https://example.org/', 'app://bundle/', 'file:///etc/passwd']) {
    expect(contents.openHandler?.({ url } as HandlerDetails)).toEqual({ action: 'deny' });
  }
  expect(opened).toEqual([]);
  expect(refused).toHaveLength(3);
});

test('a webview is refused', () => {
  const { navigate } = confined();
  expect(navigate('will-attach-webview', '')).toBe(true);
});

test('only https and only allowed origins may be opened outside', () => {
  const allowed = ['https://bantuan.example'];
  expect(mayOpenExternally('https://bantuan.example/panduan', allowed)).toBe(true);
  expect(mayOpenExternally('http://bantuan.example/', allowed)).toBe(false);
  expect(mayOpenExternally('https://bantuan.example.org/', allowed)).toBe(false);
  expect(mayOpenExternally('https://bantuan.example/')).toBe(false);
});
