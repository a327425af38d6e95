import { describe, expect, test } from 'vitest';
import { contentOf, emptyDraft, judgedBy, rebaseDraft } from '#renderer/core/case/draft.ts';
import { makeDraftActions } from '#renderer/core/case/draft-actions.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { Usul } from '#shared/records/usul.ts';
import { makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

/** Which fields have a verdict after each stroke. */
function strokes(usul: Usul, left: readonly string[] = [], acknowledged?: Draft['acknowledged']) {
  let draft: Draft = { ...emptyDraft(usul), ...(acknowledged && { acknowledged }) };
  const names = fieldsToJudge(usul).map(({ name }) => name);
  const actions = makeDraftActions(
    (edit) => {
      draft = edit(draft, usul);
    },
    { suggests: () => true, mayMarkFound: () => true, isLeft: (field) => left.includes(field) },
  );
  return {
    actions,
    names,
    draft: () => draft,
    open: () => names.filter((name) => !(name in draft.verdicts)),
  };
}

describe('a correction', () => {
  const usul: Usul = {
    ...makeSampleUsul('penghargaan'),
    position: { kind: 'menunggu', stage: 'verifikasi' },
  };
  const made = { corrected: '2019-08-18', seen: '18-08-2019', place: null };

  test('is a judgement of its field, and goes by the next one', () => {
    const { actions, draft } = strokes(usul);
    actions.correctField('skDate', made);
    expect(draft().verdicts['skDate']).toEqual({
      field: 'skDate',
      verdict: 'dikoreksi',
      seen: '18-08-2019',
      correction: { proposed: usul.values['skDate'], corrected: '2019-08-18' },
    });
    expect(judgedBy(usul, draft()).values['skDate']).toBe('2019-08-18');
    actions.judgeRestAsMatching();
    expect(draft()).toMatchObject({ outcome: 'teruskan', suggested: true });
    actions.judgeField('skDate', 'tidak_sesuai');
    expect(draft().verdicts['skDate']).toEqual({
      field: 'skDate',
      verdict: 'tidak_sesuai',
      seen: '18-08-2019',
    });
    expect(judgedBy(usul, draft()).values).toEqual(usul.values);
  });

  test('can be taken back, and is nothing where it may not be made', () => {
    const { actions, draft } = strokes(usul);
    actions.correctField('skDate', made);
    actions.correctField('skDate', null);
    expect(draft().verdicts).toEqual({});
    actions.correctField('skDate', { ...made, corrected: usul.values['skDate']! });
    actions.correctField('entahApa', made);
    expect(draft().verdicts).toEqual({});
    const forbidden = strokes({ ...usul, correctionForbidden: true });
    forbidden.actions.correctField('skDate', made);
    expect(forbidden.draft().verdicts).toEqual({});
  });

  test('stands where the person shows it, and is looked at again after a resubmission', () => {
    const { actions, draft } = strokes(usul);
    const { sha256 } = usul.documents[0]!;
    actions.correctField('skDate', made);
    actions.correctPlace('skDate', { sha256, page: 1, box: [0, 0, 1, 0.5] });
    const [verdict] = contentOf(usul, draft(), 'teruskan').verdicts;
    expect(verdict?.correction?.place).toEqual({ sha256, page: 1, box: [0, 0, 1, 0.5] });
    const again = { ...usul, revision: usul.revision + 1, version: usul.version + 1 };
    expect(rebaseDraft(draft(), again).verdicts).toEqual({});
    expect(rebaseDraft(draft(), { ...usul, version: usul.version + 1 }).verdicts).toEqual(
      draft().verdicts,
    );
  });
});

describe('the reason of a deletion', () => {
  test('is chosen where the usul states none, and judged anew when it changes', () => {
    const { actions, draft } = strokes(makeDeletion('kursus', 'Mohon dihapus.'));
    actions.chooseDeletionReason('ganda');
    actions.judgeField('alasan_hapus', 'sesuai');
    expect(draft()).toMatchObject({ deletionReason: 'ganda', outcome: 'teruskan' });
    const judged = draft();
    actions.chooseDeletionReason('ganda');
    expect(draft()).toBe(judged);
    actions.chooseDeletionReason('salah_input');
    expect(draft()).toMatchObject({ deletionReason: 'salah_input', outcome: null, verdicts: {} });
  });

  test('takes back what was acknowledged of the one before, and nothing else', () => {
    const about = {
      kind: 'aturan',
      subject: 'HAPUS_ALASAN_TERBANTAH',
      about: 'alasan_hapus',
    } as const;
    const other = { kind: 'dokumen', subject: 'kabur', about: 'a'.repeat(64) } as const;
    const { actions, draft } = strokes(makeDeletion('kursus', ''), [], [about, other]);
    actions.chooseDeletionReason('ganda');
    expect(draft().acknowledged).toEqual([other]);
  });

  test('is not chosen for an usul that states it, or that deletes nothing', () => {
    const usul = makeDeletion('kursus', '');
    const stated = { ...usul, values: { ...usul.values, alasan_hapus: 'ganda' } };
    for (const one of [stated, makeSampleUsul('kursus')]) {
      const { actions, draft } = strokes(one);
      actions.chooseDeletionReason('salah_input');
      expect(draft()).not.toHaveProperty('deletionReason');
    }
  });
});

describe('a stroke over all fields', () => {
  test('marks every one where nothing speaks against it', () => {
    const { actions, open, draft } = strokes(makeSampleUsul('penghargaan'));
    actions.judgeRestAsMatching();
    expect(open()).toEqual([]);
    expect(draft().outcome).toBe('teruskan');
  });

  test('leaves to the person what something speaks against, however often it is repeated', () => {
    const { actions, open, draft } = strokes(makeSampleUsul('penghargaan'), ['skDate']);
    for (let times = 0; times < 3; times += 1) actions.judgeRestAsMatching();
    actions.judgeFoundAsMatching(['skDate']);
    expect(open()).toEqual(['skDate']);
    expect(draft().outcome).toBeNull();
    actions.judgeField('skDate', 'sesuai');
    expect(draft().outcome).toBe('teruskan');
  });

  test('marks a golongan the second time only', () => {
    const { actions, open } = strokes(makeSampleUsul('golongan'));
    actions.judgeRestAsMatching();
    expect(open()).toEqual(['golonganId']);
    actions.judgeRestAsMatching();
    expect(open()).toEqual([]);
  });

  test('marks a golongan that was found the second time only, by the same stroke', () => {
    const { actions, open, names } = strokes(makeSampleUsul('golongan'));
    actions.judgeFoundAsMatching(names);
    expect(open()).toEqual(['golonganId']);
    actions.judgeFoundAsMatching(names);
    expect(open()).toEqual([]);
  });

  test('never marks a golongan that something speaks against', () => {
    const { actions, open } = strokes(makeSampleUsul('golongan'), ['golonganId']);
    for (let times = 0; times < 3; times += 1) actions.judgeRestAsMatching();
    expect(open()).toEqual(['golonganId']);
  });
});
