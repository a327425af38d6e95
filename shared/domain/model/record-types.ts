import type { RecordType, RecordTypeId } from '#shared/domain/model/record-type.ts';
import { cltn } from '#shared/domain/model/record-types/cltn.ts';
import { cpnsPns } from '#shared/domain/model/record-types/cpns-pns.ts';
import { diklat } from '#shared/domain/model/record-types/diklat.ts';
import { golongan } from '#shared/domain/model/record-types/golongan.ts';
import { jabatan } from '#shared/domain/model/record-types/jabatan.ts';
import { keluarga } from '#shared/domain/model/record-types/keluarga.ts';
import { kursus } from '#shared/domain/model/record-types/kursus.ts';
import { organisasi } from '#shared/domain/model/record-types/organisasi.ts';
import { pendidikan } from '#shared/domain/model/record-types/pendidikan.ts';
import { penghargaan } from '#shared/domain/model/record-types/penghargaan.ts';
import { personal } from '#shared/domain/model/record-types/personal.ts';
import { pindahInstansi } from '#shared/domain/model/record-types/pindah-instansi.ts';
import { pmk } from '#shared/domain/model/record-types/pmk.ts';
import { skp } from '#shared/domain/model/record-types/skp.ts';

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
