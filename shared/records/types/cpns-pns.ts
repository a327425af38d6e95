import type { FieldCondition, RecordType } from '#shared/records/record-type.ts';
import { code, date, documentNumber, text } from '#shared/records/types/field-formats.ts';

const skCpns = ['889'];
const skPns = ['887'];
const sttpl = ['mv-sttpl', '887'];
const health = ['mv-surat-dokter', '887'];
const c2th = ['mv-pertek-c2th', '887'];

const pnsOnly: FieldCondition = { field: 'status_cpns_pns', values: ['P'] };

/** CPNS/PNS (domain.md 1.11): first the SK CPNS, then what led to the SK PNS. */
export const cpnsPns: RecordType = {
  id: 'cpns_pns',
  label: 'CPNS/PNS',
  siasnIds: ['4'],
  authority: 'opd',
  employeeKinds: ['pns'],
  documents: [
    { id: '889', label: 'SK CPNS', required: true },
    { id: '888', label: 'SPMT', required: true },
    { id: '887', label: 'SK PNS', required: true, appliesWhen: pnsOnly },
    { id: '2', label: 'Nota penetapan NIP', required: false },
    { id: 'mv-sttpl', label: 'STTPL latsar/prajabatan', required: false, appliesWhen: pnsOnly },
    {
      id: 'mv-surat-dokter',
      label: 'Surat keterangan dokter',
      required: false,
      appliesWhen: pnsOnly,
    },
    {
      id: 'mv-pertek-c2th',
      label: 'Pertek CPNS lebih dari 2 tahun',
      required: false,
      appliesWhen: pnsOnly,
    },
    { id: 'mv-karpeg', label: 'Kartu pegawai', required: false },
  ],
  groups: [
    {
      label: 'CPNS',
      fields: [
        {
          name: 'status_cpns_pns',
          label: 'Status',
          format: code('statusCpnsPns'),
          required: true,
          provenBy: ['887', '889'],
        },
        {
          name: 'nomor_sk_cpns',
          label: 'Nomor SK CPNS',
          format: documentNumber,
          required: true,
          provenBy: skCpns,
        },
        {
          name: 'tgl_sk_cpns',
          label: 'Tanggal SK CPNS',
          format: date,
          required: true,
          provenBy: skCpns,
        },
        { name: 'tmtCpns', label: 'TMT CPNS', format: date, required: true, provenBy: skCpns },
        {
          name: 'nama_jabatan_angkat_cpns',
          label: 'Pejabat yang mengangkat',
          format: text(200),
          required: false,
          provenBy: skCpns,
        },
        {
          name: 'nomor_spmt',
          label: 'Nomor SPMT',
          format: documentNumber,
          required: true,
          provenBy: ['888'],
        },
        // Only in BKN's GET (`tglSpmt`), not in its save; the SPMT prints it.
        {
          name: 'tglSpmt',
          label: 'Tanggal SPMT',
          format: date,
          required: false,
          provenBy: ['888'],
        },
      ],
    },
    {
      label: 'Syarat pengangkatan PNS',
      fields: [
        {
          name: 'nomor_sttpl',
          label: 'Nomor STTPL',
          format: documentNumber,
          required: false,
          provenBy: sttpl,
          appliesWhen: pnsOnly,
        },
        {
          name: 'tgl_sttpl',
          label: 'Tanggal STTPL',
          format: date,
          required: false,
          provenBy: sttpl,
          appliesWhen: pnsOnly,
        },
        {
          name: 'nomor_dokter_pns',
          label: 'Nomor surat dokter',
          format: documentNumber,
          required: false,
          provenBy: health,
          appliesWhen: pnsOnly,
        },
        {
          name: 'tanggal_dokter_pns',
          label: 'Tanggal surat dokter',
          format: date,
          required: false,
          provenBy: health,
          appliesWhen: pnsOnly,
        },
        {
          name: 'pertek_cpns_pns_l2th_nomor',
          label: 'Nomor pertek CPNS > 2 tahun',
          format: documentNumber,
          required: false,
          provenBy: c2th,
          appliesWhen: pnsOnly,
        },
        {
          name: 'pertek_cpns_pns_l2th_tanggal',
          label: 'Tanggal pertek CPNS > 2 tahun',
          format: date,
          required: false,
          provenBy: c2th,
          appliesWhen: pnsOnly,
        },
      ],
    },
    {
      label: 'PNS',
      fields: [
        {
          name: 'nomor_sk_pns',
          label: 'Nomor SK PNS',
          format: documentNumber,
          required: true,
          provenBy: skPns,
          appliesWhen: pnsOnly,
        },
        {
          name: 'tgl_sk_pns',
          label: 'Tanggal SK PNS',
          format: date,
          required: true,
          provenBy: skPns,
          appliesWhen: pnsOnly,
        },
        {
          name: 'tmt_pns',
          label: 'TMT PNS',
          format: date,
          required: true,
          provenBy: skPns,
          appliesWhen: pnsOnly,
        },
        {
          name: 'kartu_pegawai',
          label: 'Nomor kartu pegawai',
          format: documentNumber,
          required: false,
          provenBy: ['mv-karpeg'],
        },
      ],
    },
  ],
  titleFields: ['status_cpns_pns', 'tmtCpns', 'tmt_pns'],
};
