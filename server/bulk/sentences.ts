import { recordTypes } from '#shared/records/record-types.ts';
import type { BulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';
import { faultShareFound } from '#shared/workflow/bulk/sample.ts';

/** What is said about approval in bulk at the command line. */
export const bulkSentences = {
  instansi: 'INSTANSI',
  showSummary: 'Menampilkan kebijakan persetujuan massal satu instansi',
  setSummary: 'Menyimpan kebijakan persetujuan massal; yang tidak disebut tetap',
  percent: { argument: 'N', summary: 'Bagian yang diambil sebagai sampel, dalam persen (1-100)' },
  least: { argument: 'N', summary: 'Jumlah sampel paling sedikit (29 atau 59)' },
  excluded: {
    argument: 'JENIS',
    summary: 'Jenis data yang disetujui satu per satu, dipisah koma; "-": tidak ada',
  },
  policy: ({ percent, least, excludedTypes }: BulkPolicy) =>
    `Sampel ${percent} %, paling sedikit ${least} usul: menemukan kesalahan ` +
    `${faultShareFound(least)} % dengan keyakinan 95 %. Disetujui satu per satu: ` +
    `${excludedTypes.map((id) => recordTypes[id].label).join(', ') || 'tidak ada jenis'}.`,
  unknown: (instansi: string) => `Instansi ${instansi} tidak ada.`,
  wrong: (option: string) => `Nilai --${option} tidak dapat dipakai. Tidak ada yang diubah.`,
} as const;
