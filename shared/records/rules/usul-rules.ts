import { keyFields } from '#shared/records/deletion/record-keys.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { employeeKindLabels } from '#shared/records/record-labels.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import {
  anyKind,
  dateOf,
  innerNamed,
  named,
  numberOf,
  proposing,
  shown,
  type Rule,
} from '#shared/records/rules/rule.ts';

/** The day that orders the records of a type, for the rule that only the latest may be proposed (domain.md 4.8). */
const orderField: Partial<Readonly<Record<RecordTypeId, string>>> = {
  jabatan: 'tmtJabatan',
  golongan: 'tmtGolongan',
  pindah_instansi: 'tmtPi',
  pmk: 'tanggalSk',
};

/** The record type may not be proposed for this kind of employee (domain.md 0.1). */
export const categoryAllowed: Rule = {
  id: 'JENIS_TIDAK_BERLAKU',
  level: 'galat',
  recordTypes: 'all',
  kinds: anyKind,
  check: ({ usul, recordType }) => {
    if (recordType.employeeKinds.includes(usul.employee.kind)) return [];
    const kind = employeeKindLabels[usul.employee.kind];
    return [{ fields: [], sentence: `${recordType.label} tidak berlaku untuk ${kind}.` }];
  },
};

/** A proposed record equals one that the person already has (domain.md 4.6, duplikat). */
export const noDuplicate: Rule = {
  id: 'DUPLIKAT',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: ['tambah', 'ubah'],
  check: (context) => {
    const keys = keyFields[context.usul.recordType];
    const filled = keys.length > 0 && keys.every((key) => context.values[key] !== undefined);
    if (!filled) return [];
    const same = otherRecords(context.usul.existingRecords, context.usul.oldValues).some((record) =>
      keys.every((key) => comparable(record[key]) === comparable(context.values[key])),
    );
    if (!same) return [];
    const values = keys.map((key) => innerNamed(context, key)).join(', ');
    return [{ fields: keys, sentence: `Riwayat yang sama sudah ada: ${values}.` }];
  },
};

/** A change that changes nothing. */
export const changeDiffers: Rule = {
  id: 'UBAH_TANPA_BEDA',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: ['ubah'],
  check: ({ usul }) =>
    usul.oldValues && sameValues(usul.values, usul.oldValues)
      ? [{ fields: [], sentence: 'Nilai usul sama dengan nilai lama; tidak ada yang diubah.' }]
      : [],
};

/** A change or deletion without the record that it concerns. */
export const oldRecordKnown: Rule = {
  id: 'TANPA_NILAI_LAMA',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: ['ubah', 'hapus'],
  check: ({ usul }) =>
    usul.oldValues
      ? []
      : [{ fields: [], sentence: `Riwayat yang akan di${usul.kind} tidak ditemukan.` }],
};

/** A deletion names other values than the record that is to go. */
export const deletionMatches: Rule = {
  id: 'HAPUS_BERBEDA',
  level: 'peringatan',
  recordTypes: 'all',
  kinds: ['hapus'],
  check: ({ usul, fields }) => {
    const old = usul.oldValues;
    if (!old) return [];
    const differing = [...fields.values()].filter(
      (field) => comparable(usul.values[field.name]) !== comparable(old[field.name]),
    );
    if (differing.length === 0) return [];
    const labels = differing.map((field) => field.label).join(', ');
    const sentence = `Isian usul hapus berbeda dengan riwayat yang ada: ${labels}.`;
    return [{ fields: differing.map((field) => field.name), sentence }];
  },
};

/** Only the latest record of a kind may be proposed (domain.md 4.8). */
export const isLatest: Rule = {
  id: 'BUKAN_RIWAYAT_TERAKHIR',
  level: 'peringatan',
  recordTypes: ['jabatan', 'golongan', 'pindah_instansi', 'pmk'],
  kinds: ['tambah'],
  check: (context) => {
    const field = orderField[context.usul.recordType];
    const proposed = field && dateOf(context.values, field);
    if (!field || !proposed) return [];
    const latest = context.usul.existingRecords
      .map((record) => record.values[field] ?? '')
      .filter(isLocalDate)
      .toSorted()
      .at(-1);
    if (!latest || latest <= proposed) return [];
    const sentence = `${named(context, field)} lebih awal daripada riwayat terakhir, ${longDate(latest)}.`;
    return [{ fields: [field], sentence }];
  },
};

/** The golongan is lower than that of the last record before it (domain.md 7.3); a penalty can lower it. */
export const golonganNotLower: Rule = {
  id: 'GOLONGAN_TURUN',
  level: 'peringatan',
  recordTypes: ['golongan'],
  kinds: ['tambah', 'ubah'],
  check: (context) => {
    const proposed = context.values['golonganId'];
    const tmt = dateOf(context.values, 'tmtGolongan');
    if (proposed === undefined || !tmt) return [];
    const before = otherRecords(context.usul.existingRecords, context.usul.oldValues)
      .filter((record) => (dateOf(record, 'tmtGolongan') ?? '9999') < tmt)
      .toSorted((a, b) => comparable(a['tmtGolongan']).localeCompare(comparable(b['tmtGolongan'])))
      .at(-1);
    const previous = before?.['golonganId'] ?? '';
    // The ids of the table rise with the rank, and all have two digits.
    if (previous <= proposed) return [];
    const last = shown({ ...context, values: { golonganId: previous } }, 'golonganId');
    const sentence = `Golongan ${shown(context, 'golonganId')} lebih rendah daripada golongan sebelumnya, ${last}.`;
    return [{ fields: ['golonganId'], sentence }];
  },
};

/**
 * A second spouse without a first one on record. No paper prints which one it is: it follows from the other records
 * (domain.md 1.7).
 */
export const spousesCounted: Rule = {
  id: 'PASANGAN_KE',
  since: '0.3.0',
  level: 'peringatan',
  recordTypes: ['keluarga'],
  kinds: proposing,
  check: ({ usul, values }) => {
    const place = numberOf(values, 'pasanganKe');
    if (values['hubungan'] !== 'pasangan' || place === undefined) return [];
    const others = otherRecords(usul.existingRecords, usul.oldValues).filter(
      ({ hubungan }) => hubungan === 'pasangan',
    ).length;
    if (place <= others + 1) return [];
    const recorded = others === 0 ? 'belum ada' : `baru ada ${others}`;
    const sentence = `Suami/istri ke-${place}, padahal di riwayat ${recorded} pasangan lain.`;
    return [{ fields: ['pasanganKe'], sentence }];
  },
};

/** Every rule about the usul as a whole and the records that the person already has. */
export const usulRules: readonly Rule[] = [
  categoryAllowed,
  noDuplicate,
  changeDiffers,
  oldRecordKnown,
  deletionMatches,
  isLatest,
  golonganNotLower,
  spousesCounted,
];

/** The existing records without the one that a change replaces. */
function otherRecords(
  records: readonly { readonly values: RecordValues }[],
  replaced: RecordValues | null,
): readonly RecordValues[] {
  return records
    .map((record) => record.values)
    .filter((values) => !replaced || !sameValues(values, replaced));
}

function sameValues(a: RecordValues, b: RecordValues): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (name) => comparable(a[name]) === comparable(b[name]),
  );
}

// Only spaces are levelled: another capital or point may be the very change that is proposed.
function comparable(value: string | undefined): string {
  return (value ?? '').replaceAll(/\s+/gu, ' ').trim();
}
