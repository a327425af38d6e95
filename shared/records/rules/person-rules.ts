import type { LocalDate } from '#shared/kernel/local-date.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { hasKnownProvince, parseNik } from '#shared/records/identity/nik.ts';
import type { Sex } from '#shared/records/identity/identity-problem.ts';
import { sexLabels } from '#shared/records/rules/employee-rules.ts';
import { isEmailAddress } from '#shared/records/rules/format-rules.ts';
import { dateOf, proposing, type Rule, type RuleContext } from '#shared/records/rules/rule.ts';

/** IKD COM_6: private e-mail empty or malformed. */
export const privateEmail: Rule = {
  id: 'COM_6',
  level: 'peringatan',
  recordTypes: ['personal'],
  kinds: proposing,
  check: ({ values }) => {
    const email = values['email'];
    if (email === undefined) return [{ fields: ['email'], sentence: 'Surel pribadi kosong.' }];
    return isEmailAddress(email)
      ? []
      : [{ fields: ['email'], sentence: `Surel pribadi "${email}" salah bentuk.` }];
  },
};

/** IKD COM_7: mobile number empty. */
export const mobileNumber: Rule = {
  id: 'COM_7',
  level: 'peringatan',
  recordTypes: ['personal'],
  kinds: proposing,
  check: ({ values }) =>
    values['noHp'] === undefined ? [{ fields: ['noHp'], sentence: 'Nomor HP kosong.' }] : [],
};

/** The number of a KTP is the NIK. */
export const ktpIsNik: Rule = {
  id: 'KTP_BEDA_NIK',
  level: 'peringatan',
  recordTypes: ['personal'],
  kinds: proposing,
  check: ({ values }) => {
    const [nik, ktp] = [values['nik'], values['nomorIdDocument']];
    if (values['jenisIdDokumenId'] !== '1' || nik === undefined || ktp === undefined) return [];
    return nik === ktp
      ? []
      : [
          {
            fields: ['nomorIdDocument', 'nik'],
            sentence: `Nomor KTP ${ktp} berbeda dengan NIK ${nik}.`,
          },
        ];
  },
};

/** Birth date or sex differs from the NIK; corrected birth dates exist, so only a warning (domain.md 3.3). */
export const nikFitsPerson: Rule = {
  id: 'NIK_BEDA_DATA',
  level: 'peringatan',
  recordTypes: ['personal', 'keluarga'],
  kinds: proposing,
  check: (context) => {
    const person = personOf(context);
    const nik = parseNik(context.values[person.field] ?? '');
    if (!nik.ok) return [];
    const { birthDate, sex, field } = person;
    const problems: string[] = [];
    if (birthDate && !nik.value.birthDates.some((date) => date === birthDate)) {
      const inNik = nik.value.digits.slice(6, 12);
      problems.push(`Tanggal lahir ${longDate(birthDate)} berbeda dengan NIK (${inNik}).`);
    }
    if (sex && nik.value.sex !== sex) {
      const inNik = sexLabels[nik.value.sex];
      problems.push(`Jenis kelamin ${sexLabels[sex]} berbeda dengan NIK (${inNik}).`);
    }
    return problems.map((sentence) => ({ fields: [field], sentence }));
  },
};

/** The province code of a NIK is not in use (domain.md 3.3); 99 of invented people passes unless strict (6.4). */
export const nikProvince: Rule = {
  id: 'NIK_PROVINSI',
  level: 'info',
  recordTypes: ['personal', 'keluarga'],
  kinds: proposing,
  check: (context) => {
    const { field } = personOf(context);
    const nik = parseNik(context.values[field] ?? '');
    if (!nik.ok || hasKnownProvince(nik.value, context.strictProvince)) return [];
    return [
      { fields: [field], sentence: `Kode provinsi NIK ${nik.value.province} tidak dikenal.` },
    ];
  },
};

/** A child is born after its parent, a parent before the child (domain.md 7.3). */
export const generationsOrdered: Rule = {
  id: 'LAHIR_ORANG_TUA_ANAK',
  level: 'galat',
  recordTypes: ['keluarga'],
  kinds: proposing,
  check: ({ usul, values }) => {
    const birth = dateOf(values, 'tglLahir');
    const own = usul.employee.tanggalLahir;
    if (!birth) return [];
    if (values['hubungan'] === 'anak' && birth <= own) {
      const sentence = `Tanggal lahir anak ${longDate(birth)} tidak sesudah tanggal lahir pegawai ${longDate(own)}.`;
      return [{ fields: ['tglLahir'], sentence }];
    }
    if (values['hubungan'] === 'orang_tua' && birth >= own) {
      const sentence = `Tanggal lahir orang tua ${longDate(birth)} tidak sebelum tanggal lahir pegawai ${longDate(own)}.`;
      return [{ fields: ['tglLahir'], sentence }];
    }
    return [];
  },
};

/** A child of one's own was born before the marriage on record (domain.md 7.3, worth knowing only). */
export const bornInMarriage: Rule = {
  id: 'LAHIR_SEBELUM_NIKAH',
  level: 'info',
  recordTypes: ['keluarga'],
  kinds: proposing,
  check: ({ usul, values }) => {
    const birth = dateOf(values, 'tglLahir');
    if (values['hubungan'] !== 'anak' || values['jenisAnakId'] !== '1' || !birth) return [];
    const first = usul.existingRecords
      .filter((record) => record.values['hubungan'] === 'pasangan')
      .flatMap((record) => dateOf(record.values, 'tgglMenikah') ?? [])
      .toSorted()
      .at(0);
    if (!first || first <= birth) return [];
    const sentence = `Anak kandung lahir ${longDate(birth)}, sebelum tanggal menikah ${longDate(first)}.`;
    return [{ fields: ['tglLahir'], sentence }];
  },
};

/** A spouse of the same sex as the employee: one of the two is wrong (UU 1/1974 article 1). */
export const spouseSex: Rule = {
  id: 'JENIS_KELAMIN_PASANGAN',
  level: 'peringatan',
  recordTypes: ['keluarga'],
  kinds: proposing,
  check: ({ usul, values }) => {
    const sex = values['jenisKelamin'];
    if (values['hubungan'] !== 'pasangan' || sex !== usul.employee.jenisKelamin) return [];
    const name = sexLabels[usul.employee.jenisKelamin];
    return [{ fields: ['jenisKelamin'], sentence: `Pasangan dan pegawai sama-sama ${name}.` }];
  },
};

/** Every rule about the person and the family. */
export const personRules: readonly Rule[] = [
  privateEmail,
  mobileNumber,
  ktpIsNik,
  nikFitsPerson,
  nikProvince,
  generationsOrdered,
  bornInMarriage,
  spouseSex,
];

/** Whose NIK the usul proposes: the employee's own, or the relative's. */
function personOf({ usul, values }: RuleContext): {
  readonly field: string;
  readonly birthDate: LocalDate | undefined;
  readonly sex: Sex | undefined;
} {
  if (usul.recordType === 'personal') {
    const { tanggalLahir, jenisKelamin } = usul.employee;
    return { field: 'nik', birthDate: tanggalLahir, sex: jenisKelamin };
  }
  const sex = values['jenisKelamin'];
  return {
    field: 'nomorIdentitas',
    birthDate: dateOf(values, 'tglLahir'),
    sex: sex === 'M' || sex === 'F' ? sex : undefined,
  };
}
