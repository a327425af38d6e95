import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '#renderer/frame/address.ts';

const one = '0190a0b0-0000-7000-8000-000000000001';
const two = '0190a0b0-0000-7000-8000-000000000002';

describe('addresses of a pattern', () => {
  it.each([
    ['/kotak-masuk', {}],
    ['/periksa/:usulId', { usulId: one }],
    ['/perlu-diperiksa/:decisionId?', { decisionId: null }],
    ['/perlu-diperiksa/:decisionId?', { decisionId: one }],
    ['/usul/:usulId/dokumen/:documentId?', { usulId: one, documentId: two }],
    ['/usul/:usulId/dokumen/:documentId?', { usulId: one, documentId: null }],
  ])('%s says what was written into it: %o', (pattern, params) => {
    expect(readAddress(pattern, writeAddress(pattern, params))).toEqual(params);
  });

  it.each([
    '/periksa',
    '/periksa/',
    '/periksa/../x',
    '/periksa/12',
    `/periksa/${one}/`,
    `/periksa/${one}/${two}`,
    `/Periksa/${one}`,
    `periksa/${one}`,
  ])('%s is none of /periksa/:usulId', (address) => {
    expect(readAddress('/periksa/:usulId', address)).toBeNull();
  });
});
