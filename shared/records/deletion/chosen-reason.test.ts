import { describe, expect, test } from 'vitest';
import { mayChooseReason, withChosenReason } from '#shared/records/deletion/chosen-reason.ts';
import { deletionReasons } from '#shared/records/deletion/deletion-claim.ts';
import { deletionFactsOf } from '#shared/records/deletion/deletion-facts.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import { makeSampleUsul, sampleValues } from '#tests/support/samples/faultless-usul.ts';
import { day } from '#tests/support/samples/sample-row.ts';
import { makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';

const today = day('2026-11-22');
const stated = (() => {
  const usul = makeDeletion('kursus', '');
  return { ...usul, values: { ...usul.values, alasan_hapus: 'ganda' } };
})();

const rulesOf = (...about: Parameters<typeof withChosenReason<ReturnType<typeof makeDeletion>>>) =>
  checkUsul(withChosenReason(...about), today).map(({ ruleId }) => ruleId);

describe('the reason of a deletion is chosen by whoever judges it', () => {
  test.each(['', 'Mohon dihapus.', 'SK dibatalkan oleh PTUN.', 'Tercatat dua kali.'])(
    'where the usul says no more than "%s"',
    (note) => expect(mayChooseReason(makeDeletion('kursus', note))).toBe(true),
  );

  test('not where the usul states it, and not of any other usul', () => {
    expect(mayChooseReason(stated)).toBe(false);
    expect(withChosenReason(stated, 'salah_input')).toBe(stated);
    const addition = makeSampleUsul('kursus');
    expect(mayChooseReason(addition)).toBe(false);
    expect(withChosenReason(addition, 'ganda')).toBe(addition);
  });

  test('and is judged as if the usul stated it', () => {
    const silent = makeDeletion('golongan', '');
    expect(withChosenReason(silent, undefined)).toBe(silent);
    expect(rulesOf(silent, undefined)).toContain('HAPUS_TANPA_ALASAN');
    for (const reason of deletionReasons) {
      expect(rulesOf(silent, reason)).not.toContain('HAPUS_TANPA_ALASAN');
    }
    expect(rulesOf(silent, 'ganda')).toContain('HAPUS_ALASAN_TERBANTAH');
    const twin = makeDeletion('golongan', '', [sampleValues.golongan]);
    expect(deletionFactsOf(withChosenReason(twin, 'ganda')).claimHolds).toBe('ya');
  });

  test('and puts right what was read out of the note', () => {
    const noted = makeDeletion('golongan', 'Tercatat dua kali.');
    expect(rulesOf(noted, undefined)).toContain('HAPUS_ALASAN_TERBANTAH');
    expect(rulesOf(noted, 'salah_input')).not.toContain('HAPUS_ALASAN_TERBANTAH');
  });

  test('without becoming a value of the record', () => {
    const silent = makeDeletion('kursus', '');
    const judged = withChosenReason({ ...silent, oldValues: null }, 'salah_input');
    expect(deletionFactsOf(judged).record).toEqual(silent.values);
    expect(rulesOf(silent, 'salah_input')).not.toContain('HAPUS_BERBEDA');
  });
});
