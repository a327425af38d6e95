import { describe, expect, it } from 'vitest';
import { happenedSince, whereNow } from '#renderer/features/outbox/conflict/what-happened.ts';
import { returnedState, sampleEntry } from '#tests/support/samples/sample-entry.ts';
import { makeSampleUsul, sampleToday } from '#tests/support/samples/faultless-usul.ts';
import { unreadMarks } from '#shared/records/open-warning.ts';
import type { Usul } from '#shared/records/usul.ts';

const judged = makeSampleUsul('penghargaan');

const returned = (current: Parameters<typeof returnedState>[0] = null) =>
  sampleEntry(returnedState(current));

function event(action: string, change: Partial<Usul['history'][number]> = {}) {
  return {
    at: '2026-11-21T03:42:00.000Z',
    revision: 1,
    actorName: 'Rina Contoh',
    actorRole: 'asn',
    action,
    reasons: [],
    note: '',
    ...change,
  };
}

const withdrawn: Usul = {
  ...judged,
  version: 2,
  position: { kind: 'selesai', result: 'ditarik' },
  history: [event('ajukan'), event('tarik', { note: 'Salah unggah.' })],
};

describe('what became of the usul of a returned decision', () => {
  it('tells only what happened after it was judged, by whom', () => {
    expect(happenedSince(returned(), withdrawn, sampleToday)).toEqual([
      expect.stringMatching(/^21 Nov .* · Ditarik ASN\n“Salah unggah\.”$/),
    ]);
    expect(happenedSince(returned(), judged, sampleToday)).toEqual([]);
  });

  it('tells over which warnings somebody else decided', () => {
    const acknowledged = [{ kind: 'aturan', subject: 'TAHUN_PENGHARGAAN' }];
    const history = [event('ajukan'), event('teruskan', { acknowledged })];
    expect(happenedSince(returned(), { ...withdrawn, history }, sampleToday)).toEqual([
      expect.stringMatching(/Memenuhi syarat.*\nTahun penghargaan berbeda dengan SK$/),
    ]);
  });

  it('tells which warnings nobody was asked about, and for which reason a deletion was judged', () => {
    const acknowledged = [
      { kind: 'aturan', subject: 'DUPLIKAT' },
      { kind: 'aturan', subject: 'HAPUS_SATU_SATUNYA', asked: false as const },
      ...unreadMarks(judged.documents.slice(0, 1).map(({ sha256 }) => sha256)),
    ];
    const change = { acknowledged, deletionReason: 'salah_input' };
    const history = [event('ajukan'), event('teruskan', change)];
    const [told] = happenedSince(returned(), { ...withdrawn, history }, sampleToday);
    expect(told?.split('\n').slice(1)).toEqual([
      'Riwayat yang sama sudah ada',
      'Penghapusan dinilai sebagai: Salah input',
      'Belum dikenal aplikasi pemeriksa: Satu-satunya riwayat hilang',
      expect.stringMatching(/^Diputuskan sebelum selesai dibaca aplikasi: \S/),
    ]);
  });

  it('shows an action of a newer server as it came', () => {
    const newer = {
      ...withdrawn,
      history: [event('ajukan'), event('alihkan', { actorRole: 'petugas' })],
    };
    expect(happenedSince(returned(), newer, sampleToday)[0]).toContain(
      '· alihkan · Rina Contoh, petugas',
    );
  });

  it('takes the later of what the server said and what this PC has', () => {
    const current = { position: judged.position, revision: 2, version: 3 };
    const here = { kind: 'ada', usul: withdrawn, closedBecause: null } as const;
    expect(whereNow(returned(current), here)).toEqual({
      position: 'Menunggu verifikasi',
      revision: 2,
    });
    expect(whereNow(returned(), here)).toEqual({ position: 'Ditarik ASN', revision: 1 });
    const finished = { ...current, position: withdrawn.position };
    expect(whereNow(returned(finished), { kind: 'tidak_ada' })).toEqual({
      position: 'Ditarik ASN',
      revision: 2,
    });
    expect(whereNow(returned(current), { kind: 'tidak_ada' })).toEqual({
      position: 'Tidak ada lagi di PC ini',
      revision: 2,
    });
    expect(whereNow(returned(), { kind: 'tidak_ada' })).toEqual({
      position: 'Tidak ada lagi di PC ini',
      revision: null,
    });
  });
});
