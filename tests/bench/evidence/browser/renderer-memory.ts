import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';

/** Memory of a process, MB. */
export interface ProcessMemory {
  /** Resident pages, also those of the browser's own program, which all its processes share. */
  readonly nowMb: number;
  /** The most that was ever resident. */
  readonly peakMb: number;
  /** What the process costs the PC: a page that several processes share counts by its share (PSS). */
  readonly shareMb: number;
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
  const read = (file: string): Promise<string> =>
    readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const [status, smaps] = [await read('status'), await read('smaps_rollup')];
  if (status === '' || smaps === '') return null;
  return {
    nowMb: megabytes(status, 'VmRSS'),
    peakMb: megabytes(status, 'VmHWM'),
    shareMb: megabytes(smaps, 'Pss'),
  };
}

function megabytes(table: string, name: string): number {
  return Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(table)?.[1]) / 1024);
}
