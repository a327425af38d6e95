import { beforeEach, expect, test } from 'vitest';
import { followPageAttention } from '#renderer/workers/sync/page-signals.ts';

class FakeDocument extends EventTarget {
  visibilityState: 'hidden' | 'visible' = 'visible';
}

let now: number;
let told: number;
let window: EventTarget;
let document: FakeDocument;

beforeEach(() => {
  now = 1_000_000;
  told = 0;
  window = new EventTarget();
  document = new FakeDocument();
  followPageAttention(() => (told += 1), { window, document, now: () => now });
});

function show(visibilityState: 'hidden' | 'visible'): void {
  document.visibilityState = visibilityState;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('tells when the page gets the focus or becomes visible, not when it goes away', () => {
  window.dispatchEvent(new Event('focus'));
  expect(told).toBe(1);
  now += 60_000;
  show('hidden');
  expect(told).toBe(1);
  show('visible');
  expect(told).toBe(2);
});

test('tells once for one return, and again only after a few seconds', () => {
  show('visible');
  window.dispatchEvent(new Event('focus'));
  now += 4_000;
  window.dispatchEvent(new Event('focus'));
  expect(told).toBe(1);
  now += 1_000;
  window.dispatchEvent(new Event('focus'));
  expect(told).toBe(2);
});
