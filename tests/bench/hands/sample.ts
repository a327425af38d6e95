import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import type { Usul } from '#shared/records/usul.ts';
import { withdrawAll } from '#tests/e2e/support/withdraw-usul.ts';
import type { Desk } from '#tests/e2e/support/start-desk.ts';
import { templateDesk } from '#tests/e2e/support/template-desk.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';

const truthsSchema = z.array(
  z.object({
    usulId: z.string(),
    fault: z.string(),
    fields: z.array(z.string()),
    documentId: z.string(),
  }),
);

/** What a person who judges rightly finds in an usul. */
export type Finding =
  | { readonly kind: 'bersih' }
  /** One field differs from what this document says. */
  | { readonly kind: 'satu_isian'; readonly field: string; readonly documentId: string }
  /** The document itself will not do: code of the reason. */
  | { readonly kind: 'dokumen'; readonly reason: string; readonly documentId: string };

/** An usul to judge and what is to be found in it. */
export interface SampledUsul {
  readonly usul: Usul;
  readonly finding: Finding;
}

/** Which reason fits a fault of the whole document. */
const reasonOf: Readonly<Record<string, string>> = {
  dokumen_orang_lain: 'ORANG_LAIN',
  dokumen_dipakai_ulang: 'ORANG_LAIN',
  halaman_hilang: 'HAL_KURANG',
  pindaian_kabur: 'DOK_KABUR',
  pindaian_kosong: 'DOK_KABUR',
  data_ganda: 'DUPLIKAT',
  riwayat_melompat: 'BUKAN_AKHIR',
  hapus_tanpa_dasar: 'HAPUS_TAK_BERDASAR',
};

/** Faults of one field: the document is right, what was typed is not. */
const oneField: ReadonlySet<string> = new Set([
  'angka_berubah',
  'tahun_mustahil',
  'isian_bertentangan',
]);

/**
 * Chooses `count` usul of an office, the most urgent first, so that every record type is among them and about one in
 * four has a fault, most of them one wrong field. All other usul of the office are withdrawn, so that the queue is the sample.
 */
export async function sampleUsul(
  desk: Desk,
  username: string,
  count: number,
): Promise<readonly SampledUsul[]> {
  const all = await openUsul(desk, username);
  const faulty = [
    ...all.filter(({ finding }) => finding.kind === 'satu_isian').slice(0, Math.ceil(count / 5)),
    ...all.filter(({ finding }) => finding.kind === 'dokumen').slice(0, Math.ceil(count / 15)),
  ];
  const clean = all.filter(({ finding }) => finding.kind === 'bersih');
  const types = new Set(faulty.map(({ usul }) => usul.recordType));
  const ofNewType = recordTypeIdSchema.options.flatMap((type) =>
    types.has(type) ? [] : clean.filter(({ usul }) => usul.recordType === type).slice(0, 1),
  );
  const chosen = new Set(
    [...faulty, ...ofNewType, ...clean.filter((one) => !ofNewType.includes(one))].slice(0, count),
  );
  await withdrawAll(
    desk,
    all.filter((one) => !chosen.has(one)).map(({ usul }) => usul),
  );
  return all.filter((one) => chosen.has(one));
}

async function openUsul(desk: Desk, username: string): Promise<readonly SampledUsul[]> {
  const truths = truthsSchema.parse(JSON.parse(await readFile(templateDesk().truth, 'utf8')));
  const usuls = await waitingUsul(desk, username);
  return usuls.map((usul) => {
    const truth = truths.find(({ usulId }) => usulId === usul.id);
    return { usul, finding: truth ? findingOf(truth) : { kind: 'bersih' } };
  });
}

function findingOf(truth: z.infer<typeof truthsSchema>[number]): Finding {
  const { documentId } = truth;
  const [field] = truth.fields;
  return oneField.has(truth.fault) && field !== undefined
    ? { kind: 'satu_isian', field, documentId }
    : { kind: 'dokumen', reason: reasonOf[truth.fault] ?? 'DATA_BEDA', documentId };
}
