import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { chromiumArguments } from '#tests/e2e/support/chromium-arguments.ts';

/** A browser with a profile on the disk, started by us so that it can be killed like a PC that loses its power. */
export interface KeptBrowser {
  readonly page: Page;
  /** SIGKILL to the browser and all its processes; nothing gets to say goodbye. */
  kill(): Promise<void>;
}

/** Starts the browser with the profile in a folder. */
export async function startKeptBrowser(executable: string, profile: string): Promise<KeptBrowser> {
  const portFile = path.join(profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const started = spawn(
    executable,
    [
      ...chromiumArguments(),
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: 'ignore', detached: true },
  );
  const browser = await connect(portFile);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('The browser shows no page.');
  return { page, kill: () => killGroup(started) };
}

async function connect(portFile: string): Promise<Browser> {
  let port = '';
  await expect(async () => {
    port = (await readFile(portFile, 'utf8')).split('\n')[0] ?? '';
    expect(port).toMatch(/^\d+$/u);
  }).toPass({ timeout: 30_000 });
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
}

async function killGroup(started: ChildProcess): Promise<void> {
  const { pid } = started;
  if (pid === undefined) throw new Error('The browser did not start.');
  const gone = new Promise((resolve) => {
    started.once('exit', resolve);
  });
  // Its own group: the browser and what it started, and nobody else.
  process.kill(-pid, 'SIGKILL');
  await gone;
}
