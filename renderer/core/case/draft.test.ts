import { describe, expect, test } from 'vitest';
import { contentOf, draftOfDecision, emptyDraft, rebaseDraft } from '#renderer/core/case/draft.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import { makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

const sha256 = 'a'.repeat(64);
const usul = makeSampleUsul('organisasi', {
  values: { namaOrganisasi: 'Organisasi Contoh', jabatanOrganisasi: 'Anggota' },
  documents: [{ documentId: 'mv-sk-organisasi', fileName: 'sk.pdf', sha256, size: 10 }],
});

const corrected = { ...usul, values: { ...usul.values, jabatanOrganisasi: 'Ketua' } };

const typed: Draft = {
  ...emptyDraft(usul),
  verdicts: {
    namaOrganisasi: { field: 'namaOrganisasi', verdict: 'sesuai', seen: '' },
    jabatanOrganisasi: { field: 'jabatanOrganisasi', verdict: 'tidak_sesuai', seen: 'Ketua' },
  },
  outcome: 'perbaikan',
  reasons: ['DATA_BEDA'],
  note: 'Berbeda.',
  evidence: { [sha256]: { sha256, pageCount: 2, pagesSeen: [1] } },
};

const place = (file: string) => ({ sha256: file, page: 1, box: [0, 0, 1, 1] as const });

describe('a draft on an usul that moved on', () => {
  test('keeps everything while the revision is the same', () => {
    expect(rebaseDraft(typed, { ...usul, version: 2 })).toEqual({ ...typed, version: 2 });
  });

  test('keeps the places shown for fields and files that are still there', () => {
    const places = {
      namaOrganisasi: place(sha256),
      jabatanOrganisasi: place('b'.repeat(64)),
      tidakAdaLagi: place(sha256),
    };
    const rebased = rebaseDraft({ ...typed, places }, { ...usul, revision: 2, version: 3 });
    expect(rebased.places).toEqual({ namaOrganisasi: place(sha256) });
  });

  test('asks again for outcome and what matched once the ASN resubmitted, and keeps what was typed', () => {
    const rebased = rebaseDraft(typed, { ...usul, revision: 2, version: 3 });
    expect(rebased).toMatchObject({
      revision: 2,
      version: 3,
      note: 'Berbeda.',
      outcome: null,
      reasons: ['DATA_BEDA'],
    });
    expect(Object.keys(rebased.verdicts)).toEqual(['jabatanOrganisasi']);
    expect(rebased.evidence).toEqual(typed.evidence);
  });

  test('asks again for every value that the ASN changed, and takes no outcome from the old ones', () => {
    const followed: Draft = { ...typed, suggested: true };
    const rebased = rebaseDraft(followed, { ...corrected, revision: 2, version: 3 });
    expect(rebased).toMatchObject({
      verdicts: {},
      outcome: null,
      reasons: [],
      suggested: false,
      note: 'Berbeda.',
    });
    // Once more, against the values as they are now.
    expect(rebaseDraft(rebased, { ...corrected, revision: 3, version: 5 }).verdicts).toEqual({});
  });

  test('of which it is not known what was judged keeps what was read, unless it is proposed now', () => {
    const { proposed: _, ...old } = typed;
    expect(rebaseDraft(old, { ...usul, revision: 2, version: 3 }).verdicts).toEqual({
      jabatanOrganisasi: typed.verdicts['jabatanOrganisasi'],
    });
    expect(rebaseDraft(old, { ...corrected, revision: 2, version: 3 }).verdicts).toEqual({});
  });

  test('forgets pages of files that are no longer part of it', () => {
    const other = usul.documents.map((file) => ({ ...file, sha256: 'b'.repeat(64) }));
    const rebased = rebaseDraft(typed, { ...usul, revision: 2, version: 2, documents: other });
    expect(rebased.evidence).toEqual({});
  });
});

describe('the reason chosen for a deletion', () => {
  const deletion = makeDeletion('kursus', '');
  const judged: Draft = {
    ...emptyDraft(deletion),
    deletionReason: 'ganda',
    verdicts: { alasan_hapus: { field: 'alasan_hapus', verdict: 'tidak_sesuai', seen: '' } },
  };

  test('goes with the decision and comes back with it', () => {
    const content = contentOf(deletion, judged, 'koordinasi');
    expect(content.deletionReason).toBe('ganda');
    const decision = {
      ...content,
      id: '01900000-0000-7000-8000-000000000099',
      usulId: deletion.id,
      revision: 1,
      version: 1,
      deviceId: deletion.id,
      appVersion: '0.2.0',
      decidedAt: '2026-11-22T00:00:00.000Z',
    };
    expect(draftOfDecision(decision, deletion).deletionReason).toBe('ganda');
  });

  test('does not go with a decision on an usul that states one', () => {
    const stated = { ...deletion, values: { ...deletion.values, alasan_hapus: 'salah_input' } };
    expect(contentOf(stated, judged, 'koordinasi')).not.toHaveProperty('deletionReason');
    expect(contentOf(usul, judged, 'koordinasi')).not.toHaveProperty('deletionReason');
  });

  test('stays on the same revision, and is chosen anew with its verdict on the next', () => {
    expect(rebaseDraft(judged, { ...deletion, version: 2 })).toEqual({ ...judged, version: 2 });
    const next = rebaseDraft(judged, { ...deletion, revision: 2, version: 3 });
    expect(next).toMatchObject({ verdicts: {}, deletionReason: undefined });
  });
});

describe('the content of a decision', () => {
  test('has only reasons that fit the outcome', () => {
    expect(contentOf(usul, typed, 'teruskan').reasons).toEqual([]);
    expect(contentOf(usul, typed, 'perbaikan').reasons).toEqual(['DATA_BEDA']);
  });

  test('comes back as the draft that it was made of', () => {
    const content = contentOf(usul, typed, 'perbaikan');
    const decision = {
      ...content,
      id: '01900000-0000-7000-8000-000000000099',
      usulId: usul.id,
      revision: 1,
      version: 1,
      deviceId: usul.id,
      appVersion: '0.1.0',
      decidedAt: '2026-11-22T00:00:00.000Z',
    };
    expect(draftOfDecision({ ...decision, verdicts: [...content.verdicts] }, usul)).toEqual(typed);
  });

  test('keeps what could not be read in a field that the ASN left as it was, when it is known what was judged', () => {
    const unreadable = { field: 'namaOrganisasi', verdict: 'tidak_terbaca', seen: '' } as const;
    const decision = {
      ...contentOf(usul, typed, 'perbaikan'),
      id: '01900000-0000-7000-8000-000000000099',
      usulId: usul.id,
      revision: 1,
      version: 1,
      verdicts: [unreadable],
      deviceId: usul.id,
      appVersion: '0.1.0',
      decidedAt: '2026-11-22T00:00:00.000Z',
    };
    const decided = { ...decision, reasons: [...decision.reasons], evidence: [] };
    const now = { ...corrected, revision: 2, version: 3 };
    expect(draftOfDecision(decided, now, usul.values).verdicts).toEqual({
      namaOrganisasi: unreadable,
    });
    expect(draftOfDecision(decided, now).verdicts).toEqual({});
  });
});
