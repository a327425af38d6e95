import { describe, expect, it } from 'vitest';
import type { DeletionReason } from '#shared/records/deletion/deletion-claim.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';
import type { OpenWarning } from '#shared/records/open-warning.ts';
import {
  findDecisionGaps,
  type DecidingApplication,
  type DecisionContent,
} from '#shared/workflow/check-decision.ts';
import { decisionSchema } from '#shared/workflow/decision.ts';

const usul = makeSampleUsul('pendidikan');
const names = fieldsToJudge(usul).map((field) => field.name);
const complete: DecisionContent = {
  outcome: 'teruskan',
  reasons: [],
  note: '',
  verdicts: names.map((field) => ({ field, verdict: 'sesuai', seen: '' })),
  evidence: usul.documents.map(({ sha256 }) => ({ sha256, pageCount: 2, pagesSeen: [2, 1] })),
};

const warned = (subject: string): OpenWarning => ({
  kind: 'aturan',
  subject,
  sentence: `${subject}.`,
  fields: [],
});

describe('memenuhi syarat', () => {
  it('needs every field judged and every page of every document seen', () => {
    expect(findDecisionGaps(usul, complete)).toEqual([]);
  });

  it('names the fields without a verdict', () => {
    const gaps = findDecisionGaps(usul, { ...complete, verdicts: complete.verdicts.slice(2) });
    expect(gaps).toEqual([
      { kind: 'verdict_kurang', sentence: '2 isian belum dinilai.', fields: names.slice(0, 2) },
    ]);
  });

  it.each(['tidak_sesuai', 'tidak_terbaca'] as const)('is refused with a field %s', (verdict) => {
    const [first, ...rest] = complete.verdicts;
    const verdicts = [{ ...first!, verdict }, ...rest];
    const gaps = findDecisionGaps(usul, { ...complete, verdicts });
    expect(gaps.map(({ kind, fields }) => [kind, fields])).toEqual([
      ['ada_yang_tidak_sesuai', [names[0]]],
    ]);
  });

  it('is not fooled by a second, better verdict on the same field', () => {
    const bad = { field: names[0]!, verdict: 'tidak_sesuai' as const, seen: '' };
    for (const verdicts of [
      [bad, ...complete.verdicts],
      [...complete.verdicts, bad],
    ]) {
      const gaps = findDecisionGaps(usul, { ...complete, verdicts });
      expect(gaps.map((gap) => gap.kind)).toEqual(['ada_yang_tidak_sesuai']);
    }
  });

  it('counts the pages not yet seen, and only real pages', () => {
    const [first, ...rest] = complete.evidence;
    const evidence = [{ ...first!, pageCount: 3, pagesSeen: [1, 1, 9] }, ...rest];
    expect(findDecisionGaps(usul, { ...complete, evidence })).toEqual([
      {
        kind: 'halaman_belum_dilihat',
        sentence: 'Halaman 2, 3 dari Ijazah belum dilihat.',
        fields: [],
      },
    ]);
  });

  it('names a document that was not looked at, and one that cannot be opened', () => {
    const [first, ...rest] = complete.evidence;
    const unopened = findDecisionGaps(usul, { ...complete, evidence: rest });
    expect(unopened.map((gap) => gap.sentence)).toEqual([
      'Semua halaman dari Ijazah belum dilihat.',
    ]);
    const broken = [{ ...first!, pageCount: null, pagesSeen: [] }, ...rest];
    const gaps = findDecisionGaps(usul, { ...complete, evidence: broken });
    expect(gaps.map((gap) => gap.kind)).toEqual(['dokumen_tidak_terbuka']);
  });

  it('does not count what was seen of documents that are not of this usul', () => {
    const evidence = complete.evidence.map((entry) => ({ ...entry, sha256: 'f'.repeat(64) }));
    const gaps = findDecisionGaps(usul, { ...complete, evidence });
    expect(gaps.map((gap) => gap.kind)).toEqual(
      usul.documents.map(() => 'halaman_belum_dilihat' as const),
    );
  });

  it('is not fooled by a second, better statement on the same document', () => {
    const [first] = complete.evidence;
    for (const [pageCount, kind] of [
      [3, 'halaman_belum_dilihat'],
      [null, 'dokumen_tidak_terbuka'],
    ] as const) {
      const bad = { ...first!, pageCount, pagesSeen: [1] };
      for (const evidence of [
        [bad, ...complete.evidence],
        [...complete.evidence, bad],
      ]) {
        const gaps = findDecisionGaps(usul, { ...complete, evidence });
        expect(gaps.map((gap) => gap.kind)).toEqual([kind]);
      }
    }
  });
});

describe('memenuhi syarat of a deletion', () => {
  const asked = { asnNote: 'Tercatat ganda.', oldValues: usul.values };
  const deletion = { ...usul, ...asked, kind: 'hapus' as const };
  const { evidence } = complete;
  const gapsOf = (
    verdicts: DecisionContent['verdicts'],
    by: DecidingApplication = 'kini',
    deletionReason?: DeletionReason,
  ) => {
    const chosen = deletionReason === undefined ? {} : { deletionReason };
    return findDecisionGaps(deletion, { ...complete, verdicts, evidence, ...chosen }, [], by);
  };

  const kindsOfOld = (verdicts: DecisionContent['verdicts']) =>
    gapsOf(verdicts, 'lama').map(({ kind }) => kind);

  it('needs a verdict on the reason, not on the values that are to go', () => {
    expect(gapsOf([{ field: 'alasan_hapus', verdict: 'sesuai', seen: '' }])).toEqual([]);
    expect(gapsOf([])).toEqual([
      {
        kind: 'verdict_kurang',
        sentence: 'Alasan penghapusan belum dinilai.',
        fields: ['alasan_hapus'],
      },
    ]);
  });

  it.each(['tidak_sesuai', 'tidak_terbaca'] as const)(
    'is refused with the reason %s',
    (verdict) => {
      expect(
        gapsOf([{ field: 'alasan_hapus', verdict, seen: '' }]).map(({ kind }) => kind),
      ).toEqual(['ada_yang_tidak_sesuai']);
    },
  );

  it('may come from an older application, which asks about every value', () => {
    expect(kindsOfOld(complete.verdicts)).toEqual([]);
    expect(kindsOfOld(complete.verdicts.slice(1))).toEqual(['verdict_kurang']);
    const [first, ...rest] = complete.verdicts;
    const bad = [{ ...first!, verdict: 'tidak_sesuai' as const }, ...rest];
    expect(kindsOfOld(bad)).toEqual(['ada_yang_tidak_sesuai']);
  });

  it('is not made up of verdicts on values by one that asks about the reason', () => {
    expect(gapsOf(complete.verdicts).map(({ kind }) => kind)).toEqual(['verdict_kurang']);
  });

  it.each(['', 'Mohon dihapus, terima kasih.', 'Tolong data ini dihapus.'])(
    'needs a reason that somebody named, be it whoever judges: the note says "%s"',
    (asnNote) => {
      const verdicts = [{ field: 'alasan_hapus', verdict: 'sesuai' as const, seen: '' }];
      const kindsOf = (content: Partial<DecisionContent>, by?: DecidingApplication) =>
        findDecisionGaps(
          { ...deletion, asnNote },
          { ...complete, verdicts, ...content },
          [],
          by,
        ).map(({ kind }) => kind);
      expect(kindsOf({})).toEqual(['alasan_hapus_tidak_disebut']);
      expect(kindsOf({ deletionReason: 'ganda' })).toEqual([]);
      // Whoever returns it for that very reason need not name one.
      expect(kindsOf({ outcome: 'perbaikan', reasons: ['DOK_SALAH'] })).toEqual([]);
      expect(kindsOf({ verdicts: complete.verdicts }, 'lama')).toEqual([]);
    },
  );

  it('may say under which reason it was judged, unless the usul states one', () => {
    const judged = [{ field: 'alasan_hapus', verdict: 'sesuai' as const, seen: '' }];
    expect(gapsOf(judged, 'kini', 'ganda')).toEqual([]);
    const values = { ...deletion.values, alasan_hapus: 'ganda' };
    const content = { ...complete, verdicts: judged, deletionReason: 'salah_input' as const };
    for (const outcome of ['teruskan', 'perbaikan', 'koordinasi'] as const) {
      const gaps = findDecisionGaps(
        { ...deletion, values },
        { ...content, outcome, reasons: ['DOK_SALAH'], note: 'Catatan.' },
      );
      expect(gaps.map(({ kind }) => kind)).toEqual(['alasan_hapus_tidak_berlaku']);
    }
    const addition = findDecisionGaps(usul, { ...complete, deletionReason: 'ganda' });
    expect(addition.map(({ kind }) => kind)).toEqual(['alasan_hapus_tidak_berlaku']);
  });
});

describe.each(['perbaikan', 'tolak'] as const)('%s', (outcome) => {
  const base: DecisionContent = { ...complete, outcome, verdicts: [], evidence: [] };
  const kinds = (content: Partial<DecisionContent>) =>
    findDecisionGaps(usul, { ...base, ...content }).map((gap) => gap.kind);

  it('needs a reason, but neither verdicts nor pages', () => {
    expect(kinds({})).toEqual(['alasan_kurang']);
    expect(kinds({ reasons: ['DOK_KABUR'] })).toEqual([]);
  });

  it('refuses a reason that the catalogue lacks', () => {
    expect(kinds({ reasons: ['DOK_KABUR', 'ENTAH'] })).toEqual(['alasan_tidak_dikenal']);
  });

  it('needs a note where the reason asks for it', () => {
    expect(kinds({ reasons: ['LAIN'], note: '  ' })).toEqual(['catatan_kurang']);
    expect(kinds({ reasons: ['LAIN'], note: 'Surat belum bermaterai.' })).toEqual([]);
  });
});

describe('koordinasi', () => {
  it('needs a note only', () => {
    const base: DecisionContent = {
      ...complete,
      outcome: 'koordinasi',
      verdicts: [],
      evidence: [],
    };
    expect(findDecisionGaps(usul, base).map((gap) => gap.kind)).toEqual(['catatan_kurang']);
    expect(findDecisionGaps(usul, { ...base, note: 'Mohon petunjuk.' })).toEqual([]);
  });
});

describe('open warnings', () => {
  const warnings = [warned('SATU'), { ...warned('DUA'), about: 'a,b' }];
  const kinds = (content: DecisionContent) =>
    findDecisionGaps(usul, content, warnings).map((gap) => gap.kind);
  const all = [
    { kind: 'aturan', subject: 'SATU' },
    { kind: 'aturan', subject: 'DUA', about: 'a,b' },
  ] as const;

  it('are one gap until each of them is acknowledged', () => {
    expect(findDecisionGaps(usul, complete, warnings)).toEqual([
      {
        kind: 'peringatan_terbuka',
        sentence: 'Belum dinyatakan sudah diperiksa: SATU. DUA.',
        fields: [],
      },
    ]);
    expect(kinds({ ...complete, acknowledged: [all[0]] })).toEqual(['peringatan_terbuka']);
    expect(kinds({ ...complete, acknowledged: [...all] })).toEqual([]);
  });

  it('are not acknowledged by a statement about something else', () => {
    const others = [
      { kind: 'dokumen', subject: 'SATU' },
      { kind: 'aturan', subject: 'DUA' },
      { kind: 'aturan', subject: 'DUA', about: 'a' },
      { kind: 'aturan', subject: 'TIGA' },
    ] as const;
    expect(kinds({ ...complete, acknowledged: [...others] })).toEqual(['peringatan_terbuka']);
  });

  it('stand in the way of a return as well, where it contradicts itself, but not of a question', () => {
    const returned = { ...complete, outcome: 'perbaikan', reasons: ['DOK_KABUR'] } as const;
    expect(kinds({ ...returned, reasons: [...returned.reasons] })).toEqual(['peringatan_terbuka']);
    expect(kinds({ ...complete, outcome: 'koordinasi', note: 'Mohon petunjuk.' })).toEqual([]);
  });
});

describe('the form of acknowledgements', () => {
  const decision = {
    id: '01900000-0000-7000-8000-000000000001',
    usulId: '01900000-0000-7000-8000-000000000002',
    revision: 1,
    version: 1,
    ...complete,
    deviceId: '01900000-0000-7000-8000-000000000003',
    appVersion: '0.2.0',
    decidedAt: '2026-11-22T01:00:00.000Z',
  };
  const parses = (acknowledged: unknown) =>
    decisionSchema.safeParse({ ...decision, acknowledged }).success;
  const one = { kind: 'aturan', subject: 'DUPLIKAT' };

  it('leaves a decision without them as it was', () => {
    expect(decisionSchema.parse(decision)).not.toHaveProperty('acknowledged');
  });

  it('holds names only, and not thousands of them', () => {
    expect(parses([one, { ...one, about: 'skNomor,skDate' }])).toBe(true);
    expect(parses([{ ...one, kind: 'apa_saja' }])).toBe(false);
    expect(parses([{ ...one, subject: 'Disetujui Bupati, teruskan saja' }])).toBe(false);
    expect(parses([{ ...one, about: 'x'.repeat(1_001) }])).toBe(false);
    expect(parses(Array.from({ length: 10_000 }, () => one))).toBe(false);
  });
});
