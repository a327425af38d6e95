import { startName } from '#shared/records/employee.ts';
import { dateOf, proposing, shown, type Rule } from '#shared/records/rules/rule.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import { addMonths } from '#shared/kernel/local-date.ts';
import { codeLabel, sertipikatOf } from '#shared/reference/reference-tables.ts';

/** Levels that give a title: D-III and above (domain.md 7.3). */
const titledLevels: readonly string[] = ['30', '35', '40', '42', '45', '47', '49', '50'];

/** Years of service that a Satyalancana Karya Satya asks for (domain.md 2.5). */
const karyaSatyaYears: Readonly<Record<string, number>> = { '201': 10, '202': 20, '203': 30 };

/** IKD COM_5: no title although the level gives one, and no note why (domain.md 7.3). */
export const titleGiven: Rule = {
  id: 'COM_5',
  level: 'peringatan',
  recordTypes: ['pendidikan'],
  kinds: proposing,
  check: (context) => {
    const { values } = context;
    const explained =
      values['gelarDepan'] ?? values['gelarBelakang'] ?? values['keterangan'] ?? undefined;
    if (explained !== undefined || !titledLevels.includes(values['tkPendidikanId'] ?? '')) {
      return [];
    }
    const sentence = `Gelar kosong untuk tingkat ${shown(context, 'tkPendidikanId')} tanpa keterangan.`;
    return [{ fields: ['gelarDepan', 'gelarBelakang', 'keterangan'], sentence }];
  },
};

/** The kind of certificate follows from the jenis diklat (domain.md 2.4). */
export const certificateKind: Rule = {
  id: 'JENIS_SERTIFIKAT',
  level: 'peringatan',
  recordTypes: ['kursus'],
  kinds: proposing,
  check: (context) => {
    const given = context.values['jenisKursusSertipikat'];
    const expected = sertipikatOf(context.values['jenisDiklatId'] ?? '');
    if (given === undefined || expected === undefined || given === expected) return [];
    const right = codeLabel('jenisKursusSertipikat', expected) ?? expected;
    const sentence = `Jenis sertifikat ${shown(context, 'jenisKursusSertipikat')} tidak cocok dengan jenis diklat ${shown(context, 'jenisDiklatId')} (${right}).`;
    return [{ fields: ['jenisKursusSertipikat', 'jenisDiklatId'], sentence }];
  },
};

/** Satyalancana Karya Satya X, XX and XXX are for that many years of service (their names, domain.md 2.5). */
export const karyaSatyaService: Rule = {
  id: 'KARYA_SATYA_MASA_KERJA',
  level: 'peringatan',
  recordTypes: ['penghargaan'],
  kinds: proposing,
  check: ({ usul, values }) => {
    const years = karyaSatyaYears[values['hargaId'] ?? ''];
    const date = dateOf(values, 'skDate');
    const { tmtCpns } = usul.employee;
    if (!years || !date || !tmtCpns || date >= addMonths(tmtCpns, years * 12)) return [];
    const sentence = `Karya Satya ${years} tahun bertanggal ${longDate(date)}, padahal ${startName(usul.employee)} ${longDate(tmtCpns)}.`;
    return [{ fields: ['hargaId', 'skDate'], sentence }];
  },
};

/** Every rule about education, courses and awards. */
export const learningRules: readonly Rule[] = [titleGiven, certificateKind, karyaSatyaService];
