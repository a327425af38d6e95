import { describe, expect, test } from 'vitest';
import { maxRecordBytes } from '#shared/journal/framing.ts';
import { bridgeCalls } from '#shared/bridge/bridge-contract.ts';
import { answerCall, type BridgeHandlers, type Refusal } from '#electron/ipc/answer-call.ts';
import type { SenderFrame } from '#electron/ipc/sender-guard.ts';
import { succeed } from '#shared/kernel/result.ts';
import { makeBridge } from '#electron/preload/make-bridge.ts';

const ownPage: SenderFrame = { url: 'app://bundle/index.html', parent: null };

const description = {
  host: 'electron',
  appVersion: '0.1.0',
  serverUrl: 'https://peladen.example',
  deviceName: 'PC-UMPEG-01',
} as const;

function makeHandlers(changes: Partial<BridgeHandlers> = {}): BridgeHandlers {
  return {
    describe: () => Promise.resolve(description),
    log: () => Promise.resolve(null),
    protect: () => Promise.resolve(null),
    unprotect: () => Promise.resolve({ kind: 'hilang' }),
    journalAppend: () => Promise.resolve(succeed(null)),
    journalRead: () => Promise.resolve(succeed(new Uint8Array())),
    journalReplace: () => Promise.resolve(succeed(null)),
    journalList: () => Promise.resolve(succeed([])),
    journalErase: () => Promise.resolve(succeed(null)),
    ...changes,
  };
}

const noted: Refusal[] = [];
const note = (_call: string, refusal: Refusal): void => {
  noted.push(refusal);
};

describe('a call over the bridge', () => {
  test('from our own page is answered', async () => {
    expect(await answerCall('describe', makeHandlers(), ownPage, [], note)).toEqual(description);
  });

  test.each<[string, SenderFrame | null]>([
    ['a frame that is gone', null],
    ['a foreign page', { url: 'https://example.org/', parent: null }],
    ['a page that only looks like ours', { url: 'app://bundle.example/', parent: null }],
    ['a file', { url: 'file:///C:/x/index.html', parent: null }],
    ['a frame inside our page', { url: 'app://bundle/index.html', parent: ownPage }],
    ['about:blank', { url: 'about:blank', parent: null }],
  ])('from %s is refused before its handler runs', async (_name, frame) => {
    let ran = false;
    const handlers = makeHandlers({
      describe: () => {
        ran = true;
        return Promise.resolve(description);
      },
    });
    await expect(answerCall('describe', handlers, frame, [], note)).rejects.toThrow('sender');
    expect(ran).toBe(false);
    expect(noted.at(-1)).toBe('sender');
  });

  test.each([
    [[]],
    [['text']],
    [[{ level: 'fatal', event: 'x', detail: '' }]],
    [[{ level: 'info', event: 'x', detail: '' }, 'one too many']],
    [[{ level: 'info', event: 'x', detail: 'y'.repeat(2001) }]],
  ])('with arguments outside the contract is refused: %j', async (args) => {
    await expect(answerCall('log', makeHandlers(), ownPage, args, note)).rejects.toThrow(
      'arguments',
    );
  });

  const accountId = '01900000-0000-7000-9000-000000000001';
  test.each([
    ['a name that leads out of the folder', ['../../x', Uint8Array.of(1)]],
    ['a path behind an id', [`${accountId}/../x`, Uint8Array.of(1)]],
    ['an id of another spelling', [accountId.toUpperCase().replace('0', 'A'), Uint8Array.of(1)]],
    ['nothing to append', [accountId, new Uint8Array()]],
    ['more than a decision can be', [accountId, new Uint8Array(4 * maxRecordBytes + 1)]],
    ['text in place of bytes', [accountId, 'teks']],
  ])('to append to a journal with %s is refused', async (_name, args) => {
    await expect(answerCall('journalAppend', makeHandlers(), ownPage, args, note)).rejects.toThrow(
      'arguments',
    );
  });

  test('to read a journal answers its bytes', async () => {
    const handlers = makeHandlers({
      journalRead: () => Promise.resolve(succeed(Uint8Array.of(7))),
    });
    expect(await answerCall('journalRead', handlers, ownPage, [accountId], note)).toEqual(
      succeed(Uint8Array.of(7)),
    );
  });

  test('whose handler answers outside the contract fails instead of passing it on', async () => {
    const handlers = makeHandlers({
      describe: () => Promise.resolve({ ...description, serverUrl: 'not a url' }),
    });
    await expect(answerCall('describe', handlers, ownPage, [], note)).rejects.toThrow('answer');
  });
});

test('the page gets one function for each call of the contract, bound to its channel', async () => {
  const sent: unknown[][] = [];
  const bridge = makeBridge((...call) => {
    sent.push(call);
    return Promise.resolve(null);
  });
  expect(Object.keys(bridge).toSorted()).toEqual(Object.keys(bridgeCalls).toSorted());
  await bridge.log({ level: 'info', event: 'x', detail: '' });
  expect(sent).toEqual([['meja:log', { level: 'info', event: 'x', detail: '' }]]);
});
