import { describe, expect, it } from 'vitest';
import { compareWithNow } from '#renderer/features/outbox/conflict/compare-fields.ts';
import type { OutboxEntryView } from '#renderer/features/outbox/outbox-entry.ts';
import { returnedState, sampleEntry } from '#tests/support/samples/sample-entry.ts';
import type { UsulNow } from '#renderer/core/conflict/conflict-contract.ts';
import { makeSampleUsul } from '#tests/support/samples/faultless-usul.ts';
import type { Usul } from '#shared/records/usul.ts';

const judgedUsul = makeSampleUsul('penghargaan');
const [document] = judgedUsul.documents;

function returned(change: Partial<OutboxEntryView> = {}): OutboxEntryView {
  const { position, values } = judgedUsul;
  const entry = sampleEntry(returnedState({ position, revision: 2, version: 3 }));
  const evidence = [{ sha256: document!.sha256, pageCount: 1, pagesSeen: [1] }];
  return { ...entry, decision: { ...entry.decision, evidence }, judged: values, ...change };
}

function resubmitted(change: Partial<Usul>): UsulNow {
  const usul = { ...judgedUsul, revision: 2, version: 3, ...change };
  return { kind: 'ada', usul, closedBecause: null };
}

describe('what was judged against what is proposed now', () => {
  it('tells the changed field with its letters, and the rest as unchanged', () => {
    const values = { ...judgedUsul.values, skNomor: '13/TK/Tahun 2021' };
    const comparison = compareWithNow(returned(), resubmitted({ values }));
    expect(comparison).toMatchObject({
      kind: 'dibandingkan',
      changed: [{ name: 'skNomor', judged: '12/TK/Tahun 2021', now: '13/TK/Tahun 2021' }],
      same: [{ name: 'hargaId' }, { name: 'tahun' }, { name: 'skDate' }],
      newDocuments: [],
    });
    const [field] = comparison.kind === 'dibandingkan' ? comparison.changed : [];
    expect(field?.diff.old.filter(({ changed }) => changed)).toEqual([
      { text: '2', changed: true },
    ]);
  });

  it('reads dates and codes as a person does, whole words apart', () => {
    const values = { ...judgedUsul.values, skDate: '2021-09-09' };
    const comparison = compareWithNow(returned(), resubmitted({ values }));
    const [field] = comparison.kind === 'dibandingkan' ? comparison.changed : [];
    expect(field).toMatchObject({ judged: '9 Agustus 2021', now: '9 September 2021' });
    expect(field?.diff.proposed).toContainEqual({ text: 'September', changed: true });
  });

  it('tells a field that was emptied and one that was added', () => {
    const { skNomor: _, ...without } = judgedUsul.values;
    const emptied = compareWithNow(returned(), resubmitted({ values: without }));
    expect(emptied).toMatchObject({ changed: [{ name: 'skNomor', now: '' }] });
    const added = compareWithNow(returned({ judged: without }), resubmitted({}));
    expect(added).toMatchObject({ changed: [{ name: 'skNomor', judged: '' }] });
  });

  it('compares the record that a deletion takes away, and the reason where it is stated', () => {
    const doomed = judgedUsul.values;
    const stated = { ...doomed, alasan_hapus: 'ganda', tahun: '2020' };
    const change = { kind: 'hapus', values: stated } as const;
    const judged = { ...doomed, alasan_hapus: 'salah_input' };
    expect(compareWithNow(returned({ judged }), resubmitted(change))).toMatchObject({
      changed: [
        { name: 'alasan_hapus', judged: 'Salah input', now: 'Tercatat ganda' },
        { name: 'tahun' },
      ],
      same: [{ name: 'skNomor' }, { name: 'hargaId' }, { name: 'skDate' }],
    });
    const noted = compareWithNow(returned(), resubmitted({ kind: 'hapus' }));
    expect(noted).toMatchObject({ changed: [], same: { length: 4 } });
  });

  it('names files that were not looked at', () => {
    const documents = [{ ...document!, sha256: 'f'.repeat(64), fileName: 'piagam-baru.pdf' }];
    expect(compareWithNow(returned(), resubmitted({ documents }))).toMatchObject({
      newDocuments: ['piagam-baru.pdf'],
    });
  });

  it('waits for content that the server has and this PC has not', () => {
    const old: UsulNow = { kind: 'ada', usul: judgedUsul, closedBecause: null };
    expect(compareWithNow(returned(), old)).toMatchObject({
      kind: 'tidak_dapat',
      because: 'tertinggal',
    });
  });

  it('cannot tell what an older version judged, unless it is the same revision', () => {
    const unknown = returned({ judged: undefined });
    expect(compareWithNow(unknown, resubmitted({}))).toEqual({
      kind: 'tidak_dapat',
      because: 'tidak_tercatat',
      judged: [],
    });
    expect(compareWithNow(unknown, resubmitted({ revision: 1 }))).toMatchObject({
      kind: 'dibandingkan',
      changed: [],
    });
  });

  it.each(['tidak_ada', 'gagal', 'memuat'] as const)(
    'says why it cannot, and what was judged: %s',
    (kind) => {
      expect(compareWithNow(returned(), { kind })).toMatchObject({
        kind: 'tidak_dapat',
        because: kind,
        judged: [
          { name: 'skNomor', value: '12/TK/Tahun 2021' },
          { name: 'hargaId' },
          { name: 'tahun' },
          { name: 'skDate', value: '9 Agustus 2021' },
        ],
      });
    },
  );

  it('knows an usul that is gone because it is finished', () => {
    const position = { kind: 'selesai', result: 'ditarik' } as const;
    const state = returnedState({ position, revision: 1, version: 2 });
    expect(compareWithNow(returned({ state }), { kind: 'tidak_ada' })).toMatchObject({
      because: 'selesai',
    });
  });
});
