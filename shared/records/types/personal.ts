import type { RecordType } from '#shared/records/record-type.ts';
import { code, date, documentNumber, text } from '#shared/records/types/field-formats.ts';

const ktp = ['mv-ktp', 'mv-kartu-keluarga'];
const npwp = ['mv-npwp'];
const bpjs = ['mv-bpjs'];
const taspen = ['mv-taspen'];

/**
 * Data personal (domain.md 1.1): name, birth and NIP are read-only in BKN's update and stand in the employee block.
 * No document is required (0.3); mail and mobile number are asked for by the rules COM_6 and COM_7. Places and offices are names, not ids: their tables are large and not shipped, and a
 * verifikator compares names with paper.
 */
export const personal: RecordType = {
  id: 'personal',
  label: 'Data personal',
  siasnIds: ['1'],
  authority: 'opd',
  employeeKinds: ['pns', 'pppk', 'ppt_non_asn'],
  documents: [
    { id: 'mv-ktp', label: 'KTP', required: false },
    { id: 'mv-kartu-keluarga', label: 'Kartu keluarga', required: false },
    { id: 'mv-npwp', label: 'Kartu NPWP', required: false },
    { id: 'mv-bpjs', label: 'Kartu BPJS Kesehatan', required: false },
    { id: 'mv-taspen', label: 'Kartu Taspen', required: false },
    { id: 'mv-karis-karsu', label: 'Karis/Karsu', required: false },
    { id: 'mv-karpeg', label: 'Kartu pegawai', required: false },
  ],
  groups: [
    {
      label: 'Identitas',
      fields: [
        { name: 'nik', label: 'NIK', format: { kind: 'nik' }, required: true, provenBy: ktp },
        {
          name: 'jenisIdDokumenId',
          label: 'Jenis dokumen identitas',
          format: code('jenisIdDokumen'),
          required: false,
          provenBy: ktp,
          identity: true,
        },
        {
          name: 'nomorIdDocument',
          label: 'Nomor dokumen identitas',
          format: documentNumber,
          required: false,
          provenBy: ktp,
          identity: true,
        },
        {
          name: 'alamat',
          label: 'Alamat',
          format: { kind: 'text', maxLength: 300, multiline: true },
          required: true,
          provenBy: ktp,
        },
        { name: 'kodePos', label: 'Kode pos', format: text(5), required: false, provenBy: ktp },
        {
          name: 'kabupatenNama',
          label: 'Kabupaten/kota',
          format: text(100),
          required: false,
          provenBy: ktp,
        },
        { name: 'agamaId', label: 'Agama', format: code('agama'), required: true, provenBy: ktp },
        {
          name: 'jenisKawinId',
          label: 'Status perkawinan',
          format: code('jenisKawin'),
          required: true,
          provenBy: ktp,
        },
      ],
    },
    {
      label: 'Kontak',
      fields: [
        {
          name: 'noHp',
          label: 'Nomor HP',
          format: { kind: 'phone' },
          required: false,
          provenBy: [],
        },
        {
          name: 'noTelp',
          label: 'Nomor telepon',
          format: { kind: 'phone' },
          required: false,
          provenBy: [],
        },
        {
          name: 'email',
          label: 'Surel pribadi',
          format: { kind: 'email' },
          required: false,
          provenBy: [],
        },
        {
          name: 'emailGov',
          label: 'Surel dinas',
          format: { kind: 'email' },
          required: false,
          provenBy: [],
        },
      ],
    },
    {
      label: 'Kartu',
      fields: [
        {
          name: 'noNpwp',
          label: 'Nomor NPWP',
          format: documentNumber,
          required: false,
          provenBy: npwp,
        },
        { name: 'tglNpwp', label: 'Tanggal NPWP', format: date, required: false, provenBy: npwp },
        {
          name: 'bpjs',
          label: 'Nomor BPJS Kesehatan',
          format: documentNumber,
          required: false,
          provenBy: bpjs,
        },
        {
          name: 'noTaspen',
          label: 'Nomor Taspen',
          format: documentNumber,
          required: false,
          provenBy: taspen,
        },
        {
          name: 'tanggal_taspen',
          label: 'Tanggal Taspen',
          format: date,
          required: false,
          provenBy: taspen,
        },
        {
          name: 'tapera_nomor',
          label: 'Nomor Tapera',
          format: documentNumber,
          required: false,
          provenBy: [],
        },
        {
          name: 'karis_karsu',
          label: 'Nomor Karis/Karsu',
          format: documentNumber,
          required: false,
          provenBy: ['mv-karis-karsu'],
        },
        {
          name: 'noSeriKarpeg',
          label: 'Nomor seri Karpeg',
          format: documentNumber,
          required: false,
          provenBy: ['mv-karpeg'],
        },
      ],
    },
    {
      label: 'Pekerjaan',
      fields: [
        {
          name: 'kpknNama',
          label: 'Kantor bayar (KPPN)',
          format: text(150),
          required: false,
          provenBy: [],
        },
        {
          name: 'lokasiKerjaNama',
          label: 'Lokasi kerja',
          format: text(150),
          required: false,
          provenBy: [],
        },
        {
          name: 'kelas_jabatan',
          label: 'Kelas jabatan',
          format: text(10),
          required: false,
          provenBy: [],
        },
      ],
    },
  ],
  titleFields: ['nik'],
};
