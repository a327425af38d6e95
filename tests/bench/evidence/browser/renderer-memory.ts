import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';

/** Resident memory of a process, MB: now, and the most it ever was. */
export interface ProcessMemory {
  readonly nowMb: number;
  readonly peakMb: number;
}

/**
 * Memory of the browser's largest page process (workers live in their page's process). Null where the system has no /proc.
 */
export async function rendererMemory(browser: Browser): Promise<ProcessMemory | null> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    const all = await Promise.all(renderers.map(({ id }) => processMemory(id)));
    const known = all.filter((memory) => memory !== null);
    return known.toSorted((a, b) => b.nowMb - a.nowMb)[0] ?? null;
  } finally {
    await session.detach();
  }
}

async function processMemory(pid: number): Promise<ProcessMemory | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const mb = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024);
  return status === '' ? null : { nowMb: mb('VmRSS'), peakMb: mb('VmHWM') };
}
