import { describe, expect, test } from 'vitest';
import type { Draft } from '#renderer/data/schema/rows.ts';
import { emptyDraft } from '#renderer/core/case/draft.ts';
import { makeDraftActions, type DraftActions } from '#renderer/core/case/draft-actions.ts';
import { suggestOutcome } from '#renderer/core/case/suggest-outcome.ts';
import type { FieldVerdict } from '#shared/workflow/decision.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

const usul = makeSampleUsul('organisasi', {
  values: { namaOrganisasi: 'Organisasi Contoh', jabatanOrganisasi: 'Anggota' },
});
const [first, second] = ['namaOrganisasi', 'jabatanOrganisasi'] as const;

function verdicts(...kinds: FieldVerdict['verdict'][]): Draft['verdicts'] {
  const fields = [first, second];
  const entries = kinds.flatMap((verdict, index) => {
    const field = fields[index];
    return field ? [[field, { field, verdict, seen: '' }] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A draft at work, without a desk around it. */
function typing(
  suggests: boolean | (() => boolean) = true,
): DraftActions & { readonly draft: Draft } {
  const held = { draft: emptyDraft(usul) };
  const actions = makeDraftActions(
    (edit) => {
      held.draft = edit(held.draft, usul);
    },
    {
      suggests: typeof suggests === 'function' ? suggests : () => suggests,
      mayMarkFound: () => true,
      isLeft: () => false,
    },
  );
  return Object.defineProperty(Object.assign(actions, held), 'draft', { get: () => held.draft });
}

describe('the verdicts amount to', () => {
  test.each([
    [[], null, []],
    [['sesuai'], null, []],
    [['sesuai', 'sesuai'], 'teruskan', []],
    [['tidak_sesuai'], 'perbaikan', ['DATA_BEDA']],
    [['sesuai', 'tidak_terbaca'], 'perbaikan', ['DOK_KABUR']],
    [['tidak_terbaca', 'tidak_sesuai'], 'perbaikan', ['DATA_BEDA', 'DOK_KABUR']],
  ] as const)('%j: %s %j', (kinds, outcome, reasons) => {
    expect(suggestOutcome(usul, verdicts(...kinds))).toEqual({ outcome, reasons });
  });
});

describe('the verdict on the reason of a deletion amounts to', () => {
  test.each([
    ['sesuai', 'teruskan', []],
    ['tidak_sesuai', 'perbaikan', ['HAPUS_TAK_BERDASAR']],
    ['tidak_terbaca', 'perbaikan', ['HAPUS_TAK_BERDASAR']],
  ] as const)('%s: %s %j', (verdict, outcome, reasons) => {
    const judged = { alasan_hapus: { field: 'alasan_hapus', verdict, seen: '' } };
    const deletion = { ...usul, kind: 'hapus' as const };
    expect(suggestOutcome(deletion, judged)).toEqual({ outcome, reasons });
  });
});

describe('a suggestion', () => {
  test('follows the verdicts as they change', () => {
    const desk = typing();
    desk.judgeRestAsMatching();
    expect(desk.draft).toMatchObject({ outcome: 'teruskan', reasons: [], suggested: true });
    desk.judgeField(first, 'tidak_sesuai');
    expect(desk.draft).toMatchObject({ outcome: 'perbaikan', reasons: ['DATA_BEDA'] });
    desk.judgeField(first, null);
    expect(desk.draft).toMatchObject({ outcome: null, reasons: [], suggested: false });
  });

  test('ends when a person chooses an outcome, and comes back when the choice is taken back', () => {
    const desk = typing();
    desk.judgeRestAsMatching();
    desk.chooseOutcome('tolak');
    desk.judgeField(first, 'tidak_sesuai');
    expect(desk.draft).toMatchObject({ outcome: 'tolak', reasons: [], suggested: false });
    desk.chooseOutcome(null);
    expect(desk.draft).toMatchObject({
      outcome: 'perbaikan',
      reasons: ['DATA_BEDA'],
      suggested: true,
    });
  });

  test('keeps its reason when a person confirms it or adds another one', () => {
    const desk = typing();
    desk.judgeField(first, 'tidak_sesuai');
    desk.toggleReason('DOK_SALAH');
    desk.judgeField(second, 'tidak_terbaca');
    expect(desk.draft).toMatchObject({
      outcome: 'perbaikan',
      reasons: ['DATA_BEDA', 'DOK_SALAH'],
      suggested: false,
    });
  });

  test('never takes away a reason that a person chose before any verdict', () => {
    const desk = typing();
    desk.toggleReason('DOK_SALAH');
    desk.judgeRestAsMatching();
    expect(desk.draft).toMatchObject({ outcome: null, reasons: ['DOK_SALAH'], suggested: false });
  });

  test('never takes away the reasons that a person chose under an outcome taken back', () => {
    const desk = typing();
    desk.chooseOutcome('tolak');
    desk.toggleReason('DUPLIKAT');
    desk.judgeField(first, 'tidak_sesuai');
    desk.chooseOutcome(null);
    expect(desk.draft).toMatchObject({ outcome: null, reasons: ['DUPLIKAT'], suggested: false });
  });

  test('made before suggestions were turned off goes with the verdicts that it followed from', () => {
    let wanted = true;
    const desk = typing(() => wanted);
    desk.judgeField(first, 'tidak_sesuai');
    wanted = false;
    desk.judgeField(first, 'tidak_sesuai', 'Ketua');
    expect(desk.draft).toMatchObject({ outcome: 'perbaikan', reasons: ['DATA_BEDA'] });
    desk.judgeField(first, 'sesuai');
    expect(desk.draft).toMatchObject({ outcome: null, reasons: [], suggested: false });
  });

  test('is not made when the person does not want any', () => {
    const desk = typing(false);
    desk.judgeRestAsMatching();
    desk.chooseOutcome(null);
    expect(desk.draft).toMatchObject({ outcome: null, suggested: false });
  });
});
