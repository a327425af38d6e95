import { z } from 'zod';
import type { FieldSpec } from '#shared/records/record-type.ts';
import type { RecordValues, Usul } from '#shared/records/usul.ts';

/** Reasons for which a record may go; ids of the table `alasanHapus` (ours: BKN publishes none). */
export const deletionReasons = [
  'ganda',
  'salah_input',
  'bukan_miliknya',
  'bukan_terakhir',
] as const;
/** Reason for which a record may go, as zod schema. */
export const deletionReasonSchema = z.enum(deletionReasons);
/** Reason for which a record may go. */
export type DeletionReason = (typeof deletionReasons)[number];

/**
 * What is judged of a deletion in place of the record's fields: the reason. That a value stands in the document says
 * nothing for deleting it. An usul may bring it among its `values` under this name; its verdict stands under it, too.
 */
export const deletionReasonField: FieldSpec = {
  name: 'alasan_hapus',
  label: 'Alasan penghapusan',
  format: { kind: 'code', table: 'alasanHapus' },
  required: true,
  provenBy: [],
};

/**
 * The reason that an usul gives for a deletion. `catatan`: read out of the note of the ASN; `lain`: the note gives a
 * reason that is none of the catalogue.
 */
export type DeletionClaim =
  | { readonly kind: 'disebut'; readonly reason: DeletionReason; readonly from: 'usul' | 'catatan' }
  | { readonly kind: 'lain' }
  | { readonly kind: 'tidak_disebut' };

/** The reason that an usul gives for a deletion. */
export function deletionClaimOf(usul: Pick<Usul, 'values' | 'asnNote'>): DeletionClaim {
  const stated = usul.values[deletionReasonField.name]?.trim();
  const known = deletionReasons.find((reason) => reason === stated);
  if (known) return { kind: 'disebut', reason: known, from: 'usul' };
  const note = ` ${(usul.asnNote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  const noted = deletionReasons.find((reason) => inNote[reason].test(note));
  if (noted) return { kind: 'disebut', reason: noted, from: 'catatan' };
  const says = note.split(' ').some((word) => word !== '' && !saysNothing.has(word));
  return { kind: says ? 'lain' : 'tidak_disebut' };
}

/** The values of a record that is to go, without what the usul says of the deletion itself. */
export function withoutDeletionReason(values: RecordValues): RecordValues {
  const { [deletionReasonField.name]: _reason, ...record } = values;
  return record;
}

/** How ASN put it: words of the notes in regional helpdesks (domain.md 4.6, 5), lower case, single spaces around. */
const inNote: Readonly<Record<DeletionReason, RegExp>> = {
  ganda:
    / (?<!(?:tidak|bukan) )(?:ganda|dobel|double|duplikat|duplikasi|kembar|rangkap|terduplikasi) | (?:dua|2) kali | 2x | dua duanya /,
  salah_input:
    / (?:salah|keliru) (?:dalam )?(?:peng|meng|me|ter)?(?:input|inputan|ketik|mengetik|isi|mengisi|entri|entry|masuk|memasukkan|rekam|pilih|memilih|catat|mencatat|tulis|unggah) | (?:ter)?salah (?:input|isi)|kekeliruan (?:input|pengisian)|kesalahan (?:input|peng|entri)/,
  bukan_miliknya:
    / bukan (?:milik|punya|kepunyaan|atas nama|data|jabatan|riwayat|sk) (?:saya|ybs|yang bersangkutan|asn ini|pegawai ini)(?! yang (?:ter|paling))| bukan (?:milik|punya) | milik (?:orang|pegawai|asn|pns|rekan|teman) | (?:data|riwayat|sk|nama|atas nama) orang lain | salah orang /,
  bukan_terakhir:
    / bukan .*(?:terakhir|terbaru|terkini|yang sekarang) | (?:sudah|telah) (?:ada|digantikan|diganti)(?: \p{L}+)* (?:terakhir|terbaru|baru)/u,
};

/** Words of a note that asks for the deletion and says nothing of why. */
const saysNothing = new Set(
  'mohon tolong harap agar untuk supaya bisa dapat di hapus dihapus menghapus penghapusan hapuskan dihapuskan data riwayat record ini tersebut saya kami terima kasih terimakasih bapak ibu admin pak bu verifikator bkpsdm yth dan yang atas bantuannya segera minta'.split(
    ' ',
  ),
);
