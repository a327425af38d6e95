import fastify, { type FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { limitBodyTime } from '#server/http/body-time.ts';

let app: FastifyInstance;
let port: number;

beforeEach(async () => {
  app = fastify();
  const limits = limitBodyTime(64, { patienceMs: 80, slowestLine: 8_192 });
  app.post('/', { ...limits, handler: async () => ({ done: true }) });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(() => app.close());

async function send(pieces: readonly string[], betweenMs: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (part: Buffer) => {
    received += part.toString('utf8');
  });
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => {
    socket.once('close', resolve);
  });
  const length = pieces.join('').length;
  const head = [
    'POST / HTTP/1.1',
    'Host: x',
    'Connection: close',
    'Content-Type: application/json',
  ];
  socket.write(`${[...head, `Content-Length: ${length}`].join('\r\n')}\r\n\r\n`);
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => {
      setTimeout(resolve, betweenMs);
    });
  }
  await closed;
  return received;
}

it('cuts off a body that comes byte by byte', async () => {
  const drops = Array.from({ length: 50 }, () => ' ');
  expect(await send(['{', ...drops, '}'], 20)).toBe('');
});

it('takes a body that comes in time, and answers one that is no JSON', async () => {
  expect(await send(['{', '}'], 5)).toContain('{"done":true}');
  expect(await send(['{', '{'], 5)).toContain('400');
});
