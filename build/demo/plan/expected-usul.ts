import { instansi } from '#build/demo/offices/offices.ts';
import { toEmployee } from '#build/demo/people/people.ts';
import type { Person } from '#build/demo/people/person.ts';
import type { DemoPlan, PlannedRecord, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import type { EmployeeFacts } from '#shared/records/employee.ts';
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
    existingRecords: recordsOf(plan, planned.person)
      .filter(({ recordType }) => recordType === planned.recordType)
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

/** The usul as a client gets it, with what the server holds about the employee beside it. */
export function deliveredUsul(plan: DemoPlan, planned: PlannedUsul): Usul {
  return { ...expectedUsul(plan, planned), employeeFacts: employeeFactsOf(plan, planned) };
}

function employeeFactsOf(plan: DemoPlan, { person, values }: PlannedUsul): EmployeeFacts {
  const records = recordsOf(plan, person);
  const onRecord = (type: PlannedRecord['recordType'], ...names: readonly string[]): string[] => {
    const own = records.filter(({ recordType }) => recordType === type);
    const all = own.flatMap(
      (record) => names.map((name) => record.values[name]).find(Boolean) ?? [],
    );
    return [...new Set(all)].toSorted();
  };
  const posts = [person.post.name, values['namaJabatan']];
  return {
    unorActive: person.unor.active,
    skpYears: onRecord('skp', 'tahun', 'tahunSelesaiPenilaian'),
    educationLevels: onRecord('pendidikan', 'tkPendidikanId'),
    postKinds: onRecord('jabatan', 'jenisJabatan'),
    postHolders: headsOf(plan)
      .filter((other) => other !== person && other.opd === person.opd)
      .filter((other) => posts.includes(other.post.name))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, 5)
      .map(({ name, post, unor }) => ({
        nama: name,
        jabatan: post.name,
        unorId: unor.id,
        unorNama: unor.name,
      })),
  };
}

type RecordsByPerson = ReadonlyMap<string, readonly PlannedRecord[]>;

const grouped = new WeakMap<DemoPlan['records'], RecordsByPerson>();

function recordsOf(
  { records }: Pick<DemoPlan, 'records'>,
  { id }: Person,
): readonly PlannedRecord[] {
  const known = grouped.get(records) ?? groupByPerson(records);
  grouped.set(records, known);
  return known.get(id) ?? [];
}

function groupByPerson(records: DemoPlan['records']): RecordsByPerson {
  const groups = new Map<string, PlannedRecord[]>();
  for (const record of records) {
    const group = groups.get(record.personId);
    if (group) group.push(record);
    else groups.set(record.personId, [record]);
  }
  return groups;
}

function headsOf({ people }: DemoPlan): readonly Person[] {
  return people.filter(({ post }) => post.kindId === '1');
}
