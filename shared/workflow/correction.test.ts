import { describe, expect, test } from 'vitest';
import { fieldsOf, fieldsToJudge } from '#shared/records/judged-fields.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { checkUsul } from '#shared/records/rules/check-usul.ts';
import type { Usul, UsulPosition } from '#shared/records/usul.ts';
import { findDecisionGaps, type DecisionContent } from '#shared/workflow/check-decision.ts';
import { findContradictions } from '#shared/workflow/contradictions.ts';
import { correctionSchema, isCorrectable } from '#shared/workflow/correction.ts';
import type { FieldVerdict } from '#shared/workflow/decision.ts';
import { knownSince, knownWarnings } from '#shared/workflow/known-warnings.ts';
import {
  hasCorrections,
  judgedUnder,
  toldCorrections,
  toldVerdicts,
  withCorrections,
} from '#shared/workflow/told-decisions.ts';
import { makeSampleUsul, sampleToday } from '#tests/support/samples/faultless-usul.ts';
import { makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';

const usul: Usul = { ...makeSampleUsul('penghargaan'), position: waiting('verifikasi') };
const proposed = usul.values['skDate'] ?? '';
const [paper] = usul.documents;
const place = { sha256: paper!.sha256, page: 1, box: [0.1, 0.2, 0.3, 0.25] };

function waiting(stage: 'verifikasi' | 'validasi' | 'persetujuan'): UsulPosition {
  return { kind: 'menunggu', stage };
}

/** The day of the decree put right, or (changed) something that pretends to be that. */
function corrected(change: Partial<FieldVerdict> = {}): FieldVerdict {
  return {
    field: 'skDate',
    verdict: 'dikoreksi',
    seen: '10 Agustus 2021',
    correction: { proposed, corrected: '2021-08-10' },
    ...change,
  };
}

/** A complete decision that passes the usul on, with this of its field. */
function passingOn(one: FieldVerdict, of: Usul = usul): DecisionContent {
  const others = fieldsToJudge(of)
    .filter(({ name }) => name !== one.field)
    .map(({ name }): FieldVerdict => ({ field: name, verdict: 'sesuai', seen: '' }));
  return {
    outcome: 'teruskan',
    reasons: [],
    note: '',
    verdicts: [one, ...others],
    evidence: of.documents.map(({ sha256 }) => ({ sha256, pageCount: 2, pagesSeen: [1, 2] })),
  };
}

/** The gaps of it, with what the rules say of the record as it is corrected. */
function gapsOf(content: DecisionContent, of: Usul = usul): readonly string[] {
  const judged = judgedUnder(of, content);
  const warnings = knownWarnings(judged, content, checkUsul(judged, sampleToday));
  return findDecisionGaps(of, content, warnings).map(({ kind }) => kind);
}

describe('a corrected value', () => {
  test('lets the usul pass where the document proves it, by its words or its place', () => {
    expect(gapsOf(passingOn(corrected()))).toEqual([]);
    const correction = { proposed, corrected: '2021-08-10', place };
    expect(gapsOf(passingOn(corrected({ seen: '', correction })))).toEqual([]);
  });

  test.each<readonly [string, Partial<FieldVerdict>]>([
    ['nothing of the document', { seen: ' ' }],
    ['the verdict that it matches', { verdict: 'sesuai' }],
    [
      'another value of the ASN',
      { correction: { proposed: '2021-01-01', corrected: '2021-08-10' } },
    ],
    ['the same value', { correction: { proposed, corrected: proposed } }],
    ['no value', { correction: { proposed, corrected: ' ' } }],
    ['blanks around it', { correction: { proposed, corrected: ' 2021-08-10' } }],
    ['a day that does not exist', { correction: { proposed, corrected: '2021-02-30' } }],
    ['a day as it is printed', { correction: { proposed, corrected: '10 Agustus 2021' } }],
    ['a day that is still to come', { correction: { proposed, corrected: '2027-08-18' } }],
    [
      'a place in a file of others',
      {
        correction: {
          proposed,
          corrected: '2021-08-10',
          place: { ...place, sha256: 'a'.repeat(64) },
        },
      },
    ],
    [
      'a page that is not there',
      { correction: { proposed, corrected: '2021-08-10', place: { ...place, page: 3 } } },
    ],
    ['a field that the usul does not have', { field: 'skNomor2' }],
  ])('does not with %s', (_what, change) => {
    expect(gapsOf(passingOn(corrected(change)))).toContain('koreksi_tidak_sah');
  });

  test('does not without a correction', () => {
    const { correction: _correction, ...none } = corrected();
    expect(gapsOf(passingOn(none))).toContain('koreksi_tidak_sah');
  });

  test('a code is one of its table', () => {
    const code = usul.values['hargaId'] ?? '';
    const of = (to: string) =>
      passingOn({
        field: 'hargaId',
        verdict: 'dikoreksi',
        seen: 'Satyalancana',
        correction: { proposed: code, corrected: to },
      });
    expect(gapsOf(of('9999'))).toContain('koreksi_tidak_sah');
    expect(gapsOf(of('202'))).not.toContain('koreksi_tidak_sah');
  });

  test('is judged once, by whoever verifies, of a record with a document, where the instansi allows it', () => {
    const twice = passingOn(corrected());
    const again = { ...twice, verdicts: [...twice.verdicts, corrected()] };
    expect(gapsOf(again)).toContain('koreksi_tidak_sah');
    const mixed = { ...twice, verdicts: [...twice.verdicts, corrected({ verdict: 'sesuai' })] };
    expect(gapsOf(mixed)).toContain('koreksi_tidak_sah');
    for (const of of [
      { ...usul, position: waiting('persetujuan') },
      { ...usul, position: waiting('validasi') },
      { ...usul, documents: [] },
      { ...usul, correctionForbidden: true as const },
    ]) {
      expect(gapsOf(passingOn(corrected(), of), of)).toContain('koreksi_tidak_sah');
    }
    const deletion = makeDeletion('penghargaan', 'Ganda.');
    const gone = { ...deletion, position: waiting('verifikasi') };
    expect(gapsOf(passingOn(corrected(), gone), gone)).toContain('koreksi_tidak_sah');
  });

  test('is as it has to be whatever is decided, but an answer judges nothing', () => {
    const back = { ...passingOn(corrected({ seen: '' })), outcome: 'perbaikan' as const };
    expect(
      findDecisionGaps(usul, { ...back, reasons: ['DOK_KURANG'] }).map(({ kind }) => kind),
    ).toEqual(['koreksi_tidak_sah']);
    const answer = { ...back, outcome: 'jawab' as const, note: 'Ya.' };
    expect(findDecisionGaps(usul, answer)).toEqual([]);
  });

  test('may be the reason to send the usul back for another field', () => {
    const judged = { ...passingOn(corrected()), outcome: 'perbaikan' as const };
    expect(findContradictions(usul, { ...judged, reasons: ['DATA_BEDA'] })).toEqual([]);
  });
});

test('what tells persons apart, and what no paper proves, is not corrected', () => {
  const all = recordTypeIds.flatMap((id) =>
    fieldsOf(recordTypes[id]).map((spec) => [`${id}.${spec.name}`, isCorrectable(spec)] as const),
  );
  const forbidden = all.filter(([, may]) => !may).map(([name]) => name);
  for (const name of [
    'personal.nik',
    'personal.nomorIdDocument',
    'personal.email',
    'personal.noHp',
    'keluarga.nomorIdentitas',
    'keluarga.hubungan',
  ]) {
    expect(forbidden).toContain(name);
  }
  expect(forbidden).not.toContain('golongan.skNomor');
  expect(forbidden).not.toContain('keluarga.nama');
  // Most of what is proposed can be put right.
  expect(forbidden.length).toBeLessThan(all.length / 4);
});

test.each([
  { sha256: 'x', page: 1, box: [0, 0, 1, 1] },
  { sha256: 'a'.repeat(64), page: 0, box: [0, 0, 1, 1] },
  { sha256: 'a'.repeat(64), page: 1, box: [0, 0, 1] },
  { sha256: 'a'.repeat(64), page: 1, box: [0.5, 0, 0.5, 1] },
  { sha256: 'a'.repeat(64), page: 1, box: [0, 0, 2, 1] },
])('%j is no place', (wrong) => {
  const correction = { proposed: '', corrected: 'x', place: wrong };
  expect(correctionSchema.safeParse(correction).success).toBe(false);
});

const event = (
  action: string,
  verdicts: readonly FieldVerdict[],
  actorRole = 'verifikator',
): Usul['history'][number] => ({
  at: '2026-11-20T03:00:00.000Z',
  revision: usul.revision,
  actorName: 'Petugas Contoh',
  actorRole,
  action,
  reasons: [],
  note: '',
  verdicts: [...verdicts],
});
const at = (position: UsulPosition, ...history: readonly Usul['history'][number][]): Usul => ({
  ...usul,
  position,
  history: [...history],
});

describe('what later stages are told', () => {
  const passedOn = event('teruskan', passingOn(corrected()).verdicts);
  test('the correction stands beside the value of the ASN, and is what they judge', () => {
    const later = at(waiting('persetujuan'), passedOn);
    expect(hasCorrections(later)).toBe(true);
    expect(toldCorrections(later)).toEqual([
      { field: 'skDate', proposed, corrected: '2021-08-10', seen: '10 Agustus 2021' },
    ]);
    expect(toldVerdicts(later).get('skDate')).toMatchObject({
      verdict: 'dikoreksi',
      correction: { corrected: '2021-08-10' },
    });
    expect(withCorrections(later).values['skDate']).toBe('2021-08-10');
    expect(later.values['skDate']).toBe(proposed);
    expect(
      withCorrections(at({ kind: 'selesai', result: 'disetujui' }, passedOn)).values['skDate'],
    ).toBe('2021-08-10');
  });

  test('they state to have seen it, as far as their application knows of it', () => {
    const later = at(waiting('persetujuan'), passedOn);
    const content = { ...passingOn(corrected()), verdicts: [], evidence: [] };
    const warnings = knownWarnings(judgedUnder(later, content), content, []);
    expect(warnings).toMatchObject([
      { kind: 'isian', subject: 'skDate', about: 'dikoreksi', fields: ['skDate'] },
    ]);
    expect(findDecisionGaps(later, content, warnings).map(({ kind }) => kind)).toEqual([
      'peringatan_terbuka',
    ]);
    const { kind, subject, about = '' } = warnings[0]!;
    const acknowledged = [{ kind, subject, about }];
    expect(findDecisionGaps(later, { ...content, acknowledged }, warnings)).toEqual([]);
    expect(warnings.map(knownSince)).toEqual(['0.3.0']);
  });

  test('whoever marks it against can only send the usul back, and then it no longer stands', () => {
    const against: FieldVerdict = { field: 'skDate', verdict: 'tidak_sesuai', seen: '' };
    const later = at(waiting('persetujuan'), passedOn);
    const content = { ...passingOn(corrected()), verdicts: [against], evidence: [] };
    expect(findDecisionGaps(later, content).map(({ kind }) => kind)).toEqual([
      'ada_yang_tidak_sesuai',
    ]);
    const back = at(waiting('verifikasi'), passedOn, event('kembalikan', [against], 'approver'));
    expect(withCorrections(back)).toBe(back);
    // Kept for ever all the same.
    expect(back.history[0]?.verdicts?.[0]).toMatchObject({ verdict: 'dikoreksi' });
    const again = event('teruskan', [{ field: 'skDate', verdict: 'sesuai', seen: '' }]);
    expect(hasCorrections(at(waiting('persetujuan'), ...back.history, again))).toBe(false);
  });

  test('a new revision begins without, and an approver adds none', () => {
    const later = at(waiting('persetujuan'), passedOn);
    expect(hasCorrections({ ...later, revision: usul.revision + 1 })).toBe(false);
    const forged = event('teruskan', [corrected()], 'validator');
    expect(hasCorrections(at(waiting('persetujuan'), forged))).toBe(false);
  });

  test('what a newer server tells in another form is no correction', () => {
    const odd = { field: 'skDate', verdict: 'dikoreksi', seen: '', correction: { to: 1 } };
    const later = at(waiting('persetujuan'), { ...passedOn, verdicts: [odd] });
    expect(toldCorrections(later)).toEqual([]);
    expect(toldVerdicts(later).get('skDate')?.verdict).toBe('dikoreksi');
  });
});
