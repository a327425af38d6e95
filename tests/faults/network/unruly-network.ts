import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { makeRandom, type Random } from '#build/demo/random.ts';
import { appAnswer, type AppFiles } from '#tests/faults/network/app-files.ts';
import { errorAnswer, portalAnswer } from '#tests/faults/network/foreign-answers.ts';
import {
  forward,
  forwardHalf,
  readAll,
  type Answer,
  type Call,
} from '#tests/faults/network/forward.ts';
import type { FaultCounts, NetworkFault } from '#tests/faults/plan/fault-kinds.ts';

/** What the network is like for a while; `chance` is that of a fault for each call. */
export type Weather =
  | { readonly kind: 'calm' }
  | { readonly kind: 'down' }
  | { readonly kind: 'rough'; readonly faults: readonly NetworkFault[]; readonly chance: number };

/** A moment in the life of a delivery of decisions. */
export type DeliveryMoment = 'sending' | 'working' | 'answered' | 'receipt';

/** What a network stands between and whom it tells. */
export interface NetworkPorts {
  readonly seed: number;
  readonly app: AppFiles;
  /** Address of the server now. */
  readonly target: () => string;
  readonly counts: FaultCounts;
  readonly log: (line: string) => void;
  /** Told of each moment of a delivery, which waits until it is heard. */
  readonly onDelivery: (moment: DeliveryMoment) => Promise<void>;
  /** Only to prove that the harness can fail: answers a delivery in the server's place, which never hears of it. */
  readonly swallow?: (call: Call) => Answer | null;
  /** The same for any other call. */
  readonly instead?: (call: Call) => Answer | null;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const deliveryPath = '/api/v1/commands';

/** The network between one PC and the server: what it does to the n-th call of a route follows from the seed. */
export class UnrulyNetwork {
  weather: Weather = { kind: 'calm' };
  /** Whether the weather falls on deliveries alone: without the server nobody signs in, and no usul comes. */
  isSheltered = false;
  /** How far the PC's clock is off when a page starts, in milliseconds. */
  clockShiftMs = 0;
  readonly #ports: NetworkPorts;
  readonly #server: Server;
  readonly #calls = new Map<string, number>();
  readonly #late = new Set<Promise<void>>();
  #passed: (() => void)[] = [];

  private constructor(ports: NetworkPorts) {
    this.#ports = ports;
    this.#server = createServer((incoming, outgoing) => {
      this.#handle(incoming, outgoing).catch((cause: unknown) => {
        ports.log(`network: ${incoming.url}: ${cause instanceof Error ? cause.message : 'gone'}`);
        outgoing.destroy();
      });
    });
  }

  static async start(ports: NetworkPorts): Promise<UnrulyNetwork> {
    const network = new UnrulyNetwork(ports);
    await new Promise<void>((resolve) => network.#server.listen(0, '127.0.0.1', resolve));
    return network;
  }

  /** Origin of the page, as the PC sees it. */
  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('No port was given.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Resolves when nothing is under way any more that the PC does not know of. */
  async quiet(): Promise<void> {
    await Promise.all(this.#late);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = incoming.url ?? '/';
    const { pathname } = new URL(path, this.url);
    const { app, log } = this.#ports;
    if (!pathname.startsWith('/api/')) {
      return reply(outgoing, appAnswer(app, pathname, this.clockShiftMs));
    }
    const { method = 'GET', headers } = incoming;
    const call = { method, path, headers, body: await readAll(incoming) };
    const random = this.#randomOf(`${method} ${pathname}`);
    const isSafe = this.isSheltered && !isDelivery(call);
    const fault = isSafe ? null : this.#faultNow(random);
    if (fault !== null) {
      log(`network: ${fault} on ${method} ${pathname}`);
      this.#ports.counts.add(`network ${fault}`);
    }
    const instead = this.#ports.instead?.(call);
    if (instead) return reply(outgoing, instead);
    await this.#carry(call, outgoing, fault, random);
    for (const passed of this.#passed.splice(0)) passed();
  }

  #randomOf(route: string): Random {
    const count = (this.#calls.get(route) ?? 0) + 1;
    this.#calls.set(route, count);
    return makeRandom('network', this.#ports.seed, route, count);
  }

  #faultNow(random: Random): NetworkFault | 'down' | null {
    const { weather } = this;
    if (weather.kind === 'calm') return null;
    if (weather.kind === 'down') return 'down';
    return random.chance(weather.chance) ? random.pick(weather.faults) : null;
  }

  async #carry(
    call: Call,
    outgoing: ServerResponse,
    fault: NetworkFault | 'down' | null,
    random: Random,
  ): Promise<void> {
    switch (fault) {
      case 'down':
      case 'cut-before':
        return void outgoing.destroy();
      case 'cut-request':
        await forwardHalf(this.#ports.target(), call);
        return void outgoing.destroy();
      case 'status-401':
      case 'status-429':
      case 'status-500': {
        const status = ({ 'status-401': 401, 'status-429': 429, 'status-500': 500 } as const)[
          fault
        ];
        return reply(outgoing, errorAnswer(status, random.chance(0.5)));
      }
      case 'portal':
        return reply(outgoing, portalAnswer());
      case 'delay':
        await pause(random.whole(5, 400));
        return this.#pass(call, outgoing);
      case 'reorder':
        // Held until another call has gone past it.
        await Promise.race([pause(400), new Promise<void>((go) => this.#passed.push(go))]);
        return this.#pass(call, outgoing);
      case 'late-duplicate':
        this.#again(call, random.whole(100, 800));
        return this.#pass(call, outgoing);
      case 'duplicate':
        this.#again(call, 0);
        return this.#pass(call, outgoing);
      case 'lost-answer':
        await this.#deliver(call);
        return void outgoing.destroy();
      case 'silence':
        await this.#deliver(call);
        await pause(random.whole(300, 1200));
        return void outgoing.destroy();
      case 'cut-answer':
      case 'truncate':
      case null:
        return this.#pass(call, outgoing, fault);
    }
  }

  /** Brings the call to the server and its answer to the PC. */
  async #pass(
    call: Call,
    outgoing: ServerResponse,
    spoil: 'cut-answer' | 'truncate' | null = null,
  ): Promise<void> {
    const answer = await this.#deliver(call);
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
    if (spoil === 'cut-answer') {
      outgoing.writeHead(answer.status, answer.headers);
      return void outgoing.write(half, () => outgoing.destroy());
    }
    if (spoil === 'truncate') {
      const { 'transfer-encoding': _, ...headers } = answer.headers;
      return reply(outgoing, {
        ...answer,
        headers: { ...headers, 'content-length': String(half.length) },
        body: half,
      });
    }
    reply(outgoing, answer);
    if (isDelivery(call)) await this.#ports.onDelivery('receipt');
  }

  async #deliver(call: Call): Promise<Answer> {
    if (!isDelivery(call)) return forward(this.#ports.target(), call);
    await this.#ports.onDelivery('sending');
    const swallowed = this.#ports.swallow?.(call);
    if (swallowed) return swallowed;
    const answering = forward(this.#ports.target(), call);
    const [answer] = await Promise.all([answering, this.#ports.onDelivery('working')]);
    await this.#ports.onDelivery('answered');
    return answer;
  }

  #again(call: Call, afterMs: number): void {
    const again = pause(afterMs)
      .then(() => forward(this.#ports.target(), call))
      .catch(() => this.#ports.log('network: the duplicate met no server'))
      .then(() => void this.#late.delete(again));
    this.#late.add(again);
  }
}

function isDelivery({ method, path }: Call): boolean {
  return method === 'POST' && path.startsWith(deliveryPath);
}

function reply(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  outgoing.writeHead(status, headers);
  outgoing.end(body);
}
