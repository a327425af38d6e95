import { createServer } from 'node:net';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Port of the first start when nobody asks for another. */
export const usualPort = 4680;

/** How many ports after the wanted one are tried. */
const tries = 20;

/** Which port is wanted. */
export interface PortWish {
  /** Insisted on by the person. */
  readonly asked: number | null;
  /** Used by an earlier start. */
  readonly remembered: number | null;
}

/** Why there is no port: the one insisted on is taken, or every one that was tried. */
export type PortFault =
  | { readonly kind: 'taken'; readonly port: number }
  | { readonly kind: 'none'; readonly from: number; readonly to: number };

/** Chooses a free port of 127.0.0.1: the one asked for and no other, else the earlier one or the next free. */
export async function choosePort(
  { asked, remembered }: PortWish,
  isFree: (port: number) => Promise<boolean> = isPortFree,
): Promise<Result<number, PortFault>> {
  if (asked !== null) {
    return (await isFree(asked)) ? succeed(asked) : fail({ kind: 'taken', port: asked });
  }
  const from = remembered ?? usualPort;
  const to = Math.min(from + tries, 65_535);
  for (let port = from; port <= to; port += 1) {
    if (await isFree(port)) return succeed(port);
  }
  return fail({ kind: 'none', from, to });
}

function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
