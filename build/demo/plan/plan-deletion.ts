import type { RecordTypeId } from '#shared/records/record-type.ts';
import {
  deletionReasonField,
  deletionReasons,
  type DeletionReason,
} from '#shared/records/deletion/deletion-claim.ts';
import { deletionFactsOf } from '#shared/records/deletion/deletion-facts.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { earlierValues } from '#build/demo/plan/alter-values.ts';
import type { DraftDocument, RecordDraft } from '#build/demo/records/record-draft.ts';
import type { Random } from '#build/demo/random.ts';

/** A deletion that is right: what goes and why, what stays, and the documents that say so. */
export interface PlannedDeletion {
  readonly values: RecordValues;
  readonly oldValues: RecordValues;
  readonly asnNote: string;
  /** All records of the type before the deletion. */
  readonly records: readonly RecordValues[];
  readonly documents: readonly DraftDocument[];
}

/** What a deletion is made from; `ofAnother` makes the same kind of record of a colleague. */
interface DeletionContext {
  readonly recordType: RecordTypeId;
  readonly draft: RecordDraft;
  readonly random: Random;
  readonly ofAnother: () => RecordDraft | undefined;
}

type Deletion = Pick<PlannedDeletion, 'oldValues' | 'records' | 'documents'>;

const shares: readonly (readonly [DeletionReason, number])[] = [
  ['ganda', 45],
  ['salah_input', 25],
  ['bukan_miliknya', 12],
  ['bukan_terakhir', 18],
];

/** How ASN put it. */
const notes: Readonly<Record<DeletionReason, readonly string[]>> = {
  ganda: ['Riwayat tercatat dua kali.', 'Data ganda, mohon dihapus salah satu.'],
  salah_input: ['Salah input, mohon dihapus.', 'Salah ketik, riwayat yang benar sudah ada.'],
  bukan_miliknya: ['Bukan milik saya.', 'SK milik pegawai lain, mohon dihapus.'],
  bukan_terakhir: ['Bukan riwayat saya yang terakhir.'],
};

/** A deletion for the reason drawn, or for another one where the records do not bear that out. */
export function planDeletion(context: DeletionContext): PlannedDeletion {
  const { recordType, random } = context;
  const first = random.weighted(shares);
  const rest = deletionReasons.filter((reason) => reason !== first);
  for (const reason of [first, ...rest]) {
    const deletion = make[reason](context);
    if (!deletion) continue;
    const stated = random.chance(0.5) ? { [deletionReasonField.name]: reason } : {};
    const asnNote = random.pick(notes[reason]);
    const planned = { ...deletion, values: { ...deletion.oldValues, ...stated }, asnNote };
    if (isRight(recordType, reason, planned)) return planned;
  }
  throw new Error(`No deletion fits ${recordType}`);
}

/** What records can tell of a reason, that there is a twin or a later record, they bear out. */
function isRight(
  recordType: RecordTypeId,
  reason: DeletionReason,
  planned: PlannedDeletion,
): boolean {
  const existingRecords = planned.records.map((values, index) => ({ id: String(index), values }));
  const facts = deletionFactsOf({ ...planned, recordType, existingRecords });
  const isTold = reason === 'ganda' || reason === 'bukan_terakhir';
  return facts.losses.length === 0 && facts.claimHolds === (isTold ? 'ya' : 'tidak_diketahui');
}

const make: Readonly<Record<DeletionReason, (context: DeletionContext) => Deletion | undefined>> = {
  // One of two equal records; the document proves the one that stays.
  ganda: ({ draft: { values, others, documents } }) => ({
    oldValues: values,
    records: [...others, values, values],
    documents,
  }),
  // The record as it was typed first; the right one is there, and the document says so.
  salah_input: ({ recordType, draft, random }) => {
    const { values, others, documents } = draft;
    const wrong = earlierValues(recordType, values, random);
    return { oldValues: wrong, records: [...others, values, wrong], documents };
  },
  // A colleague's record among one's own, with the colleague's paper.
  bukan_miliknya: ({ draft, ofAnother }) => {
    const another = ofAnother();
    if (!another) return undefined;
    const { values, documents } = another;
    return { oldValues: values, records: [...draft.others, draft.values, values], documents };
  },
  // An earlier record, with the paper of the latest.
  bukan_terakhir: ({ draft: { values, others, documents }, random }) => {
    if (others.length === 0) return undefined;
    return { oldValues: random.pick(others), records: [...others, values], documents };
  },
};
