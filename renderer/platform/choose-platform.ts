import { makeBrowserPlatform } from '#renderer/platform/browser/browser-platform.ts';
import { makeElectronPlatform } from '#renderer/platform/electron/electron-platform.ts';
import type { Bridge } from '#shared/bridge/bridge-contract.ts';
import type { Platform } from '#shared/bridge/platform.ts';

declare global {
  /** Put there by our own preload script (under `bridgeGlobal`) before any script of the page runs. */
  var mejaBridge: Bridge | undefined;
}

/** The platform of the host that runs this page; the presence of the preload bridge tells. Asked once, at start-up. */
export function choosePlatform(): Platform {
  const bridge = globalThis.mejaBridge;
  return bridge ? makeElectronPlatform(bridge) : makeBrowserPlatform();
}
