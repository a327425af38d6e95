import { expect, test } from 'vitest';
import { makeProgressMeter } from '#renderer/workers/sync/documents/progress-meter.ts';

test('says how long the rest takes at the speed of the last seconds', () => {
  let now = 0;
  const meter = makeProgressMeter(() => now);
  meter.measured({ doneDocuments: 0, totalDocuments: 4, doneBytes: 0, totalBytes: 4000 });
  expect(meter.progress().secondsLeft).toBeNull();
  meter.received(0);
  now = 1000;
  meter.received(1000);
  meter.arrived(1000);
  expect(meter.progress()).toEqual({
    doneDocuments: 1,
    totalDocuments: 4,
    doneBytes: 1000,
    totalBytes: 4000,
    secondsLeft: 3,
  });
  meter.paused();
  expect(meter.progress().secondsLeft).toBeNull();
});

test('has nothing left when everything is here', () => {
  const meter = makeProgressMeter(() => 0);
  meter.measured({ doneDocuments: 1, totalDocuments: 1, doneBytes: 5, totalBytes: 5 });
  expect(meter.progress().secondsLeft).toBe(0);
});
