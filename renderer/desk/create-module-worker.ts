import { trustedScriptUrl } from '#renderer/platform/trusted-scripts.ts';

/** Starts a worker from a script of the bundle, under the trusted-types policy of the CSP. */
export function createModuleWorker(url: string): Worker {
  return new Worker(trustedScriptUrl(url), { type: 'module' });
}
