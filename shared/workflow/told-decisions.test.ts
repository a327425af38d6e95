import { describe, expect, test } from 'vitest';
import { fieldsToJudge } from '#shared/records/judged-fields.ts';
import type { ActiveStage, Usul } from '#shared/records/usul.ts';
import { findDecisionGaps, type DecisionContent } from '#shared/workflow/check-decision.ts';
import { findContradictions } from '#shared/workflow/contradictions.ts';
import {
  deedsOnRevision,
  effectiveVerdicts,
  judgedUnder,
  toldVerdicts,
} from '#shared/workflow/told-decisions.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';

type Event = Usul['history'][number];

const sample = makeSampleUsul('pendidikan');
const names = fieldsToJudge(sample).map(({ name }) => name);
const [first = '', second = ''] = names;

function event(change: Partial<Event>): Event {
  return {
    at: '2026-11-20T03:00:00.000Z',
    revision: 1,
    actorName: 'Petugas Contoh',
    actorRole: 'verifikator',
    action: 'teruskan',
    reasons: [],
    note: '',
    ...change,
  };
}

const allMatch = names.map((field) => ({ field, verdict: 'sesuai', seen: '' }));

function at(stage: ActiveStage, ...history: readonly Event[]): Usul {
  return { ...sample, revision: 1, position: { kind: 'menunggu', stage }, history: [...history] };
}

const empty: DecisionContent = {
  outcome: 'teruskan',
  reasons: [],
  note: '',
  verdicts: [],
  evidence: [],
};
const seen = sample.documents.map(({ sha256 }) => ({ sha256, pageCount: 1, pagesSeen: [1] }));
const kinds = (usul: Usul, content: Partial<DecisionContent>): string[] =>
  findDecisionGaps(usul, { ...empty, ...content }).map(({ kind }) => kind);

describe('what was decided before in this revision', () => {
  test('is what offices did to it in the present one, answers too', () => {
    const history = [
      event({ action: 'ajukan', actorRole: 'asn' }),
      event({ action: 'koordinasi' }),
      event({ action: 'jawab', actorRole: 'approver' }),
      event({ revision: 2, action: 'ajukan_ulang', actorRole: 'asn' }),
      event({ revision: 2, action: 'teruskan' }),
      event({ revision: 2, action: 'entah_apa' }),
    ];
    const usul = at('persetujuan', ...history);
    expect(deedsOnRevision(usul).map(({ action }) => action)).toEqual(['koordinasi', 'jawab']);
    expect(deedsOnRevision({ ...usul, revision: 2 })).toEqual([history[4]]);
  });

  test('says the last word on each field; a verdict of a newer server says nothing', () => {
    const usul = at(
      'persetujuan',
      event({ verdicts: allMatch }),
      event({
        actorRole: 'validator',
        verdicts: [
          { field: first, verdict: 'tidak_sesuai', seen: '2019' },
          { field: second, verdict: 'mungkin', seen: '' },
        ],
      }),
    );
    const told = toldVerdicts(usul);
    expect(told.get(first)).toEqual({ verdict: 'tidak_sesuai', seen: '2019', by: 'validator' });
    expect(told.get(second)).toEqual({ verdict: 'sesuai', seen: '', by: 'verifikator' });
  });
});

describe('a later stage stands on it', () => {
  const usul = at('persetujuan', event({ verdicts: allMatch }));

  test('and not the first one, which judges for itself', () => {
    const own = [{ field: first, verdict: 'tidak_terbaca', seen: '' }] as const;
    expect(effectiveVerdicts(usul, own).get(first)).toBe('tidak_terbaca');
    expect(effectiveVerdicts(usul, own).get(second)).toBe('sesuai');
    const again = at('verifikasi', event({ verdicts: allMatch }), event({ action: 'kembalikan' }));
    expect([...effectiveVerdicts(again, [])]).toEqual([]);
  });

  test('an approver approves without a verdict and without a page of his or her own', () => {
    expect(kinds(usul, {})).toEqual([]);
    expect(kinds(at('verifikasi'), {})).toContain('verdict_kurang');
  });

  test('a validator looks at every page', () => {
    expect(new Set(kinds(at('validasi', event({ verdicts: allMatch })), {}))).toEqual(
      new Set(['halaman_belum_dilihat']),
    );
    expect(kinds(at('validasi', event({ verdicts: allMatch })), { evidence: seen })).toEqual([]);
  });

  test('nobody approves over a field that he or she marks against it', () => {
    for (const verdict of ['tidak_sesuai', 'tidak_terbaca'] as const) {
      expect(kinds(usul, { verdicts: [{ field: first, verdict, seen: '' }] })).toEqual([
        'ada_yang_tidak_sesuai',
      ]);
    }
  });

  test('sends it back to the verifikator with a reason that is one for that', () => {
    const back = { outcome: 'kembalikan' } as const;
    expect(kinds(usul, back)).toEqual(['alasan_kurang']);
    expect(kinds(usul, { ...back, note: 'Lihat lagi.' })).toEqual(['alasan_kurang']);
    expect(kinds(usul, { ...back, reasons: ['NILAI_KURANG'] })).toEqual([]);
    expect(kinds(usul, { ...back, reasons: ['LAIN'] })).toEqual(['catatan_kurang']);
    expect(kinds(usul, { ...back, reasons: ['DUPLIKAT'] })).toEqual(['alasan_tidak_dikenal']);
  });

  test('a reason that the verdicts before deny is asked about until the field is marked', () => {
    const judged = { outcome: 'perbaikan', reasons: ['DATA_BEDA'] } as const;
    const found = (verdicts: DecisionContent['verdicts']) =>
      findContradictions(usul, { ...judged, reasons: [...judged.reasons], verdicts }).map(
        ({ subject }) => subject,
      );
    expect(found([])).toEqual(['alasan_disangkal']);
    expect(found([{ field: first, verdict: 'tidak_sesuai', seen: '' }])).toEqual([]);
  });

  test('an answer is one when something is written', () => {
    const asked: Usul = { ...usul, position: { kind: 'koordinasi', stage: 'verifikasi' } };
    expect(kinds(asked, { outcome: 'jawab', note: ' ' })).toEqual(['catatan_kurang']);
    expect(kinds(asked, { outcome: 'jawab', note: 'Benar.' })).toEqual([]);
  });
});

const reasonOf = (usul: Usul): string | undefined =>
  Object.values(judgedUnder(usul, { verdicts: [] }).values).find((value) => value === 'ganda');

describe('a deletion that states no reason', () => {
  const { values, ...rest } = makeSampleUsul('pendidikan');
  const deletion: Usul = { ...rest, kind: 'hapus', values, oldValues: values, asnNote: 'Mohon.' };
  const decided = event({ deletionReason: 'ganda' });

  test('is judged under the one that was chosen before, unless another is chosen now', () => {
    const later: Usul = {
      ...deletion,
      position: { kind: 'menunggu', stage: 'persetujuan' },
      history: [decided],
    };
    expect(reasonOf(later)).toBe('ganda');
    expect(reasonOf({ ...later, position: { kind: 'menunggu', stage: 'verifikasi' } })).toBe(
      undefined,
    );
    expect(reasonOf({ ...later, history: [event({ deletionReason: 'entah' })] })).toBe(undefined);
  });
});
