import {
  request,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';

/** A call as it came in, read whole. */
export interface Call {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Passes a call to the server and reads its answer; throws when nobody answers. */
export async function forward(target: string, call: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = open(target, call, (answer) => {
      readAll(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(call.body);
  });
}

/** Passes the first half of a call's body to the server and cuts the line. */
export async function forwardHalf(target: string, call: Call): Promise<void> {
  return new Promise((resolve) => {
    const outgoing = open(target, call, (answer) => answer.resume());
    outgoing.on('error', () => resolve());
    outgoing.on('close', () => resolve());
    const half = call.body.subarray(0, Math.floor(call.body.length / 2));
    outgoing.write(half, () => outgoing.destroy());
  });
}

function open(
  target: string,
  { method, path, headers }: Call,
  onAnswer: (answer: IncomingMessage) => void,
): ClientRequest {
  return request(new URL(path, target), { method, headers, agent: false }, onAnswer);
}

/** Everything that a stream brings; throws when it breaks. */
export async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
