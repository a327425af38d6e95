import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromiumArguments } from '#tests/e2e/support/chromium-arguments.ts';

/** A Chromium process of our own, with a profile that outlives it. */
export interface RunningChromium {
  readonly browser: Browser;
  /** Ends it and all its children with SIGKILL, as a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
}

const ownArguments = [
  '--headless',
  '--disable-gpu',
  '--mute-audio',
  '--password-store=basic',
  '--disable-extensions',
  '--remote-debugging-port=0',
  'about:blank',
];

/** Starts Chromium with that profile, and connects to it. */
export async function startChromium(program: string, profile: string): Promise<RunningChromium> {
  await forgetOwner(profile);
  const child = spawn(
    program,
    [...chromiumArguments(), `--user-data-dir=${profile}`, ...ownArguments],
    // A group of its own, so that its children die with it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = once(child, 'exit');
  // In a group of its own it does not hear of an interrupted run.
  const endWithUs = (): void => killGroup(child);
  process.once('exit', endWithUs);
  const kill = async (): Promise<void> => {
    killGroup(child);
    await exited;
    process.off('exit', endWithUs);
    // Its children are ended too, but later: the next start must not find them at the profile.
    while (isGroupAlive(child)) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  try {
    const browser = await chromium.connectOverCDP(await addressOf(child));
    return { browser, kill };
  } catch (cause) {
    await kill();
    throw cause;
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
}

function isGroupAlive({ pid }: ChildProcess): boolean {
  try {
    return pid !== undefined && process.kill(-pid, 0);
  } catch {
    // Nobody of that group is left.
    return false;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error(`Chromium did not start: ${text}`)), 30_000);
    child.once('exit', () => reject(new Error(`Chromium ended at its start: ${text}`)));
    child.stderr?.on('data', (part: Buffer) => {
      text = (text + part.toString('utf8')).slice(-4000);
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}

/** A killed Chromium leaves the mark by which the next one would think that it still runs. */
async function forgetOwner(profile: string): Promise<void> {
  const names = await readdir(profile).catch(() => []);
  for (const name of names.filter((one) => one.startsWith('Singleton'))) {
    await rm(path.join(profile, name), { force: true });
  }
}
