import { electronProgram } from '#build/browser/electron-runtime.ts';
import { findChromium } from '#build/browser/find-chromium.ts';
import { thisMachine } from '#build/browser/machine.ts';
import type { DataPlaces } from '#build/start/data-folder.ts';
import {
  hasDisplay,
  openInBrowser,
  openInElectron,
  type OpenedWindow,
} from '#build/start/open-application.ts';
import { fetchElectron } from '#build/start/fetch-electron.ts';
import { startTexts } from '#build/start/start-texts.ts';

/** How long the runtime of Electron may take to be fetched, in milliseconds; other steps run meanwhile. */
const electronLimitMs = 90_000;

/** Looks for the Electron runtime, and has it fetched when a window could be shown at all. */
export function prepareElectron(root: string, open: boolean): Promise<string | null> {
  if (!open || !hasDisplay(process.platform, process.env)) return Promise.resolve(null);
  const program = electronProgram(root);
  if (program !== null) return Promise.resolve(program);
  console.log(startTexts.electronFetching);
  return fetchElectron(root, electronLimitMs);
}

/** What is shown and where. */
export interface Showing {
  readonly root: string;
  readonly url: string;
  readonly places: DataPlaces;
  /** Whether the person wants a window. */
  readonly open: boolean;
  /** Program of the Electron runtime, once known; null when there is none. */
  readonly electron: Promise<string | null>;
}

/** Opens the application in the best host there is, and says which; null when there is no window. */
export async function showApplication(showing: Showing): Promise<OpenedWindow | null> {
  const { root, url, places, open } = showing;
  if (!open) {
    console.log(startTexts.openYourself(url));
    return null;
  }
  if (!hasDisplay(process.platform, process.env)) {
    console.log(startTexts.noDisplay(url));
    return null;
  }
  const program = await showing.electron;
  if (program !== null) {
    const profile = places.electron;
    const window = await openInElectron(root, { program, serverUrl: url, profile });
    if (window !== null) {
      console.log(startTexts.openedElectron);
      return window;
    }
  }
  console.log(program === null ? startTexts.electronMissing : startTexts.electronFailed);
  return showInBrowser(url, places.browser);
}

async function showInBrowser(url: string, profile: string): Promise<OpenedWindow | null> {
  const chromium = await findChromium(thisMachine(console.log), { install: false });
  if (!chromium.ok) {
    console.log(startTexts.noBrowser(url, chromium.error));
    return null;
  }
  const window = await openInBrowser({ program: chromium.value, serverUrl: url, profile });
  console.log(
    window === null ? startTexts.openYourself(url) : startTexts.openedBrowser(chromium.value),
  );
  return window;
}
