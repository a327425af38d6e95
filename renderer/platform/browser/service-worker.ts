import {
  answerFromShell,
  forgetOldShells,
  keepShell,
  type Shell,
} from '#renderer/platform/browser/shell-cache.ts';

// Written into the built file by build/vite/service-worker-plugin.ts.
declare const __MEJA_SHELL__: Shell;

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
const worker = globalThis as unknown as ServiceWorkerScope;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell(worker.caches, __MEJA_SHELL__, (request) => fetch(request)));
});

worker.addEventListener('activate', (event) => {
  const takeOver = async (): Promise<void> => {
    await forgetOldShells(worker.caches, __MEJA_SHELL__);
    await worker.clients.claim();
  };
  event.waitUntil(takeOver());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = request.method === 'GET' && url.origin === worker.location.origin;
  if (!ours || url.pathname.startsWith('/api/')) return;
  event.respondWith(answerFromShell(worker.caches, __MEJA_SHELL__, request));
});
