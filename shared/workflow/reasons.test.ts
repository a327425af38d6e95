import { afterEach, describe, expect, it } from 'vitest';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { entriesOf, useDelivered } from '#shared/reference/reference-data.ts';
import type { ReferenceEntry } from '#shared/reference/reference-version.ts';
import { findReason, listReasons } from '#shared/workflow/reasons.ts';

describe('the catalogue of reasons', () => {
  it('has every reason once, each for an outcome', () => {
    expect(new Set(listReasons().map((reason) => reason.code)).size).toBe(listReasons().length);
    expect(new Set(listReasons().map((reason) => reason.label)).size).toBe(listReasons().length);
    expect(listReasons().filter((reason) => reason.outcomes.length === 0)).toEqual([]);
  });

  it('fits the codes of a decision', () => {
    expect(listReasons().filter((reason) => !/^[A-Z_]{2,40}$/.test(reason.code))).toEqual([]);
  });

  it('finds a reason by its code, and nothing by another', () => {
    expect(findReason('DATA_BEDA')?.label).toBe('Data tidak sesuai dengan dokumen');
    expect(findReason('data_beda')).toBeUndefined();
  });
});

describe('reasons that a server delivers', () => {
  const today = localDateSchema.parse('2026-12-01');
  const deliver = (entries: ReferenceEntry[]) =>
    useDelivered([{ seq: 1, set: 'alasan', version: 2, validFrom: today, entries }], today);
  afterEach(() => useDelivered([], today));

  it('are offered in the place of those that ended, which keep their names', () => {
    deliver(entriesOf('alasan').filter(({ id }) => id !== 'DUPLIKAT'));
    expect(listReasons().map(({ code }) => code)).not.toContain('DUPLIKAT');
    expect(findReason('DUPLIKAT')?.label).toBe('Sama dengan riwayat yang sudah ada');
  });

  it('are left out where this version cannot read them, whatever else they say', () => {
    deliver([
      { id: 'BARU', label: 'Alasan baru', outcomes: ['tolak'], needsNote: false, bobot: 3 },
      { id: 'ASING', label: 'Untuk hasil lain', outcomes: ['dihibahkan'], needsNote: true },
    ]);
    expect(listReasons().map(({ code }) => code)).toEqual(['BARU']);
    expect(findReason('ASING')).toBeUndefined();
  });
});
