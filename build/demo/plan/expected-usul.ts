import { instansi } from '#build/demo/offices/offices.ts';
import { toEmployee } from '#build/demo/people/people.ts';
import type { DemoPlan, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import type { Usul } from '#shared/records/usul.ts';

/** The usul as a client gets it right after submission; hashes and sizes stand for files not drawn yet. */
export function expectedUsul(plan: Pick<DemoPlan, 'records'>, planned: PlannedUsul): Usul {
  return {
    id: planned.id,
    revision: 1,
    version: 1,
    recordType: planned.recordType,
    kind: planned.kind,
    position: { kind: 'menunggu', stage: 'verifikasi' },
    instansiId: instansi.id,
    opdId: planned.opd.id,
    unorId: planned.person.unor.id,
    unorNama: planned.person.unor.name,
    employee: toEmployee(planned.person),
    values: planned.values,
    oldValues: planned.oldValues,
    existingRecords: plan.records
      .filter(
        (record) =>
          record.personId === planned.person.id && record.recordType === planned.recordType,
      )
      .map(({ id, values }) => ({ id, values })),
    documents: planned.documents.map(({ documentId, fileName }, index) => ({
      documentId,
      fileName,
      sha256: String(index).padStart(64, '0'),
      size: 1,
    })),
    history: [],
    asnNote: planned.asnNote,
    submittedAt: planned.submittedAt,
    deadline: planned.deadline,
  };
}
