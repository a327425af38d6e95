import { addMonths } from '#shared/kernel/local-date.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import type { EmployeeFacts } from '#shared/records/employee.ts';
import { retirementOf } from '#shared/records/rules/retirement.ts';
import {
  anyKind,
  numberOf,
  type Rule,
  type RuleContext,
  type RuleProblem,
} from '#shared/records/rules/rule.ts';
import { codeLabel } from '#shared/reference/reference-tables.ts';

/** IKD TIM_1: the employee is assigned to a unor that is not in use any more. */
export const unorInUse: Rule = standingRule('TIM_1', ({ usul }) =>
  usul.employeeFacts?.unorActive === false
    ? `Unit organisasi ${usul.employee.unorNama} tidak aktif lagi.`
    : null,
);

/** IKD TIM_2: recruited for a jabatan fungsional, and not appointed to one more than two years after TMT CPNS. */
export const functionalAppointed: Rule = standingRule('TIM_2', (context) => {
  const { employee, employeeFacts } = context.usul;
  const { tmtCpns, formasiJenisJabatanId, jenisJabatanId } = employee;
  if (employee.kind !== 'pns' || !tmtCpns || formasiJenisJabatanId !== '2') return null;
  const kinds = [jenisJabatanId, ...proposedOf(context, 'jabatan', 'jenisJabatan')];
  const held = [...kinds, ...(employeeFacts?.postKinds ?? [])];
  const known = jenisJabatanId !== undefined || employeeFacts !== undefined;
  // Jabatan rangkap (3) is a jabatan fungsional, too (domain.md 2.2).
  if (!known || held.some((kind) => kind === '2' || kind === '3')) return null;
  if (context.today <= addMonths(tmtCpns, 24)) return null;
  return `Formasi jabatan fungsional, tetapi lebih dari 2 tahun sejak TMT CPNS ${longDate(tmtCpns)} belum diangkat.`;
});

/** IKD TIM_4: a structural post is held by more than one employee; an acting one (PLT, PLH) holds it beside its holder. */
export const postHeldOnce: Rule = standingRule('TIM_4', (context) => {
  const post = structuralPostOf(context);
  const others = (context.usul.employeeFacts?.postHolders ?? []).filter(
    (other) => post && isSame(other.jabatan, post.name) && isIn(post, other),
  );
  if (!post || others.length === 0) return null;
  const names = others.map(({ nama }) => nama).join(', ');
  const sentence = `Jabatan ${post.name} pada ${post.unor} juga tercatat dipegang ${names}.`;
  return { fields: post.fields, sentence };
});

/** IKD TIM_5: past the age of retirement (`retirementOf`), and still on record as active. */
export const retiredInTime: Rule = standingRule('TIM_5', ({ usul, today }) => {
  const { employee } = usul;
  const retirement = retirementOf(employee);
  const active = ['01', undefined].includes(employee.kedudukanHukumId);
  if (!retirement || !active || today < retirement.from) return null;
  const { age, from } = retirement;
  return `Mencapai batas usia jabatan ${age} tahun sehingga berhenti mulai ${longDate(from)}, tetapi masih tercatat aktif.`;
});

/** Codes of jenis pegawai of those who work in their own instansi (domain.md 2.8); all others are DPK or DPB. */
const atHome: readonly string[] = ['1', '10', '15'];

/** IKD ACC_2: lent out (DPK, DPB) and at work in the own instansi, or the other way round. */
export const lentElsewhere: Rule = standingRule('ACC_2', ({ usul }) => {
  const { jenisPegawaiId, instansiIndukId, instansiKerjaId } = usul.employee;
  const label = codeLabel('jenisPegawai', jenisPegawaiId ?? '');
  if (jenisPegawaiId === undefined || label === undefined) return null;
  if (instansiIndukId === undefined || instansiKerjaId === undefined) return null;
  const isAtHome = atHome.includes(jenisPegawaiId);
  if (isAtHome === (instansiIndukId === instansiKerjaId)) return null;
  return isAtHome
    ? `Jenis pegawai "${label}", tetapi instansi kerja berbeda dengan instansi induk.`
    : `Jenis pegawai "${label}", tetapi instansi kerja sama dengan instansi induk.`;
});

/**
 * Kedudukan hukum that only a PNS or CPNS can have (domain.md 2.7): CLTN and its extension, uang tunggu and masa persiapan
 * pensiun (PP 11/2017), and those that name PNS or CPNS. What codes BKN has for PPPK alone is not known: neither the public
 * reference table nor domain.md 2.7 names one.
 */
const ofPnsAlone: readonly string[] = ['02', '05', '13', '14', '15', '20', '51', '68', '90', '92'];

/** IKD ACC_4: a PPPK with a kedudukan hukum that a PPPK cannot have. */
export const pppkStanding: Rule = standingRule('ACC_4', ({ usul }) => {
  const { kind, kedudukanHukumId } = usul.employee;
  if (kind !== 'pppk' || !ofPnsAlone.includes(kedudukanHukumId ?? '')) return null;
  const label = codeLabel('kedudukanHukum', kedudukanHukumId ?? '') ?? '';
  return `Kedudukan hukum "${label}" tidak berlaku untuk PPPK.`;
});

/** IKD COM_1: no SKP of the last two years. Of the year of appointment, and before it, none is due. */
export const recentSkp: Rule = standingRule('COM_1', (context) => {
  const { employee, employeeFacts, kind } = context.usul;
  const year = +context.today.slice(0, 4);
  if (employee.kind !== 'pns' || !employeeFacts || !employee.tmtCpns) return null;
  if (+employee.tmtCpns.slice(0, 4) >= year - 1) return null;
  const proposed = ['tahun', 'tahunSelesaiPenilaian'].flatMap((name) =>
    proposedOf(context, 'skp', name),
  );
  const gone = kind === 'hapus' ? deletedYears(context.usul) : [];
  const years = [...employeeFacts.skpYears.filter((one) => !gone.includes(one)), ...proposed];
  if (years.some((one) => (numberOf({ one }, 'one') ?? 0) >= year - 2)) return null;
  return `Tidak ada SKP dua tahun terakhir (${year - 2} dan ${year - 1}).`;
});

/** IKD COM_3: no education, in data utama and on record. */
export const someEducation: Rule = standingRule('COM_3', (context) => {
  const { employee, employeeFacts } = context.usul;
  if (!employeeFacts || employee.kind === 'ppt_non_asn') return null;
  const levels = [
    employee.tkPendidikanTerakhirId ?? '',
    ...employeeFacts.educationLevels,
    ...proposedOf(context, 'pendidikan', 'tkPendidikanId'),
  ];
  return levels.some((level) => level !== '')
    ? null
    : 'Pendidikan kosong, di data utama dan di riwayat.';
});

/** Every rule about the employee's standing, which an usul does not propose (IKD, domain.md 7.1). */
export const standingRules: readonly Rule[] = [
  unorInUse,
  functionalAppointed,
  postHeldOnce,
  retiredInTime,
  lentElsewhere,
  pppkStanding,
  recentSkp,
  someEducation,
];

type PostHolder = EmployeeFacts['postHolders'][number];

/** A structural post, with the fields that propose it; none for the employee's own. */
interface StructuralPost {
  readonly name: string;
  readonly unor: string;
  /** Null where only the name of the unor is known: that is all that an usul proposes. */
  readonly unorId: string | null;
  readonly fields: readonly string[];
}

/** The structural post that is proposed, else the employee's own; undefined where there is none to be held once. */
function structuralPostOf({ usul, values }: RuleContext): StructuralPost | undefined {
  const { employee, recordType, kind } = usul;
  if (recordType === 'jabatan' && kind !== 'hapus') {
    const acting = ['PLT', 'PLH'].includes(values['jenisPenugasanId'] ?? '');
    const { namaJabatan: name, unorNama: unor } = values;
    const structural = ['1', '3'].includes(values['jenisJabatan'] ?? '') && !acting;
    if (!structural || name === undefined || unor === undefined) return undefined;
    return { name, unor, unorId: null, fields: ['namaJabatan', 'unorNama'] };
  }
  return employee.jenisJabatanId === '1'
    ? { name: employee.jabatan, unor: employee.unorNama, unorId: employee.unorId, fields: [] }
    : undefined;
}

/** The value that an usul of that record type proposes; none of any other usul. */
function proposedOf(
  { usul, values }: RuleContext,
  recordType: RuleContext['usul']['recordType'],
  name: string,
): readonly string[] {
  const value = values[name];
  const proposes = usul.recordType === recordType && usul.kind !== 'hapus';
  return proposes && value !== undefined ? [value] : [];
}

/** The year of the SKP that a deletion takes away, where no other SKP of that year stays. */
function deletedYears(usul: RuleContext['usul']): readonly string[] {
  if (usul.recordType !== 'skp') return [];
  const year = yearOf(usul.values);
  const same = usul.existingRecords.filter((record) => yearOf(record.values) === year);
  return same.length > 1 ? [] : [year];
}

function yearOf(record: RecordValues): string {
  return record['tahun'] ?? record['tahunSelesaiPenilaian'] ?? '';
}

/** Whether somebody's post is in the unor of this one; names of unor repeat from office to office. */
function isIn(post: StructuralPost, holder: PostHolder): boolean {
  return post.unorId === null ? isSame(holder.unorNama, post.unor) : holder.unorId === post.unorId;
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function standingRule(
  id: string,
  judge: (context: RuleContext) => RuleProblem | string | null,
): Rule {
  // As all that the agency itself keeps, no fault of the usul: never galat.
  const check = (context: RuleContext): readonly RuleProblem[] => {
    const found = judge(context);
    if (found === null) return [];
    return [typeof found === 'string' ? { fields: [], sentence: found } : found];
  };
  return { id, level: 'peringatan', recordTypes: 'all', kinds: anyKind, check };
}
