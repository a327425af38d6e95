import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { TrustsProxy } from '#server/http/trusted-proxies.ts';

/** How long a caller may take for the headers of a request. */
export const headersTimeoutMs = 15_000;
/** A full batch over 256 kbit/s takes two minutes; whoever needs more than five is not sending. */
export const requestTimeoutMs = 300_000;
/** How often Node looks for those that take too long. */
export const checkingIntervalMs = 5_000;
/** A connection without a byte in either direction for so long is cut; a large hand-over is answered within that time. */
export const silentTimeoutMs = 330_000;

/** Connections of a browser to one server. */
const connectionsPerPc = 6;

/** Limits of open connections; those of a proxy are not counted: many callers stand behind its address. */
export interface ConnectionLimits {
  readonly maxConnections: number;
  readonly pcsPerAddress: number;
  readonly trustsProxy: TrustsProxy;
}

/** Cuts off whoever opens too many connections, so that others still find one. */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  server.maxConnections = limits.maxConnections;
  const max = limits.pcsPerAddress * connectionsPerPc;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (limits.trustsProxy(address, 0)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > max) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
}
