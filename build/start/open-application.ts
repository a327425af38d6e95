import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A window of the application in a process of its own. */
export interface OpenedWindow {
  /** Settles when the window was closed. */
  readonly closed: Promise<void>;
  /** Closes it; settles when its process is gone. */
  close(): Promise<void>;
}

/** How long a program must live to count as opened, in milliseconds. */
const settleMs = 2_500;

/** How long a window may take to close before it is killed, in milliseconds. */
const closeMs = 3_000;

/** Whether windows can be shown: Linux may run without any display. */
export function hasDisplay(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Switch that both hosts need as root on Linux, where Chromium's sandbox refuses to start. */
function rootSwitches(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** What both hosts need to know. */
export interface ApplicationWindow {
  /** Program to start. */
  readonly program: string;
  /** Address of the central server, which also serves the browser host. */
  readonly serverUrl: string;
  /** Folder of the host's own data, kept from start to start. */
  readonly profile: string;
}

/** Opens the application in Electron; null when the program ends at once. */
export function openInElectron(
  root: string,
  { program, serverUrl, profile }: ApplicationWindow,
): Promise<OpenedWindow | null> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    MEJA_SERVER_URL: serverUrl,
    MEJA_USER_DATA: profile,
  };
  delete env['ELECTRON_RUN_AS_NODE'];
  return openWindow(program, [root, ...rootSwitches()], env, profile);
}

/** Opens the application in a Chromium window without address bar; null when the program ends at once. */
export function openInBrowser({
  program,
  serverUrl,
  profile,
}: ApplicationWindow): Promise<OpenedWindow | null> {
  const switches = [
    `--app=${serverUrl}`,
    `--user-data-dir=${profile}`,
    '--window-size=1366,728',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    ...rootSwitches(),
  ];
  return openWindow(program, switches, process.env, profile);
}

async function openWindow(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  profile: string,
): Promise<OpenedWindow | null> {
  mkdirSync(profile, { recursive: true });
  // A group of its own: Ctrl+C then reaches us alone, and we close the window in order.
  const child = spawn(program, args, {
    env,
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  });
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
  const endedAtOnce = await Promise.race([closed.then(() => true), delay(settleMs, false)]);
  if (endedAtOnce) return null;
  return { closed, close: () => closeWindow(child, closed) };
}

async function closeWindow(child: ChildProcess, closed: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const gone = await Promise.race([closed.then(() => true), delay(closeMs, false, { ref: false })]);
  if (!gone) {
    child.kill('SIGKILL');
    await closed;
  }
}
