import { z } from 'zod';
import { referenceSentences } from '#server/reference/sentences.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import {
  mostEntries,
  referenceEntrySchema,
  type ReferenceEntry,
  type ReferenceSetId,
} from '#shared/reference/reference-version.ts';
import { isPlainLine } from '#shared/kernel/typed-text.ts';
import { reasonEntrySchema } from '#shared/workflow/reasons.ts';
import { siasnStandings, siasnStatusSchema } from '#shared/workflow/siasn-status.ts';

/** A file larger than that is none of a set. */
export const mostFileBytes = 1_000_000;

const mustHave: Partial<Record<ReferenceSetId, z.ZodType>> = {
  golonganPns: z.object({ golongan: z.string().min(1), pangkat: z.string().min(1) }),
  jenisDiklat: z.object({ sertipikat: z.enum(['T', 'F', 'P']) }),
  alasan: reasonEntrySchema.extend({ id: z.string().regex(/^[A-Z_]{2,40}$/u) }),
  statusSiasn: siasnStatusSchema,
};

/**
 * The entries of a set as they stand in a file (JSON: a list of objects with `id` and `label`, and what the set says besides), or
 * a sentence for each thing that is wrong with it, ten at most.
 */
export function readEntries(
  set: ReferenceSetId,
  text: string,
): Result<readonly ReferenceEntry[], readonly string[]> {
  const rows = rowsOf(text);
  if (rows === null) return fail([referenceSentences.noList]);
  if (rows.length < 1 || rows.length > mostEntries) {
    return fail([referenceSentences.wrongCount(rows.length, mostEntries)]);
  }
  const entries: ReferenceEntry[] = [];
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const entry = referenceEntrySchema.safeParse(row);
    const special = mustHave[set]?.safeParse(row);
    const fields = [...issuesOf(entry), ...issuesOf(special)];
    if (fields.length > 0)
      faults.push(referenceSentences.wrongFields(at + 1, [...new Set(fields)]));
    else if (entry.data && !isPlainLine(entry.data.label)) {
      faults.push(referenceSentences.illegible(at + 1));
    } else if (entry.data && seen.has(entry.data.id)) {
      faults.push(referenceSentences.twice(at + 1));
    } else if (entry.data) {
      seen.add(entry.data.id);
      entries.push(entry.data);
    }
  }
  if (set === 'statusSiasn' && faults.length === 0) faults.push(...untoldStandings(entries));
  return faults.length > 0 ? fail(faults.slice(0, 10)) : succeed(entries);
}

function rowsOf(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    // What is no JSON is no list: said to whoever gave the file.
    return null;
  }
}

function issuesOf(parsed: z.ZodSafeParseResult<unknown> | undefined): readonly string[] {
  return parsed?.error?.issues.map(({ path }) => path.map(String).join('.') || 'id') ?? [];
}

/** Each standing is told by exactly one code: else an export would have none, or a choice. */
function untoldStandings(entries: readonly ReferenceEntry[]): readonly string[] {
  const told = entries.flatMap((entry) => siasnStatusSchema.parse(entry).tells);
  return siasnStandings
    .filter((standing) => told.filter((one) => one === standing).length !== 1)
    .map((standing) => referenceSentences.notToldOnce(standing));
}
