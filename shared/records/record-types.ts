import type { RecordType, RecordTypeId } from '#shared/records/record-type.ts';
import { cltn } from '#shared/records/types/cltn.ts';
import { cpnsPns } from '#shared/records/types/cpns-pns.ts';
import { diklat } from '#shared/records/types/diklat.ts';
import { golongan } from '#shared/records/types/golongan.ts';
import { jabatan } from '#shared/records/types/jabatan.ts';
import { keluarga } from '#shared/records/types/keluarga.ts';
import { kursus } from '#shared/records/types/kursus.ts';
import { organisasi } from '#shared/records/types/organisasi.ts';
import { pendidikan } from '#shared/records/types/pendidikan.ts';
import { penghargaan } from '#shared/records/types/penghargaan.ts';
import { personal } from '#shared/records/types/personal.ts';
import { pindahInstansi } from '#shared/records/types/pindah-instansi.ts';
import { pmk } from '#shared/records/types/pmk.ts';
import { skp } from '#shared/records/types/skp.ts';

/** All record types by id, in the order of BKN's menu. */
export const recordTypes: Readonly<Record<RecordTypeId, RecordType>> = {
  personal,
  jabatan,
  pendidikan,
  diklat,
  kursus,
  skp,
  penghargaan,
  golongan,
  keluarga,
  pmk,
  pindah_instansi: pindahInstansi,
  cltn,
  cpns_pns: cpnsPns,
  organisasi,
};
