import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { request, type Channel } from '#shared/channel/channel.ts';
import { makeChannelClient, type ClientPorts } from '#shared/channel/client.ts';
import { makeEmit, serve, type Emit, type Handlers } from '#shared/channel/server.ts';

const channel = {
  requests: {
    double: { input: z.number(), output: z.number() },
    count: { input: z.int(), output: z.string(), progress: z.int() },
    weigh: request({
      input: z.object({ bytes: z.instanceof(ArrayBuffer) }),
      output: z.int(),
      transfer: ({ bytes }) => [bytes],
    }),
    keep: { input: z.unknown(), output: z.null() },
    wait: { input: z.null(), output: z.null() },
    break: { input: z.null(), output: z.null() },
  },
  notices: { note: z.string() },
  events: { heard: z.string(), hour: z.int() },
} as const satisfies Channel;

const faults: unknown[] = [];
const closers: (() => void)[] = [];

/** What a test changes. */
interface Setup {
  readonly handlers?: Partial<Handlers<typeof channel>>;
  readonly ports?: Partial<ClientPorts<typeof channel>>;
}

interface OtherSide {
  readonly page: MessagePort;
  readonly worker: MessagePort;
  readonly emit: Emit<typeof channel>;
  ended: boolean;
}

/** Both sides over the ports of a real message channel; each start makes the other side anew. */
function setUp({ handlers, ports }: Setup = {}) {
  const started: OtherSide[] = [];
  const stopped: AbortSignal[] = [];
  const log: unknown[] = [];
  function start() {
    const { port1, port2 } = new MessageChannel();
    const emit = makeEmit<typeof channel>(port2);
    serve(
      port2,
      channel,
      {
        double: (input) => input * 2,
        count: () => 'done',
        keep: () => null,
        weigh: ({ bytes }) => bytes.byteLength,
        wait: (_input, { signal }) => {
          stopped.push(signal);
          return new Promise(() => {});
        },
        break: () => {
          throw new RangeError('with data in it');
        },
        note: (text) => emit('heard', text),
        ...handlers,
      },
      (cause) => faults.push(cause),
    );
    port1.start();
    port2.start();
    const other = { page: port1, worker: port2, emit, ended: false };
    started.push(other);
    const terminate = (): void => {
      other.ended = true;
      port1.close();
    };
    closers.push(terminate);
    return Object.assign(port1, { terminate });
  }
  const client = makeChannelClient(channel, {
    start,
    events: { heard: (text) => log.push(text), hour: (hour) => log.push(hour) },
    onOpen: () => log.push('open'),
    onBroken: (reason) => log.push(['broken', reason]),
    onUnreadable: (place) => log.push(['unreadable', place]),
    ...ports,
  });
  return { client, started, stopped, log };
}

afterEach(() => {
  for (const close of closers.splice(0)) close();
  faults.length = 0;
});

describe('a request', () => {
  test('is answered, each by its own answer', async () => {
    const { client } = setUp();
    const answers = await Promise.all([1, 2, 3].map((one) => client.ask('double', one)));
    expect(answers).toEqual([2, 4, 6].map((value) => ({ ok: true, value })));
  });

  test('hands over what its declaration says', async () => {
    const { client } = setUp();
    const bytes = new ArrayBuffer(5);
    expect(await client.ask('weigh', { bytes })).toEqual({ ok: true, value: 5 });
    expect(bytes.byteLength).toBe(0);
  });

  test('that cannot be handed to another thread has failed', async () => {
    const { client } = setUp();
    expect(await client.ask('keep', () => {})).toEqual({
      ok: false,
      error: { kind: 'failed', reason: 'DataCloneError' },
    });
  });

  test('may tell how far it is; each word begins its time anew', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let proceed: (() => void) | undefined;
    const count: Handlers<typeof channel>['count'] = async (to, { progress }) => {
      for (let at = 1; at <= to; at += 1) {
        progress(at);
        // oxlint-disable-next-line no-await-in-loop -- one step after the other
        await new Promise<void>((resolve) => (proceed = resolve));
      }
      return 'done';
    };
    const { client } = setUp({ handlers: { count } });
    const told: number[] = [];
    let heard: (() => void) | undefined;
    const onProgress = (at: number): void => {
      told.push(at);
      heard?.();
    };
    const answer = client.ask('count', 3, { onProgress, timeoutMs: 1_000 });
    for (const at of [1, 2, 3]) {
      // oxlint-disable-next-line no-await-in-loop -- one step after the other
      if (told.length < at) await new Promise<void>((resolve) => (heard = resolve));
      vi.advanceTimersByTime(900);
      proceed?.();
    }
    vi.useRealTimers();
    expect(await answer).toEqual({ ok: true, value: 'done' });
    expect(told).toEqual([1, 2, 3]);
  });

  test('ends after silence for too long, and the other side is told', async () => {
    const { client, stopped } = setUp();
    const answer = await client.ask('wait', null, { timeoutMs: 20 });
    expect(answer).toEqual({ ok: false, error: { kind: 'timedOut' } });
    await vi.waitFor(() => expect(stopped.map(({ aborted }) => aborted)).toEqual([true]));
  });

  test('ends when it is given up, and the other side is told', async () => {
    const { client, stopped } = setUp();
    const stop = new AbortController();
    const answer = client.ask('wait', null, { signal: stop.signal });
    await vi.waitFor(() => expect(stopped).toHaveLength(1));
    stop.abort();
    expect(await answer).toEqual({ ok: false, error: { kind: 'cancelled' } });
    await vi.waitFor(() => expect(stopped[0]?.aborted).toBe(true));
  });

  test('that was given up before is not asked', async () => {
    const { client, started } = setUp();
    const answer = await client.ask('double', 1, { signal: AbortSignal.abort() });
    expect(answer).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(started).toHaveLength(0);
  });

  test('whose answering throws has failed, by name only', async () => {
    const { client } = setUp();
    expect(await client.ask('break', null)).toEqual({
      ok: false,
      error: { kind: 'failed', reason: 'RangeError' },
    });
    expect(faults).toEqual([expect.any(RangeError)]);
  });

  test('that is not of the channel has failed, and is reported without what it says', async () => {
    const { client } = setUp();
    const answer = await client.ask('double', Number.NaN);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'failed' } });
    expect(String(faults[0])).toContain('request double');
    expect(String(faults[0])).not.toContain('NaN');
  });

  test('whose answer is not what was declared has failed, and that is told', async () => {
    const { client, log } = setUp({ handlers: { double: () => Number.NaN } });
    const answer = await client.ask('double', 1);
    expect(answer).toEqual({ ok: false, error: { kind: 'failed', reason: 'answer double: ' } });
    expect(log).toContainEqual(['unreadable', 'answer double: ']);
  });
});

describe('notices and events', () => {
  test('pass in the order in which they were told', async () => {
    const { client, started, log } = setUp();
    client.tell('note', 'a');
    client.tell('note', 'b');
    await client.ask('double', 1);
    started[0]?.emit('hour', 7);
    await vi.waitFor(() => expect(log).toEqual(['open', 'a', 'b', 7]));
  });

  test('that are not of the channel are told of, never thrown', async () => {
    const { client, started, log } = setUp();
    await client.ask('double', 1);
    const port = started[0]?.worker;
    port?.postMessage('bukan pesan');
    port?.postMessage({ kind: 'event', name: 'constructor', payload: 1 });
    port?.postMessage({ kind: 'event', name: 'hour', payload: 'tujuh' });
    await vi.waitFor(() =>
      expect(log.slice(1)).toEqual([
        ['unreadable', 'message: '],
        ['unreadable', 'event constructor'],
        ['unreadable', 'event hour: '],
      ]),
    );
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
    started[0]?.page.postMessage({ kind: 'tell', name: 'constructor', input: '' });
    await vi.waitFor(() => expect(String(faults[0])).toContain('notice constructor'));
    expect(await client.ask('double', 1)).toEqual({ ok: true, value: 2 });
  });
});

describe('the other side', () => {
  test('is started by the first request, and told first what it must know', async () => {
    const { client, started, log } = setUp();
    expect([client.isOpen(), started.length]).toEqual([false, 0]);
    await client.ask('double', 1);
    expect([client.isOpen(), started.length]).toEqual([true, 1]);
    expect(log).toEqual(['open']);
  });

  test('that fails ends all that was asked, is ended, and the next request has another', async () => {
    const { client, started, log } = setUp();
    const asked = [client.ask('wait', null), client.ask('wait', null, { timeoutMs: 60_000 })];
    started[0]?.page.dispatchEvent(new Event('error'));
    const broken = { ok: false, error: { kind: 'broken' } };
    expect(await Promise.all(asked)).toEqual([broken, broken]);
    expect(started[0]?.ended).toBe(true);
    expect(log).toEqual(['open', ['broken', 'error']]);
    started[0]?.page.dispatchEvent(new Event('error'));
    expect(await client.ask('double', 1)).toEqual({ ok: true, value: 2 });
    expect(started).toHaveLength(2);
  });

  test('that cannot be started is broken, and tried again by the next request', async () => {
    let missing = true;
    const { client, log } = setUp({
      ports: {
        start: () => {
          if (missing) throw new TypeError('no script');
          return { postMessage: () => {}, addEventListener: () => {}, terminate: () => {} };
        },
      },
    });
    expect(await client.ask('double', 1)).toEqual({ ok: false, error: { kind: 'broken' } });
    expect(log).toEqual([['broken', 'TypeError']]);
    missing = false;
    expect(client.open()).toBe(true);
  });

  test('that is closed answers nothing any more', async () => {
    const { client, started } = setUp();
    const asked = client.ask('wait', null);
    client.close();
    expect(await asked).toEqual({ ok: false, error: { kind: 'broken' } });
    expect([client.isOpen(), started[0]?.ended]).toEqual([false, true]);
  });
});
