import { describe, expect, test } from 'vitest';
import { readPart } from '#renderer/workers/sync/http/document-answer.ts';

const bytes = (length: number): ArrayBuffer => new ArrayBuffer(length);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const request = { size: 10, offset: 4, length: 4 };
const notOurs = { ok: false, error: { kind: 'bukan_jawaban' } };

describe('an answer with the bytes of a document', () => {
  test('is the range that was asked for', () => {
    const headers = { 'content-range': 'bytes 4-7/10' };
    const part = readPart({ status: 206, headers, data: bytes(4) }, request);
    expect(part).toMatchObject({ ok: true, value: { whole: false } });
  });

  test('may be the whole file from a proxy that ignores ranges', () => {
    const part = readPart({ status: 200, headers: {}, data: bytes(10) }, request);
    expect(part).toMatchObject({ ok: true, value: { whole: true } });
  });

  test.each([
    [
      'another range',
      { status: 206, headers: { 'content-range': 'bytes 0-3/10' }, data: bytes(4) },
    ],
    ['a range cut short', { status: 206, headers: {}, data: bytes(3) }],
    ['a file of another size', { status: 200, headers: {}, data: bytes(9) }],
    ['the page of a captive portal', { status: 200, headers: {}, data: text('<html></html>') }],
    ['an error that is not ours', { status: 404, headers: {}, data: text('Not Found') }],
    ['a redirect', { status: 302, headers: {}, data: bytes(0) }],
  ])('is not %s', (_name, answer) => expect(readPart(answer, request)).toEqual(notOurs));

  test('may be an error of the server', () => {
    const error = { kind: 'tidak_ditemukan', message: 'Tidak ada.', action: 'Laporkan.' };
    const data = text(JSON.stringify({ error }));
    expect(readPart({ status: 404, headers: {}, data }, request)).toEqual({
      ok: false,
      error: { kind: 'server', status: 404, error },
    });
  });
});
