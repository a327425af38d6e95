import {
  answerFromShell,
  forgetOldShells,
  keepShell,
  type ShellBuild,
} from '#renderer/platform/browser/shell-cache.ts';

// Written into the built file by build/vite/service-worker-plugin.ts.
declare const mejaShell: ShellBuild;

// The renderer is typed for windows; this is the part of a service worker's world that is used here.
interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface ServiceWorkerScope {
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
}
declare const self: ServiceWorkerScope;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell(self.caches, mejaShell, fetchFile));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = request.method === 'GET' && url.origin === self.location.origin;
  if (!ours || url.pathname.startsWith('/api/')) return;
  event.respondWith(answerFromShell(self.caches, mejaShell, request));
});

// Past the HTTP cache: what it holds may be of the build before.
async function fetchFile(path: string): Promise<Response> {
  return fetch(path, { cache: 'no-cache' });
}

async function takeOver(): Promise<void> {
  await forgetOldShells(self.caches, mejaShell);
  await self.clients.claim();
}
