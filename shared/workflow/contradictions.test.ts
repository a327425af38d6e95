import { describe, expect, it } from 'vitest';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import { findContradictions } from '#shared/workflow/contradictions.ts';
import type { FieldVerdict } from '#shared/workflow/decision.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

const usul = makeSampleUsul('pendidikan');
const names = fieldsToJudge(usul).map(({ name }) => name);

/** Every field matches but those named first. */
function verdicts(...first: FieldVerdict['verdict'][]): FieldVerdict[] {
  return names.map((field, at) => ({ field, verdict: first[at] ?? 'sesuai', seen: '' }));
}

const found = (
  reasons: string[],
  given: FieldVerdict[],
  outcome: 'perbaikan' | 'tolak' = 'tolak',
) => findContradictions(usul, { outcome, reasons, verdicts: given }).map(({ subject }) => subject);

describe('a decision contradicts itself', () => {
  it.each([
    [
      'every field matches, the reason says the data differ',
      ['DATA_BEDA'],
      verdicts(),
      'alasan_disangkal',
    ],
    [
      'every field matches, the reason says unreadable',
      ['DOK_KABUR'],
      verdicts(),
      'alasan_disangkal',
    ],
    [
      'nothing differs, the reason says so',
      ['DATA_BEDA', 'DOK_KABUR'],
      verdicts('tidak_terbaca'),
      'alasan_disangkal',
    ],
    [
      'a field differs, the reason is that a page is missing',
      ['HAL_KURANG'],
      verdicts('tidak_sesuai'),
      'beda_tanpa_alasan',
    ],
    [
      'a field differs, the reason is a duplicate',
      ['DUPLIKAT'],
      verdicts('tidak_sesuai'),
      'beda_tanpa_alasan',
    ],
    [
      'a field cannot be read, the reason is that data differ',
      ['DATA_BEDA'],
      verdicts('tidak_sesuai', 'tidak_terbaca'),
      'tak_terbaca_tanpa_alasan',
    ],
  ])('%s', (_name, reasons, given, subject) => {
    expect(found(reasons, given)).toEqual([subject]);
    expect(found(reasons, given, 'perbaikan')).toEqual([subject]);
  });

  it('in the words of a person, with the reason in it', () => {
    const [warning] = findContradictions(usul, {
      outcome: 'tolak',
      reasons: ['HAL_KURANG'],
      verdicts: verdicts('tidak_sesuai'),
    });
    expect(warning).toMatchObject({
      sentence: '1 isian dinilai tidak sesuai, tetapi alasannya "Halaman dokumen tidak lengkap".',
      fields: [names[0]],
    });
  });
});

describe('a decision does not contradict itself', () => {
  it.each([
    ['a field differs and the reason says so', ['DATA_BEDA'], verdicts('tidak_sesuai')],
    [
      'the paper is another person’s, so the fields differ',
      ['ORANG_LAIN'],
      verdicts('tidak_sesuai'),
    ],
    ['a page is missing, so a field cannot be read', ['HAL_KURANG'], verdicts('tidak_terbaca')],
    ['a reason of its own words', ['LAIN'], verdicts('tidak_sesuai', 'tidak_terbaca')],
    ['everything matches, but the record is there already', ['DUPLIKAT'], verdicts()],
    ['fields that nobody judged may be what differs', ['DATA_BEDA'], verdicts().slice(1)],
    [
      'one page is unreadable beside a field that differs',
      ['DATA_BEDA', 'DOK_KABUR'],
      verdicts('tidak_sesuai'),
    ],
    ['no reason is given yet', [], verdicts('tidak_sesuai')],
  ])('%s', (_name, reasons, given) => {
    expect(found(reasons, given)).toEqual([]);
  });

  it('when it passes the usul on or asks', () => {
    for (const outcome of ['teruskan', 'koordinasi', 'kembalikan'] as const) {
      expect(
        findContradictions(usul, { outcome, reasons: ['DATA_BEDA'], verdicts: verdicts() }),
      ).toEqual([]);
    }
  });
});

function onDeletion(verdict: FieldVerdict['verdict'], reason: string): readonly string[] {
  return findContradictions(
    { ...usul, kind: 'hapus' },
    {
      outcome: 'perbaikan',
      reasons: [reason],
      verdicts: [{ field: 'alasan_hapus', verdict, seen: '' }],
    },
  ).map(({ sentence }) => sentence);
}

describe('a decision on a deletion', () => {
  it('contradicts itself when the reason holds and is not borne out', () => {
    expect(onDeletion('sesuai', 'HAPUS_TAK_BERDASAR')).toEqual([
      'Alasan penghapusan dinilai benar, tetapi alasannya "Alasan penghapusan tidak terbukti".',
    ]);
    expect(onDeletion('tidak_sesuai', 'HAL_KURANG')).toEqual([
      'Alasan penghapusan dinilai tidak sesuai, tetapi alasannya "Halaman dokumen tidak lengkap".',
    ]);
  });

  it('is in order when the reason does not hold, or cannot be told', () => {
    expect(onDeletion('tidak_sesuai', 'HAPUS_TAK_BERDASAR')).toEqual([]);
    expect(onDeletion('tidak_terbaca', 'HAPUS_TAK_BERDASAR')).toEqual([]);
    expect(onDeletion('sesuai', 'DOK_KURANG')).toEqual([]);
  });
});
