import type { RecordTypeId } from '#shared/records/record-type.ts';
import { buildCltn } from '#build/demo/records/cltn.ts';
import { buildCpnsPns } from '#build/demo/records/cpns-pns.ts';
import { buildDiklat } from '#build/demo/records/diklat.ts';
import { buildGolongan } from '#build/demo/records/golongan.ts';
import { buildJabatan } from '#build/demo/records/jabatan.ts';
import { buildKeluarga } from '#build/demo/records/keluarga.ts';
import { buildKursus } from '#build/demo/records/kursus.ts';
import { buildOrganisasi } from '#build/demo/records/organisasi.ts';
import { buildPendidikan } from '#build/demo/records/pendidikan.ts';
import { buildPenghargaan } from '#build/demo/records/penghargaan.ts';
import { buildPersonal } from '#build/demo/records/personal.ts';
import { buildPindahInstansi } from '#build/demo/records/pindah-instansi.ts';
import { buildPmk } from '#build/demo/records/pmk.ts';
import type { RecordBuilder } from '#build/demo/records/record-draft.ts';
import { buildSkp } from '#build/demo/records/skp.ts';

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
