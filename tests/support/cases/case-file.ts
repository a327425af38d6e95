import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';

/** What the screen may say of a value; `berbeda`: surely read, and surely another one. */
const caseStatusSchema = z.enum(['ditemukan', 'mirip', 'berbeda', 'tidak_ditemukan']);
/** What the screen may say of a value. */
export type CaseStatus = z.infer<typeof caseStatusSchema>;

const caseSchema = z.object({
  case: z.string(),
  file: z.string(),
  recordType: recordTypeIdSchema,
  person: z.object({ nama: z.string(), nip: z.string() }),
  values: z.array(
    z.object({ field: z.string(), value: z.string(), right: z.array(caseStatusSchema) }),
  ),
  /** Flaws that no page may be said to have; `tidak_terbaca` is the level of a page, not a flaw. */
  flawsAbsent: z.array(z.string()).exactOptional(),
  /** Whether the program leaves the page out. */
  pageLeftOut: z.boolean().exactOptional(),
  /** What has to be said of the document, in words for people. */
  warnings: z.array(z.string()).exactOptional(),
});
/** A small input on which the reader was wrong, and what is right. */
export type EvidenceCase = z.infer<typeof caseSchema>;

/** A case with its document. */
export interface CaseDocument {
  readonly of: EvidenceCase;
  readonly bytes: Uint8Array;
}

/** The cases of a folder in which a `cases.json` lists them. */
export async function readCases(folder: string): Promise<readonly CaseDocument[]> {
  const list: unknown = JSON.parse(await readFile(path.join(folder, 'cases.json'), 'utf8'));
  return Promise.all(
    z
      .array(caseSchema)
      .parse(list)
      .map(async (of) => ({ of, bytes: await readFile(path.join(folder, of.file)) })),
  );
}
