import { fieldsOf } from '#shared/records/judged-fields.ts';
import type { ToldAcknowledgement } from '#shared/records/open-warning.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { ruleLabels } from '#shared/records/rules/rule-labels.ts';
import type { UsulDocument } from '#shared/records/usul.ts';

/** What must be known of an usul to name a warning of it; its documents may be gone with it. */
export interface WarnedRecord {
  readonly recordType: string;
  readonly documents?: readonly Pick<UsulDocument, 'documentId' | 'sha256' | 'fileName'>[];
}

/** What a warning about a field is `about` where its document has the value nowhere, not another one in its place. */
export const missingValue = 'tidak_ditemukan';

/** What it is `about` where the document has the value, but for another person. */
export const valueOfAnother = 'orang_lain';

/** What it is `about` where the text and the picture of the document say different things. */
export const textUnlikePicture = 'lapisan_lain';

/** What it is `about` where the verifikator put another value in its place. */
export const correctedBefore = 'dikoreksi';

const fieldLabels: Readonly<Record<string, string>> = {
  [missingValue]: 'tidak ditemukan di dokumen',
  [valueOfAnother]: 'di dokumen milik orang lain',
  [textUnlikePicture]: 'teks dan gambar dokumen tidak sama',
  [correctedBefore]: 'dikoreksi verifikator',
};

const documentSubjects: Readonly<Record<string, string>> = {
  jenis_lain: 'jenis dokumen lain',
  orang_lain: 'milik orang lain',
  dua_orang: 'memuat dokumen orang lain juga',
  halaman_kurang: 'halaman tidak lengkap',
  dipakai_usul_lain: 'dipakai pada usul lain',
  kosong: 'ada halaman kosong',
  kabur: 'tidak terbaca karena kabur',
  tidak_dapat_dibaca: 'tidak dapat dibaca',
  membuktikan: 'membuktikan riwayat yang akan dihapus',
};

const contradictionLabels: Readonly<Record<string, string>> = {
  alasan_disangkal: 'Alasan tidak didukung penilaian isian',
  beda_tanpa_alasan: 'Isian tidak sesuai, alasannya hal lain',
  tak_terbaca_tanpa_alasan: 'Isian tidak terbaca, alasannya hal lain',
};

/** A warning in a few words, without values: for the decision bar, the outbox and the history. */
export function warningLabel(warning: ToldAcknowledgement, record: WarnedRecord): string {
  const { kind, subject } = warning;
  switch (kind) {
    case 'aturan':
      return ruleLabels[subject] ?? subject;
    case 'dokumen':
      return `${documentLabel(warning.about, record)}: ${documentSubjects[subject] ?? subject}`;
    case 'isian':
      return `${fieldOf(subject, record)}: ${fieldLabels[warning.about ?? ''] ?? 'berbeda dengan dokumen'}`;
    case 'keputusan':
      return contradictionLabels[subject] ?? subject;
    default:
      return subject;
  }
}

function fieldOf(name: string, { recordType }: WarnedRecord): string {
  const type = recordTypeIdSchema.safeParse(recordType).data;
  const fields = type ? fieldsOf(recordTypes[type]) : [];
  return fields.find((field) => field.name === name)?.label ?? name;
}

/** The documents that these tell of, by their names. */
export function documentLabels(
  told: readonly ToldAcknowledgement[],
  record: WarnedRecord,
): readonly string[] {
  return [...new Set(told.map(({ about }) => documentLabel(about, record)))];
}

/** A document of an usul by its SHA-256, as the record type calls it. */
export function documentLabel(wanted: string | undefined, record: WarnedRecord): string {
  const type = recordTypeIdSchema.safeParse(record.recordType).data;
  const document = record.documents?.find(({ sha256 }) => sha256 === wanted);
  const specs = type ? recordTypes[type].documents : [];
  const spec = specs.find(({ id }) => id === document?.documentId);
  return spec?.label ?? document?.fileName ?? 'Dokumen';
}
