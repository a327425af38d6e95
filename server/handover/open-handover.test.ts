import { expect, it } from 'vitest';
import { openHandover } from '#server/handover/open-handover.ts';
import { parseHandover } from '#shared/contract/handover.ts';

/** A file of version 1 as it was once written; the format may not drift away from what lies on people's sticks. */
const file = {
  header: {
    format: 'meja-serah-terima',
    version: 1,
    accountId: '01900000-0000-7000-9000-000000000001',
    deviceId: '00000000-0000-4000-8000-000000000001',
    createdAt: '2026-11-22T02:00:00.000Z',
    count: 1,
  },
  salt: '0J6ZcA0kPCTdbaLv5S3UTd5jjMRY9Usy3IN+JaoDN3M=',
  iv: 'Wu58bDTrUALME58e',
  ciphertext:
    'hatW9ri4K9YOW86doOnrbiYWvx7VFqQnVG2DhDWRjULqhjucWw1xjKM4SIRjIYu5Ofh9LROicaB5B1i8lIXHv7mPYRnhs1VckhoAq3WQQR4Tmaa8bWzijrh3HJOvayE1',
};
const secret = Buffer.alloc(32, 7).toString('base64');

it('opens a file of version 1 that was written long ago', async () => {
  const parsed = parseHandover(file);
  if (!parsed.ok) throw new Error(`It was not read: ${parsed.error.kind}`);
  expect(await openHandover(parsed.value, secret)).toEqual({
    ok: true,
    value: [
      {
        id: '019ab000-0000-7000-8000-000000000001',
        text: '{"id":"019ab000-0000-7000-8000-000000000001","note":"Contoh"}',
      },
    ],
  });
});

it('opens nothing under another secret', async () => {
  const parsed = parseHandover(file);
  if (!parsed.ok) throw new Error(`It was not read: ${parsed.error.kind}`);
  const other = Buffer.alloc(32, 8).toString('base64');
  expect(await openHandover(parsed.value, other)).toEqual({ ok: false, error: { kind: 'rusak' } });
});
