import { makeBrowserPlatform } from '#renderer/platform/browser/browser-platform.ts';
import { makeElectronPlatform } from '#renderer/platform/electron/electron-platform.ts';
import { bridgeGlobal, type Bridge } from '#shared/bridge/bridge-contract.ts';
import type { Platform } from '#shared/bridge/platform.ts';

/** The platform of the host that runs this page; the presence of the preload bridge tells. Asked once, at start-up. */
export function choosePlatform(): Platform {
  // Put there by our own preload script before any script of the page runs.
  const bridge = (globalThis as { [bridgeGlobal]?: Bridge })[bridgeGlobal];
  return bridge ? makeElectronPlatform(bridge) : makeBrowserPlatform();
}
