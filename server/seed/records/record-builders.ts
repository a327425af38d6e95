import type { RecordTypeId } from '#shared/records/record-type.ts';
import { buildCltn } from '#server/seed/records/cltn.ts';
import { buildCpnsPns } from '#server/seed/records/cpns-pns.ts';
import { buildDiklat } from '#server/seed/records/diklat.ts';
import { buildGolongan } from '#server/seed/records/golongan.ts';
import { buildJabatan } from '#server/seed/records/jabatan.ts';
import { buildKeluarga } from '#server/seed/records/keluarga.ts';
import { buildKursus } from '#server/seed/records/kursus.ts';
import { buildOrganisasi } from '#server/seed/records/organisasi.ts';
import { buildPendidikan } from '#server/seed/records/pendidikan.ts';
import { buildPenghargaan } from '#server/seed/records/penghargaan.ts';
import { buildPersonal } from '#server/seed/records/personal.ts';
import { buildPindahInstansi } from '#server/seed/records/pindah-instansi.ts';
import { buildPmk } from '#server/seed/records/pmk.ts';
import type { RecordBuilder } from '#server/seed/records/record-draft.ts';
import { buildSkp } from '#server/seed/records/skp.ts';

/** How the record of each type is made. */
export const recordBuilders: Readonly<Record<RecordTypeId, RecordBuilder>> = {
  personal: buildPersonal,
  jabatan: buildJabatan,
  pendidikan: buildPendidikan,
  diklat: buildDiklat,
  kursus: buildKursus,
  skp: buildSkp,
  penghargaan: buildPenghargaan,
  golongan: buildGolongan,
  keluarga: buildKeluarga,
  pmk: buildPmk,
  pindah_instansi: buildPindahInstansi,
  cltn: buildCltn,
  cpns_pns: buildCpnsPns,
  organisasi: buildOrganisasi,
};
