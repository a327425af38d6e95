import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { gunzipSync } from 'node:zlib';

/**
 * What the network does to a call: pass it; let the server have it and lose the answer; answer in the server's place
 * (captive portal); cut the answer in the middle; change a byte of every document; be away; or keep silent for ever.
 */
export type Weather =
  | 'baik'
  | 'jawaban_hilang'
  | 'portal'
  | 'jawaban_terpotong'
  | 'dokumen_rusak'
  | 'putus'
  | 'diam';

/** A call on its way to the server. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Whoever called no longer waits for the answer. */
  readonly hungUp: AbortSignal;
}

/** What a call is answered with. */
export interface CallAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A network between a PC and the server that can be told to misbehave. */
export interface UnrulyProxy {
  readonly url: string;
  weather: Weather;
  /** Only calls whose path begins so are hit by the weather; all when empty. */
  only: string;
  /** When set: answers a call in the server's place; null lets it through. May take its time. */
  instead: ((call: Call) => Promise<CallAnswer | null> | CallAnswer | null) | null;
  /** When set: changes what the server answered. */
  change: ((call: Call, answer: CallAnswer) => CallAnswer) | null;
  /** Paths of the calls that reached the server, in their order. */
  readonly reached: string[];
  stop(): Promise<void>;
}

/** An answer in JSON. */
export function jsonAnswer(
  status: number,
  body: unknown,
  headers: IncomingHttpHeaders = {},
): CallAnswer {
  const bytes = Buffer.from(JSON.stringify(body));
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: bytes };
}

/** Changes the JSON of an answer; what is not JSON stays as it is. */
export function changeJson(answer: CallAnswer, change: (body: unknown) => unknown): CallAnswer {
  const { 'content-encoding': _, 'content-length': __, ...headers } = answer.headers;
  const text =
    answer.headers['content-encoding'] === 'gzip' ? gunzipSync(answer.body) : answer.body;
  return jsonAnswer(answer.status, change(JSON.parse(text.toString())), headers);
}

/** Starts a network in front of a server. */
export async function startUnrulyProxy(target: string): Promise<UnrulyProxy> {
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    const weather = path.startsWith(proxy.only) ? proxy.weather : 'baik';
    handle(incoming, outgoing, path, weather).catch(() => outgoing.destroy());
  });

  async function handle(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    path: string,
    weather: Weather,
  ): Promise<void> {
    const sent = await readAll(incoming);
    if (weather === 'putus') return void outgoing.destroy();
    if (weather === 'diam') return;
    if (weather === 'portal') {
      outgoing.writeHead(200, { 'content-type': 'text/html' });
      return void outgoing.end('<html><body>Silakan masuk ke Wi-Fi hotel</body></html>');
    }
    const { method = 'GET', headers } = incoming;
    const hungUp = new AbortController();
    outgoing.once('close', () => outgoing.writableFinished || hungUp.abort());
    const call = { method, path, headers, body: sent, hungUp: hungUp.signal };
    const given = await proxy.instead?.(call);
    if (given) return void outgoing.writeHead(given.status, given.headers).end(given.body);
    proxy.reached.push(`${method} ${path.split('?')[0]}`);
    const answered = await forward(target, incoming, path, sent);
    const answer = proxy.change?.(call, answered) ?? answered;
    if (weather === 'jawaban_hilang') return void outgoing.destroy();
    const body = spoil(answer.body, path, weather);
    outgoing.writeHead(answer.status, answer.headers);
    if (weather === 'jawaban_terpotong') {
      outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
    } else {
      outgoing.end(body);
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const proxy: UnrulyProxy = {
    url: `http://127.0.0.1:${address.port}`,
    weather: 'baik',
    only: '',
    instead: null,
    change: null,
    reached: [],
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return proxy;
}

function spoil(body: Buffer, path: string, weather: Weather): Buffer {
  if (weather !== 'dokumen_rusak' || !path.startsWith('/api/v1/documents/')) return body;
  const spoiled = Buffer.from(body);
  spoiled[0] = (spoiled[0] ?? 0) ^ 0xff;
  return spoiled;
}

async function forward(
  target: string,
  incoming: IncomingMessage,
  path: string,
  body: Buffer,
): Promise<CallAnswer> {
  const { method, headers } = incoming;
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, target), { method, headers, agent: false }, (answer) => {
      readAll(answer).then(
        (bytes) =>
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
        reject,
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
