import type { FieldCondition, RecordType } from '#shared/records/record-type.ts';
import {
  code,
  date,
  documentNumber,
  integer,
  personName,
  text,
  yesNo,
} from '#shared/records/types/field-formats.ts';

const kk = ['mv-kartu-keluarga'];
const birth = ['mv-akta-lahir-anak', 'mv-kartu-keluarga'];
const wedding = ['mv-buku-nikah', 'mv-kartu-keluarga'];
const divorce = ['mv-akta-cerai'];
const death = ['mv-akta-kematian'];

const spouse: FieldCondition = { field: 'hubungan', values: ['pasangan'] };
const child: FieldCondition = { field: 'hubungan', values: ['anak'] };
const spouseOrChild: FieldCondition = { field: 'hubungan', values: ['pasangan', 'anak'] };
const everMarried: FieldCondition = { field: 'statusPernikahan', values: ['1', '2', '3'] };
const married: FieldCondition = { field: 'statusPernikahan', values: ['1'] };
const divorced: FieldCondition = { field: 'statusPernikahan', values: ['2'] };
const deceased: FieldCondition = { field: 'statusHidup', values: ['0'] };

/**
 * Riwayat keluarga (domain.md 1.7): pasangan, anak and orang tua in one record type, told apart by `hubungan` (our
 * code). BKN keeps names as `orang.nama` for a spouse and `nama` for a child; here both are `nama`.
 */
export const keluarga: RecordType = {
  id: 'keluarga',
  label: 'Riwayat keluarga',
  siasnIds: ['11', '12', '10'],
  authority: 'opd',
  employeeKinds: ['pns', 'pppk', 'ppt_non_asn'],
  documents: [
    { id: 'mv-kartu-keluarga', label: 'Kartu keluarga', required: true },
    { id: 'mv-akta-lahir-anak', label: 'Akta lahir anak', required: true, appliesWhen: child },
    { id: 'mv-buku-nikah', label: 'Buku nikah', required: true, appliesWhen: married },
    { id: 'mv-akta-cerai', label: 'Akta cerai', required: true, appliesWhen: divorced },
    { id: 'mv-akta-kematian', label: 'Akta kematian', required: true, appliesWhen: deceased },
  ],
  groups: [
    {
      label: 'Identitas',
      fields: [
        {
          name: 'hubungan',
          label: 'Hubungan keluarga',
          format: code('hubunganKeluarga'),
          required: true,
          provenBy: kk,
          identity: true,
        },
        { name: 'nama', label: 'Nama', format: personName, required: true, provenBy: birth },
        {
          name: 'gelarDepan',
          label: 'Gelar depan',
          format: text(50),
          required: false,
          provenBy: kk,
          appliesWhen: spouse,
        },
        {
          name: 'gelarBlk',
          label: 'Gelar belakang',
          format: text(50),
          required: false,
          provenBy: kk,
          appliesWhen: spouse,
        },
        {
          name: 'nomorIdentitas',
          label: 'NIK',
          format: { kind: 'nik' },
          required: true,
          provenBy: kk,
          appliesWhen: spouse,
        },
        {
          name: 'jenisKelamin',
          label: 'Jenis kelamin',
          format: code('jenisKelamin'),
          required: true,
          provenBy: birth,
        },
        {
          name: 'tempatLahir',
          label: 'Tempat lahir',
          format: text(100),
          required: false,
          provenBy: birth,
        },
        { name: 'tglLahir', label: 'Tanggal lahir', format: date, required: true, provenBy: birth },
        {
          name: 'agamaId',
          label: 'Agama',
          format: code('agama'),
          required: true,
          provenBy: kk,
          appliesWhen: spouseOrChild,
        },
        {
          name: 'isPns',
          label: 'Pegawai negeri sipil',
          format: yesNo,
          required: false,
          provenBy: kk,
          appliesWhen: spouseOrChild,
        },
      ],
    },
    {
      label: 'Perkawinan',
      fields: [
        {
          name: 'pasanganKe',
          label: 'Suami/istri ke-',
          format: integer(1, 9),
          required: true,
          provenBy: wedding,
          appliesWhen: spouse,
        },
        {
          name: 'statusPernikahan',
          label: 'Status perkawinan',
          format: code('jenisKawin'),
          required: true,
          provenBy: wedding,
          appliesWhen: spouse,
        },
        {
          name: 'aktaMenikah',
          label: 'Nomor akta/buku nikah',
          format: documentNumber,
          required: true,
          provenBy: wedding,
          appliesWhen: everMarried,
        },
        {
          name: 'tgglMenikah',
          label: 'Tanggal menikah',
          format: date,
          required: true,
          provenBy: wedding,
          appliesWhen: everMarried,
        },
        {
          name: 'aktaCerai',
          label: 'Nomor akta cerai',
          format: documentNumber,
          required: true,
          provenBy: divorce,
          appliesWhen: divorced,
        },
        {
          name: 'tgglCerai',
          label: 'Tanggal cerai',
          format: date,
          required: true,
          provenBy: divorce,
          appliesWhen: divorced,
        },
      ],
    },
    {
      label: 'Anak',
      fields: [
        {
          name: 'jenisAnakId',
          label: 'Status anak',
          format: code('jenisAnak'),
          required: true,
          provenBy: birth,
          appliesWhen: child,
        },
        {
          name: 'ayahNama',
          label: 'Nama ayah',
          format: personName,
          required: false,
          provenBy: birth,
          appliesWhen: child,
        },
        {
          name: 'ibuNama',
          label: 'Nama ibu',
          format: personName,
          required: false,
          provenBy: birth,
          appliesWhen: child,
        },
      ],
    },
    {
      label: 'Status hidup',
      fields: [
        {
          name: 'statusHidup',
          label: 'Status hidup',
          format: code('statusHidup'),
          required: true,
          provenBy: ['mv-akta-kematian', 'mv-kartu-keluarga'],
        },
        {
          name: 'aktaMeninggal',
          label: 'Nomor akta kematian',
          format: documentNumber,
          required: true,
          provenBy: death,
          appliesWhen: deceased,
        },
        {
          name: 'tglMeninggal',
          label: 'Tanggal meninggal',
          format: date,
          required: true,
          provenBy: death,
          appliesWhen: deceased,
        },
      ],
    },
  ],
  titleFields: ['hubungan', 'nama'],
};
