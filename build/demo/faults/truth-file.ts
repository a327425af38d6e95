import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RecordValues } from '#shared/records/usul.ts';
import type { DrawnDocuments } from '#build/demo/load/draw-documents.ts';
import type { DemoPlan, FaultKind } from '#build/demo/plan/demo-plan.ts';

/** Where the truth lies under the data folder: for those who measure verifikators, never read by the product. */
export const truthPath = ['truth', 'usul-truth.json'] as const;

/** One planted fault, as measured against later. */
export interface Truth {
  readonly usulId: string;
  readonly fault: FaultKind;
  readonly fields: readonly string[];
  readonly documentId: string;
  readonly sha256: string;
  /** What the document says of the fields, where it says anything. */
  readonly documentSays: RecordValues;
}

/** The faults of a plan with the files that carry them. */
export function truthsOf(plan: DemoPlan, drawn: DrawnDocuments): Truth[] {
  return plan.usuls.flatMap((usul): Truth[] => {
    const { fault } = usul;
    if (!fault) return [];
    return [
      {
        usulId: usul.id,
        fault: fault.kind,
        fields: fault.fields,
        documentId: usul.documents[fault.documentIndex]!.documentId,
        sha256: drawn.get(usul.id)![fault.documentIndex]!.sha256,
        documentSays: fault.documentSays,
      },
    ];
  });
}

/** Writes the truth under the data folder; answers the path. */
export async function writeTruth(dataDir: string, truths: readonly Truth[]): Promise<string> {
  const file = path.join(dataDir, ...truthPath);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(truths, null, 1)}\n`);
  return file;
}
