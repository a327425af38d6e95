import { addMonths, daysBetween } from '#shared/kernel/local-date.ts';
import { longDate } from '#shared/kernel/date-text.ts';
import {
  employeeNumberOf,
  tmtDiffers,
  tmtMatchesNip,
} from '#shared/records/rules/employee-rules.ts';
import {
  dateOf,
  named,
  numberOf,
  proposing,
  shown,
  type Rule,
} from '#shared/records/rules/rule.ts';

/** TMT of a golongan is the first of a month (domain.md 7.3). */
export const golonganFirstOfMonth: Rule = {
  id: 'TMT_BUKAN_TANGGAL_1',
  level: 'peringatan',
  recordTypes: ['golongan'],
  kinds: proposing,
  check: (context) => {
    const tmt = dateOf(context.values, 'tmtGolongan');
    return !tmt || tmt.endsWith('-01')
      ? []
      : [
          {
            fields: ['tmtGolongan'],
            sentence: `${named(context, 'tmtGolongan')} bukan tanggal 1.`,
          },
        ];
  },
};

/** Months of service run to 11; twelve are a year (domain.md 7.2). */
export const serviceMonths: Rule = {
  id: 'MASA_KERJA_BULAN',
  level: 'galat',
  recordTypes: ['golongan', 'pmk'],
  kinds: proposing,
  check: (context) =>
    ['masaKerjaGolonganBulan', 'masaKerjaBulan'].flatMap((name) => {
      const months = numberOf(context.values, name);
      return months === undefined || months <= 11
        ? []
        : [{ fields: [name], sentence: `Bulan masa kerja ${months} melebihi 11.` }];
    }),
};

/** Shape of a BKN pertek number (domain.md 3.4): two samples only, so never more than a warning. */
export const pertekShape: Rule = {
  id: 'POLA_PERTEK',
  level: 'peringatan',
  recordTypes: ['golongan'],
  kinds: proposing,
  check: ({ values }) => {
    const number = values['noPertekBkn'];
    if (number === undefined || /^[A-Z]{2}-\d{11}$/.test(number)) return [];
    const sentence = `Nomor pertek "${number}" tidak berbentuk dua huruf, tanda hubung, dan 11 angka.`;
    return [{ fields: ['noPertekBkn'], sentence }];
  },
};

/** IKD ACC_3: a structural post with less than two years of service. */
export const structuralService: Rule = {
  id: 'ACC_3',
  level: 'peringatan',
  recordTypes: ['jabatan'],
  kinds: proposing,
  check: (context) => {
    const { tmtCpns, kind } = context.usul.employee;
    const tmt = dateOf(context.values, 'tmtJabatan');
    if (kind !== 'pns' || context.values['jenisJabatan'] !== '1' || !tmt || !tmtCpns) return [];
    if (tmt < tmtCpns || tmt >= addMonths(tmtCpns, 24)) return [];
    const sentence = `Jabatan struktural pada ${longDate(tmt)}, kurang dari 2 tahun sejak TMT CPNS ${longDate(tmtCpns)}.`;
    return [{ fields: ['tmtJabatan'], sentence }];
  },
};

/** IKD ACC_9: a jabatan pelaksana that is called like a jabatan fungsional (its jenjang gives it away). */
export const generalTitle: Rule = {
  id: 'ACC_9',
  level: 'peringatan',
  recordTypes: ['jabatan'],
  kinds: proposing,
  check: ({ values }) => {
    const title = values['jabatanFungsionalUmumNama'] ?? '';
    return /\b(ahli (pertama|muda|madya|utama)|terampil|mahir|penyelia|pemula)\b/i.test(title)
      ? [
          {
            fields: ['jabatanFungsionalUmumNama', 'jenisJabatan'],
            sentence: `Jabatan pelaksana "${title}" bernama jabatan fungsional.`,
          },
        ]
      : [];
  },
};

/** TMT CPNS as proposed contradicts digits 9 to 14 of the NIP (domain.md 7.3, IKD CON_1). */
export const proposedTmtCpns: Rule = {
  id: 'TMT_CPNS_NIP',
  level: 'galat',
  recordTypes: ['cpns_pns'],
  kinds: proposing,
  check: (context) => {
    const number = employeeNumberOf(context.usul.employee);
    const tmt = dateOf(context.values, 'tmtCpns');
    if (context.usul.employee.kind !== 'pns') return [];
    if (number?.kind !== 'pns' || !tmt || tmtMatchesNip(tmt, number)) return [];
    return [{ fields: ['tmtCpns'], sentence: tmtDiffers(tmt, number) }];
  },
};

/** CPNS for more than two years need BKN's approval, C2TH (domain.md 1.11, 7.3). */
export const lateAppointment: Rule = {
  id: 'PERTEK_C2TH',
  level: 'peringatan',
  recordTypes: ['cpns_pns'],
  kinds: proposing,
  check: ({ usul, values }) => {
    const [cpns, pns] = [dateOf(values, 'tmtCpns'), dateOf(values, 'tmt_pns')];
    const approved = values['pertek_cpns_pns_l2th_nomor'] !== undefined;
    if (usul.employee.kind !== 'pns' || !cpns || !pns || approved || pns <= addMonths(cpns, 24))
      return [];
    const sentence = `Diangkat PNS ${longDate(pns)}, lebih dari 2 tahun sejak TMT CPNS ${longDate(cpns)}, tanpa nomor pertek.`;
    return [{ fields: ['pertek_cpns_pns_l2th_nomor', 'tmtCpns', 'tmt_pns'], sentence }];
  },
};

/** IKD TIM_3: still CPNS after more than a year. */
export const longCpns: Rule = {
  id: 'TIM_3',
  level: 'peringatan',
  recordTypes: ['cpns_pns'],
  kinds: proposing,
  check: ({ usul, values, today }) => {
    const cpns = dateOf(values, 'tmtCpns');
    if (usul.employee.kind !== 'pns') return [];
    if (values['status_cpns_pns'] !== 'C' || !cpns || today <= addMonths(cpns, 12)) return [];
    const sentence = `Masih berstatus CPNS lebih dari 1 tahun sejak ${longDate(cpns)}.`;
    return [{ fields: ['status_cpns_pns', 'tmtCpns'], sentence }];
  },
};

/** IKD TIM_6: leave (or its extension) whose end has passed; a return must follow. */
export const leaveOver: Rule = {
  id: 'TIM_6',
  level: 'info',
  recordTypes: ['cltn'],
  kinds: proposing,
  check: (context) => {
    const end = dateOf(context.values, 'tanggalAkhir');
    const isLeave = ['1', '5'].includes(context.values['cltnId'] ?? '');
    return !isLeave || !end || end >= context.today
      ? []
      : [
          {
            fields: ['tanggalAkhir'],
            sentence: `CLTN berakhir ${longDate(end)}; periksa pengaktifan kembali.`,
          },
        ];
  },
};

/**
 * Credited service is not longer than the period; service for a private company counts half (domain.md 1.8, 7.3). Both
 * ends of the period count, and a started month is granted.
 */
export const creditedService: Rule = {
  id: 'PMK_MELEBIHI_MASA',
  level: 'peringatan',
  recordTypes: ['pmk'],
  kinds: proposing,
  check: (context) => {
    const { values } = context;
    const [from, to] = [dateOf(values, 'tanggalAwal'), dateOf(values, 'tanggalSelesai')];
    const years = numberOf(values, 'tasaKerjaTahun');
    if (!from || !to || to < from || years === undefined) return [];
    const credited = years * 12 + (numberOf(values, 'masaKerjaBulan') ?? 0);
    const period = Math.ceil((daysBetween(from, to) + 1) / (365.25 / 12));
    const isPrivate = values['jenisPmk'] === 'swasta';
    const allowed = isPrivate ? Math.ceil(period / 2) : period;
    if (credited <= allowed) return [];
    const limit = isPrivate ? 'setengah masa bekerja pada perusahaan swasta' : 'masa bekerja';
    const sentence = `Masa kerja yang diperhitungkan, ${credited} bulan, melebihi ${limit}, ${allowed} bulan.`;
    return [{ fields: ['tasaKerjaTahun', 'masaKerjaBulan'], sentence }];
  },
};

/** A move between instansi that names the same one twice. */
export const instansiDiffer: Rule = {
  id: 'INSTANSI_SAMA',
  level: 'peringatan',
  recordTypes: ['pindah_instansi'],
  kinds: proposing,
  check: (context) => {
    const [old, next] = ['instansiKerjaLamaNama', 'instansiKerjaBaruNama'];
    const name = shown(context, old);
    if (name === '' || name.toLowerCase() !== shown(context, next).toLowerCase()) return [];
    return [{ fields: [old, next], sentence: `Instansi lama dan baru sama: ${name}.` }];
  },
};

/** Every rule about appointment, rank, post, leave and service. */
export const careerRules: readonly Rule[] = [
  golonganFirstOfMonth,
  serviceMonths,
  pertekShape,
  structuralService,
  generalTitle,
  proposedTmtCpns,
  lateAppointment,
  longCpns,
  leaveOver,
  creditedService,
  instansiDiffer,
];
