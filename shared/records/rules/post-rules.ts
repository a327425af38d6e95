import type { LocalDate } from '#shared/kernel/local-date.ts';
import { anyKind, dateOf, type Rule, type RuleContext } from '#shared/records/rules/rule.ts';
import { codeLabel, golonganOf } from '#shared/reference/reference-tables.ts';

/** First day of PP 11/2017, whose articles 54, 74, 75 and 107 ask for an education; older appointments are not judged by it. */
const askedFrom = '2017-04-07';

/**
 * Least education by the first digit of eselon (PP 11/2017): sarjana or D-IV for a jabatan pimpinan tinggi (article 107)
 * and an administrator (54.1), D-III for a pengawas (54.2). Codes of domain.md 2.3 rise with the level.
 */
const leastForEselon: Readonly<Record<string, string>> = {
  '1': '35',
  '2': '35',
  '3': '35',
  '4': '30',
};

/** IKD ACC_6: education below what the eselon asks for. */
export const educationForEselon: Rule = postRule('ACC_6', (context, post) => {
  const least = leastForEselon[post.eselonId?.charAt(0) ?? ''];
  const level = educationOf(context);
  if (least === undefined || level === undefined || level >= least) return null;
  return {
    field: 'eselonId',
    sentence: `Pendidikan ${levelName(level)} di bawah syarat eselon ${eselonName(post.eselonId)} (paling rendah ${levelName(least)}).`,
  };
});

/** Least education by the level in the name of a jabatan fungsional: keahlian, keterampilan (PP 11/2017 articles 74 and 75). */
const leastForFunctional: readonly (readonly [RegExp, string])[] = [
  [/\bahli (pertama|muda|madya|utama)\b/i, '35'],
  [/\b(pemula|terampil|mahir|penyelia)\b/i, '15'],
];

/** IKD ACC_8: education below what the jabatan fungsional asks for. */
export const educationForFunctional: Rule = postRule('ACC_8', (context, post) => {
  const functional = post.functional ?? '';
  const least = leastForFunctional.find(([level]) => level.test(functional))?.[1];
  const level = educationOf(context);
  if (least === undefined || level === undefined || level >= least) return null;
  return {
    field: 'jabatanFungsionalNama',
    sentence: `Pendidikan ${levelName(level)} di bawah syarat jabatan fungsional ${functional} (paling rendah ${levelName(least)}).`,
  };
});

/**
 * Least golongan by eselon of a jabatan pimpinan tinggi: one below the lowest of its range (PP 100/2000 with PP 13/2002,
 * article 5 and annex: I.a IV/d, I.b IV/c, II.a IV/c, II.b IV/b). Codes of domain.md 2.1 rise with the rank.
 */
const leastRank: Readonly<Record<string, string>> = {
  '10': '43',
  '11': '43',
  '12': '42',
  '21': '42',
  '22': '41',
};

/** IKD ACC_10: a jabatan pimpinan tinggi below the least pangkat. */
export const rankForSeniorPost: Rule = postRule('ACC_10', ({ usul, values }, { eselonId }) => {
  const least = leastRank[eselonId ?? ''];
  const proposes = usul.recordType === 'golongan' && usul.kind !== 'hapus';
  const rank = [usul.employee.golonganId ?? '', (proposes ? values['golonganId'] : undefined) ?? '']
    .filter((id) => golonganOf(id) !== undefined)
    .toSorted()
    .at(-1);
  if (least === undefined || rank === undefined || rank >= least) return null;
  return {
    field: 'eselonId',
    sentence: `Golongan ${rankName(rank)} di bawah pangkat paling rendah untuk eselon ${eselonName(eselonId)} (${rankName(least)}).`,
  };
});

/** Every rule about what a post asks of its holder (IKD, domain.md 7.1). */
export const postRules: readonly Rule[] = [
  educationForEselon,
  educationForFunctional,
  rankForSeniorPost,
];

/** A post as far as it asks something of its holder. */
interface Post {
  readonly eselonId: string | undefined;
  readonly functional: string | undefined;
  /** Null where the post is the present one, whenever it began. */
  readonly from: LocalDate | null;
}

/** The post that is proposed, else the employee's present one. */
function postOf({ usul, values }: RuleContext): Post {
  const { recordType, kind, employee } = usul;
  if (recordType === 'jabatan' && kind !== 'hapus') {
    const jenis = values['jenisJabatan'] ?? '';
    return {
      eselonId: ['1', '3'].includes(jenis) ? values['eselonId'] : undefined,
      functional: ['2', '3'].includes(jenis) ? values['jabatanFungsionalNama'] : undefined,
      from: dateOf(values, 'tmtJabatan') ?? null,
    };
  }
  const jenis = employee.jenisJabatanId ?? '';
  return {
    eselonId: ['1', '3'].includes(jenis) ? employee.eselonId : undefined,
    functional: jenis === '2' ? employee.jabatan : undefined,
    from: null,
  };
}

/** Code of the highest education that is known, what the usul proposes included; undefined where none is. */
function educationOf({ usul, values }: RuleContext): string | undefined {
  const { employee, employeeFacts, existingRecords, recordType, kind } = usul;
  const isEducation = recordType === 'pendidikan' && kind !== 'hapus';
  return [
    employee.tkPendidikanTerakhirId,
    ...(employeeFacts?.educationLevels ?? []),
    ...(isEducation ? existingRecords.map((record) => record.values['tkPendidikanId']) : []),
    ...(isEducation ? [values['tkPendidikanId']] : []),
  ]
    .flatMap((level) => (codeLabel('tingkatPendidikan', level ?? '') ? [level ?? ''] : []))
    .toSorted()
    .at(-1);
}

function levelName(level: string): string {
  return codeLabel('tingkatPendidikan', level) ?? level;
}

function eselonName(eselonId: string | undefined): string {
  const [name = ''] = (codeLabel('eselon', eselonId ?? '') ?? '').split(' – ');
  return name;
}

function rankName(golonganId: string): string {
  return golonganOf(golonganId)?.golongan ?? golonganId;
}

function postRule(
  id: string,
  judge: (
    context: RuleContext,
    post: Post,
  ) => { readonly field: string; readonly sentence: string } | null,
): Rule {
  const check: Rule['check'] = (context) => {
    const post = postOf(context);
    const isOld = post.from !== null && post.from < askedFrom;
    const problem = isOld ? null : judge(context, post);
    if (!problem) return [];
    const isProposed = context.values[problem.field] !== undefined;
    return [{ fields: isProposed ? [problem.field] : [], sentence: problem.sentence }];
  };
  return { id, level: 'peringatan', recordTypes: 'all', kinds: anyKind, check };
}
