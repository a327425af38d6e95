import { describe, expect, test } from 'vitest';
import { digestOf } from '#renderer/data/usul/usul-digest.ts';
import {
  makeSampleUsul,
  sampleToday,
  sampleValues,
} from '#tests/support/samples/faultless-usul.ts';
import type { Usul } from '#shared/records/usul.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';

type Event = Usul['history'][number];

function event(action: string, revision: number): Event {
  return {
    at: '2026-11-10T00:00:00.000Z',
    revision,
    actorName: 'Petugas Contoh',
    actorRole: action === 'kembalikan' ? 'penyetuju' : 'verifikator',
    action,
    reasons: [],
    note: '',
  };
}

function roundOf(revision: number, history: Event[]): string {
  return digestOf(makeSampleUsul('skp', { revision, history }), sampleToday).round;
}

describe('how an usul came to the desk', () => {
  test('for the first time', () => expect(roundOf(1, [])).toBe('baru'));
  test('again from the ASN', () =>
    expect(roundOf(2, [event('perbaikan', 1), event('ajukan_ulang', 2)])).toBe('diajukan_ulang'));
  test('back from the approver, also when it was resubmitted before', () => {
    expect(roundOf(1, [event('teruskan', 1), event('kembalikan', 1)])).toBe('dikembalikan');
    expect(roundOf(2, [event('ajukan_ulang', 2), event('kembalikan', 2)])).toBe('dikembalikan');
  });
  test('from the ASN, when the approver had sent back an older revision', () => {
    const history = [event('kembalikan', 1), event('perbaikan', 1), event('ajukan_ulang', 2)];
    expect(roundOf(2, history)).toBe('diajukan_ulang');
  });
  test('a question answered does not change how it came', () =>
    expect(roundOf(1, [event('koordinasi', 1), event('jawab', 1)])).toBe('baru'));
});

describe('what the rules found', () => {
  test('is counted by level, information left out', () => {
    const values = { ...sampleValues.skp, tahun: '2077' };
    const usul = makeSampleUsul('skp', { values, documents: [] });
    const levels = checkUsul(usul, sampleToday).map(({ level }) => level);
    const { findings } = digestOf(usul, sampleToday);
    expect(findings.galat).toBeGreaterThan(0);
    expect(findings).toEqual({
      galat: levels.filter((level) => level === 'galat').length,
      peringatan: levels.filter((level) => level === 'peringatan').length,
    });
  });

  test('does not fail when a date lies beyond what the calendar can count', () => {
    const values = { ...sampleValues.cpns_pns, tmtCpns: '9999-12-01', tmt_pns: '9999-12-31' };
    const usul = makeSampleUsul('cpns_pns', { values });
    expect(() => digestOf(usul, sampleToday)).not.toThrow();
  });
});
