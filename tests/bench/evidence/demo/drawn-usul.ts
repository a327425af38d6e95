import { createHash } from 'node:crypto';
import { renderPages } from '#build/demo/documents/render-document.ts';
import type { DemoPlan, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { deliveredUsul } from '#build/demo/plan/expected-usul.ts';
import type { Usul } from '#shared/records/usul.ts';

/** An usul as a client has it, with the bytes of its documents by SHA-256. */
export interface DrawnUsul {
  readonly usul: Usul;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Draws the documents of a planned usul. */
export async function drawUsul(plan: DemoPlan, planned: PlannedUsul): Promise<DrawnUsul> {
  const usul = deliveredUsul(plan, planned);
  const files = new Map<string, Uint8Array>();
  const documents: Usul['documents'] = [];
  for (const [index, document] of usul.documents.entries()) {
    const { bytes } = await renderPages(planned.documents[index]!.recipe);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files.set(sha256, bytes);
    documents.push({ ...document, sha256, size: bytes.length });
  }
  return { usul: { ...usul, documents }, files };
}
