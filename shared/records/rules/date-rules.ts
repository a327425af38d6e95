import { startName } from '#shared/records/employee.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { addMonths } from '#shared/kernel/local-date.ts';
import { recordTypeIdSchema, type RecordTypeId } from '#shared/records/record-type.ts';
import {
  dateOf,
  innerNamed,
  labelOf,
  named,
  proposing,
  type Rule,
  type RuleContext,
  type RuleProblem,
} from '#shared/records/rules/rule.ts';

type FieldPairs = Partial<Readonly<Record<RecordTypeId, readonly (readonly [string, string])[]>>>;

/** Days from which something takes effect or until which it lasts: the only ones that may lie ahead. */
const effectiveFields: Partial<Readonly<Record<RecordTypeId, readonly string[]>>> = {
  jabatan: ['tmtJabatan', 'tmtPelantikan', 'tmtMutasi'],
  golongan: ['tmtGolongan'],
  pindah_instansi: ['tmtPi'],
  cltn: ['tanggalAwal', 'tanggalAkhir', 'tanggalAktif'],
  cpns_pns: ['tmtCpns', 'tmt_pns'],
  organisasi: ['tanggalMulai', 'tanggalSelesai'],
};

/** A document or event is dated after today (domain.md 7.3: tanggal SK not in the future). */
export const notInFuture: Rule = {
  id: 'TANGGAL_MENDATANG',
  level: 'galat',
  recordTypes: 'all',
  kinds: proposing,
  check: (context) =>
    dateFields(context).flatMap((name) => {
      const date = dateOf(context.values, name);
      if (!date || date <= context.today || isEffective(context, name)) return [];
      const sentence = `${named(context, name)} lebih akhir daripada hari ini, ${longDate(context.today)}.`;
      return [{ fields: [name], sentence }];
    }),
};

/** A TMT lies more than a year ahead: probably a wrong digit. */
export const tmtNotFarAhead: Rule = {
  id: 'TMT_TERLALU_JAUH',
  level: 'peringatan',
  recordTypes: ['jabatan', 'golongan', 'pindah_instansi', 'cpns_pns'],
  kinds: proposing,
  check: (context) =>
    (effectiveFields[context.usul.recordType] ?? []).flatMap((name) => {
      const date = dateOf(context.values, name);
      if (!date || date <= addMonths(context.today, 12)) return [];
      return [
        { fields: [name], sentence: `${named(context, name)} lebih dari satu tahun ke depan.` },
      ];
    }),
};

/** A year lies after this one. */
export const yearNotInFuture: Rule = {
  id: 'TAHUN_MENDATANG',
  level: 'galat',
  recordTypes: 'all',
  kinds: proposing,
  check: (context) =>
    [...context.fields.values()].flatMap(({ name, label, format }) => {
      const value = context.values[name] ?? '';
      if (format.kind !== 'year' || !/^\d{4}$/.test(value)) return [];
      if (value <= context.today.slice(0, 4)) return [];
      return [{ fields: [name], sentence: `${label} ${value} belum tiba.` }];
    }),
};

/** A date lies before the employee's birth; relatives have dates of their own. */
export const notBeforeBirth: Rule = {
  id: 'SEBELUM_LAHIR',
  level: 'galat',
  recordTypes: [
    'personal',
    'jabatan',
    'pendidikan',
    'diklat',
    'kursus',
    'penghargaan',
    'golongan',
    'pmk',
    'pindah_instansi',
    'cltn',
    'cpns_pns',
    'organisasi',
  ],
  kinds: proposing,
  check: (context) => {
    const birth = context.usul.employee.tanggalLahir;
    return dateFields(context).flatMap((name) => {
      const date = dateOf(context.values, name);
      if (!date || date > birth) return [];
      const sentence = `${named(context, name)} tidak sesudah tanggal lahir pegawai, ${longDate(birth)}.`;
      return [{ fields: [name], sentence }];
    });
  },
};

/** A golongan or jabatan takes effect before the employee was appointed. */
export const notBeforeCpns: Rule = {
  id: 'TMT_SEBELUM_CPNS',
  level: 'peringatan',
  recordTypes: ['golongan', 'jabatan', 'pindah_instansi', 'cltn'],
  kinds: proposing,
  check: (context) => {
    const { employee } = context.usul;
    const { tmtCpns } = employee;
    return ['tmtGolongan', 'tmtJabatan', 'tmtPi', 'tanggalAwal'].flatMap((name) => {
      const date = dateOf(context.values, name);
      if (!tmtCpns || !date || date >= tmtCpns) return [];
      const sentence = `${named(context, name)} lebih awal daripada ${startName(employee)} ${longDate(tmtCpns)}.`;
      return [{ fields: [name], sentence }];
    });
  },
};

/** An end lies before its beginning (domain.md 7.3: diklat, kursus, PMK, CLTN, keluarga, organisasi). */
export const endNotBeforeStart: Rule = orderRule('URUTAN_TANGGAL', 'galat', {
  diklat: [['tanggal', 'tanggalSelesai']],
  kursus: [['tanggalKursus', 'tanggalSelesaiKursus']],
  pmk: [['tanggalAwal', 'tanggalSelesai']],
  cltn: [['tanggalAwal', 'tanggalAkhir']],
  organisasi: [['tanggalMulai', 'tanggalSelesai']],
  keluarga: [
    ['tglLahir', 'tgglMenikah'],
    ['tgglMenikah', 'tgglCerai'],
    ['tglLahir', 'tglMeninggal'],
    ['tgglMenikah', 'tglMeninggal'],
  ],
});

/** The pertek must not be later than the SK that rests on it (domain.md 7.2). */
export const pertekBeforeSk: Rule = orderRule('PERTEK_SETELAH_SK', 'galat', {
  golongan: [['tglPertekBkn', 'skTanggal']],
  pmk: [['tanggalBkn', 'tanggalSk']],
  cltn: [['tanggalLetterBkn', 'skTanggal']],
  pindah_instansi: [['skBknTanggal', 'skTujuanTanggal']],
  cpns_pns: [['pertek_cpns_pns_l2th_tanggal', 'tgl_sk_pns']],
});

/** The SK of a PNS rests on his or her certificate and health letter. */
export const conditionsBeforeSkPns: Rule = orderRule('SYARAT_SETELAH_SK_PNS', 'peringatan', {
  cpns_pns: [
    ['tgl_sttpl', 'tgl_sk_pns'],
    ['tanggal_dokter_pns', 'tgl_sk_pns'],
    ['tgl_sk_cpns', 'tgl_sk_pns'],
  ],
});

/** SPMT and inauguration follow the SK (domain.md 7.2: tgl SPMT ≥ tgl SK). */
export const dutyAfterSk: Rule = orderRule('SPMT_SEBELUM_SK', 'peringatan', {
  cpns_pns: [['tgl_sk_cpns', 'tglSpmt']],
  jabatan: [['tanggalSk', 'tmtPelantikan']],
});

/** Return from leave before its end (domain.md 7.3, a warning: one may return early). */
export const activeAfterLeave: Rule = orderRule('AKTIF_SEBELUM_AKHIR', 'peringatan', {
  cltn: [['tanggalAkhir', 'tanggalAktif']],
});

/** The SK is later than its TMT: usual the other way round, but retroactive TMT exists (domain.md 7.3). */
export const skBeforeTmt: Rule = orderRule('TMT_BERLAKU_SURUT', 'peringatan', {
  golongan: [['skTanggal', 'tmtGolongan']],
  jabatan: [['tanggalSk', 'tmtJabatan']],
  cpns_pns: [
    ['tgl_sk_cpns', 'tmtCpns'],
    ['tgl_sk_pns', 'tmt_pns'],
  ],
  cltn: [['skTanggal', 'tanggalAwal']],
});

/** IKD ACC_1: TMT CPNS later than TMT PNS. */
export const cpnsBeforePns: Rule = orderRule('ACC_1', 'galat', {
  cpns_pns: [['tmtCpns', 'tmt_pns']],
});

/** The year is that of its date (domain.md 7.3: pendidikan, diklat, kursus). */
export const yearMatchesDate: Rule = yearRule('TAHUN_BERBEDA', 'galat', {
  pendidikan: [['tahunLulus', 'tglLulus']],
  diklat: [['tahun', 'tanggalSelesai']],
  kursus: [['tahunKursus', 'tanggalSelesaiKursus']],
});

/** An award is usually of the year of its SK. */
export const awardYearMatches: Rule = yearRule('TAHUN_PENGHARGAAN', 'peringatan', {
  penghargaan: [['tahun', 'skDate']],
});

/** Every rule about dates and years. */
export const dateRules: readonly Rule[] = [
  notInFuture,
  tmtNotFarAhead,
  yearNotInFuture,
  notBeforeBirth,
  notBeforeCpns,
  endNotBeforeStart,
  pertekBeforeSk,
  conditionsBeforeSkPns,
  dutyAfterSk,
  activeAfterLeave,
  skBeforeTmt,
  cpnsBeforePns,
  yearMatchesDate,
  awardYearMatches,
];

function dateFields(context: RuleContext): string[] {
  return [...context.fields.values()]
    .filter((field) => field.format.kind === 'date')
    .map((field) => field.name);
}

function isEffective(context: RuleContext, name: string): boolean {
  return effectiveFields[context.usul.recordType]?.includes(name) ?? false;
}

function orderRule(id: string, level: Rule['level'], pairs: FieldPairs): Rule {
  return pairRule(id, level, pairs, (context, earlier, later) => {
    const [first, second] = [dateOf(context.values, earlier), dateOf(context.values, later)];
    return first && second && first > second
      ? `${named(context, earlier)} lebih akhir daripada ${innerNamed(context, later)}.`
      : undefined;
  });
}

function yearRule(id: string, level: Rule['level'], pairs: FieldPairs): Rule {
  return pairRule(id, level, pairs, (context, year, date) => {
    const [value, day] = [context.values[year], dateOf(context.values, date)];
    return value !== undefined && day && value !== day.slice(0, 4)
      ? `${labelOf(context, year)} ${value} berbeda dengan ${innerNamed(context, date)}.`
      : undefined;
  });
}

function pairRule(
  id: string,
  level: Rule['level'],
  pairs: FieldPairs,
  judge: (context: RuleContext, a: string, b: string) => string | undefined,
): Rule {
  const check = (context: RuleContext): readonly RuleProblem[] =>
    (pairs[context.usul.recordType] ?? []).flatMap(([a, b]) => {
      const sentence = judge(context, a, b);
      return sentence === undefined ? [] : [{ fields: [a, b], sentence }];
    });
  return { id, level, recordTypes: keysOf(pairs), kinds: proposing, check };
}

function keysOf(pairs: FieldPairs): readonly RecordTypeId[] {
  return Object.keys(pairs).map((key) => recordTypeIdSchema.parse(key));
}
