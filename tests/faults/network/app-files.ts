import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { appContentSecurityPolicy } from '#server/http/app-host.ts';
import type { Answer } from '#tests/faults/network/forward.ts';

/** The built page by path; it comes from the PC itself, as an installed application does, whatever the network does. */
export type AppFiles = ReadonlyMap<string, Buffer>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Reads the built page. */
export async function readAppFiles(folder: string): Promise<AppFiles> {
  const names = await readdir(folder, { recursive: true });
  const files = new Map<string, Buffer>();
  for (const name of names.filter((one) => path.extname(one) in mediaTypes)) {
    files.set(`/${name.replaceAll('\\', '/')}`, await readFile(path.join(folder, name)));
  }
  return files;
}

/** A file of the page as our server would serve it; every script begins with the PC's clock, `shiftMs` off. */
export function appAnswer(files: AppFiles, pathname: string, shiftMs: number): Answer {
  const name = pathname === '/' ? '/index.html' : pathname;
  const body = files.get(name);
  if (!body) return { status: 404, headers: {}, body: Buffer.alloc(0) };
  const headers = {
    'content-type': mediaTypes[path.extname(name)],
    'content-security-policy': appContentSecurityPolicy,
    'cache-control': 'no-store',
  };
  const isScript = name.endsWith('.js');
  return {
    status: 200,
    headers,
    body: isScript ? Buffer.concat([clockScript(shiftMs), body]) : body,
  };
}

/**
 * Puts a clock before a script that stands `shiftMs` off and can be moved while it runs (`shiftClock`), in the page and
 * in its workers alike. Timers go on as they are: a PC whose clock is set does not wait longer.
 */
function clockScript(shiftMs: number): Buffer {
  return Buffer.from(`(() => {
  if (globalThis.shiftClock) return;
  let shift = ${shiftMs};
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...parts) { if (parts.length === 0) super(Real.now() + shift); else super(...parts); }
    static now() { return Real.now() + shift; }
  };
  globalThis.shiftClock = (ms) => { shift = ms; };
})();
`);
}
