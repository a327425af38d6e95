import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, fieldsToJudge } from '#shared/records/judged-fields.ts';
import { recordTypeIds, type RecordTypeId } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { usulKinds, type RecordValues } from '#shared/records/usul.ts';
import {
  makeSampleUsul,
  samplePppk,
  sampleToday,
  sampleValues,
} from '#tests/support/samples/faultless-usul.ts';
import { makeLocalDate } from '#shared/kernel/local-date.ts';
import { allRules, checkUsul } from '#shared/records/rules/check-usul.ts';
import { usulCases } from '#tests/support/samples/rule-cases/usul-cases.ts';
import { deletionCases, makeDeletion } from '#tests/support/samples/rule-cases/deletion-cases.ts';
import { documentCases } from '#tests/support/samples/rule-cases/document-cases.ts';
import { employeeCases } from '#tests/support/samples/rule-cases/employee-cases.ts';
import { formatCases } from '#tests/support/samples/rule-cases/format-cases.ts';
import { dateCases } from '#tests/support/samples/rule-cases/date-cases.ts';
import { careerCases } from '#tests/support/samples/rule-cases/career-cases.ts';
import { learningCases } from '#tests/support/samples/rule-cases/learning-cases.ts';
import { skpCases } from '#tests/support/samples/rule-cases/skp-cases.ts';
import { postCases, standingCases } from '#tests/support/samples/rule-cases/standing-cases.ts';
import { personCases } from '#tests/support/samples/rule-cases/person-cases.ts';

const lastDay = makeLocalDate(9999, 12, 31)!;

const ruleCases = [
  ...usulCases,
  ...deletionCases,
  ...documentCases,
  ...employeeCases,
  ...formatCases,
  ...dateCases,
  ...careerCases,
  ...learningCases,
  ...skpCases,
  ...personCases,
  ...standingCases,
  ...postCases,
];

describe('the samples', () => {
  it.each(recordTypeIds)('%s is without findings', (recordType) => {
    expect(checkUsul(makeSampleUsul(recordType), sampleToday)).toEqual([]);
  });

  it('a PPPK is without findings', () => {
    const usul = makeSampleUsul('jabatan', { employee: samplePppk });
    expect(checkUsul(usul, sampleToday)).toEqual([]);
  });
});

describe('the rules', () => {
  it('have ids of their own', () => {
    const ids = allRules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('all have a case that finds and a case that stays silent', () => {
    const found = new Set(ruleCases.filter((one) => one.sentence).map((one) => one.rule));
    const silent = new Set(ruleCases.filter((one) => !one.sentence).map((one) => one.rule));
    const ids = allRules.map((rule) => rule.id);
    expect(ids.filter((id) => !found.has(id))).toEqual([]);
    expect(ids.filter((id) => !silent.has(id))).toEqual([]);
  });

  it.each(ruleCases)('$rule: $name', ({ rule, usul, sentence, strictProvince }) => {
    const findings = checkUsul(usul, sampleToday, {
      strictProvince: strictProvince ?? false,
    });
    const own = findings.filter((finding) => finding.ruleId === rule);
    expect(own.map((finding) => finding.sentence)).toEqual(sentence ? [sentence] : []);
  });

  it('name only fields that the record type has, or that are judged', () => {
    for (const { usul } of ruleCases) {
      const judged = fieldsToJudge(usul).map(({ name }) => name);
      const names = new Set([...makeFieldNames(usul.recordType), ...judged]);
      const fields = checkUsul(usul, sampleToday).flatMap((finding) => finding.fields);
      expect(fields.filter((field) => !names.has(field))).toEqual([]);
    }
  });
});

describe('a PPPK', () => {
  it('is never warned in the words of CPNS', () => {
    // A record that is called CPNS/PNS is not for a PPPK at all.
    const cases = ruleCases.filter(({ usul }) => usul.recordType !== 'cpns_pns');
    const words = cases.flatMap(({ usul }) => {
      const employee = { ...usul.employee, kind: 'pppk' as const };
      return [employee.nip, samplePppk.nip, '12'].flatMap((nip) =>
        checkUsul({ ...usul, employee: { ...employee, nip } }, sampleToday).map(
          ({ sentence }) => sentence,
        ),
      );
    });
    expect(words.filter((sentence) => sentence.includes('CPNS'))).toEqual([]);
  });

  it('is named as what he or she is, by number and by first day', () => {
    const employee = { ...samplePppk, nip: '12' };
    const values = { ...sampleValues.jabatan, tmtJabatan: '2022-01-16', tanggalSk: '2022-01-10' };
    const sentences = checkUsul(makeSampleUsul('jabatan', { employee, values }), sampleToday).map(
      ({ sentence }) => sentence,
    );
    expect(sentences).toContain('NI PPPK terdiri atas 18 angka, bukan 2.');
    expect(sentences).toContain(
      'TMT jabatan 16 Januari 2022 lebih awal daripada TMT pengangkatan 1 Maret 2022.',
    );
  });
});

describe('checkUsul', () => {
  it('puts the worst first, then what concerns the whole, then field order', () => {
    const usul = makeSampleUsul('golongan', {
      values: {
        ...sampleValues.golongan,
        tmtGolongan: '2022-04-02',
        noPertekBkn: 'KEP',
        masaKerjaGolonganBulan: '14',
        skTanggal: '2022-02-30',
      },
      documents: [],
    });
    expect(checkUsul(usul, sampleToday).map((finding) => finding.ruleId)).toEqual([
      'DOKUMEN_WAJIB',
      'FORMAT_SALAH',
      'MASA_KERJA_BULAN',
      'FORMAT_JANGGAL',
      'POLA_PERTEK',
      'TMT_BUKAN_TANGGAL_1',
    ]);
  });

  it('does not judge the values of a record that is to be deleted', () => {
    const record = { golonganId: '77', skTanggal: '31-02-2020' };
    const usul = makeDeletion('golongan', 'Tercatat dua kali', [record], record);
    expect(checkUsul(usul, sampleToday)).toEqual([]);
  });

  it.each(recordTypeIds)('reaches past the last day of the calendar for %s', (recordType) => {
    const sample = makeSampleUsul(recordType);
    const employee = { ...sample.employee, tmtCpns: lastDay };
    const values = Object.fromEntries(
      fieldsOf(recordTypes[recordType])
        .filter(({ format }) => format.kind === 'date')
        .map(({ name }) => [name, lastDay]),
    );
    const usul = { ...sample, employee, values: { ...sample.values, ...values } };
    expect(Array.isArray(checkUsul(usul, sampleToday))).toBe(true);
  });

  it('takes any text as a value without throwing, and says the same twice', () => {
    const anyRecordType = fc.constantFrom(...recordTypeIds);
    const anyCase = anyRecordType.chain((recordType) =>
      fc.record({
        recordType: fc.constant(recordType),
        kind: fc.constantFrom(...usulKinds),
        values: anyValues([...makeFieldNames(recordType)]),
        oldValues: fc.option(anyValues([...makeFieldNames(recordType)])),
      }),
    );
    fc.assert(
      fc.property(anyCase, ({ recordType, ...changes }) => {
        const usul = makeSampleUsul(recordType, changes);
        const findings = checkUsul(usul, sampleToday);
        expect(checkUsul(usul, sampleToday)).toEqual(findings);
        expect(findings.filter((finding) => /undefined|NaN/.test(finding.sentence))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('does not mind surrounding spaces', () => {
    const spaced = Object.fromEntries(
      Object.entries(sampleValues.golongan).map(([name, value]) => [name, ` ${value} `]),
    );
    expect(checkUsul(makeSampleUsul('golongan', { values: spaced }), sampleToday)).toEqual([]);
  });
});

function makeFieldNames(recordType: RecordTypeId): ReadonlySet<string> {
  return new Set(fieldsOf(recordTypes[recordType]).map((field) => field.name));
}

/** Values as they might come: empty, dates, numbers and codes in and out of bounds, and nonsense. */
function anyValues(names: readonly string[]): fc.Arbitrary<RecordValues> {
  const value = fc.oneof(
    fc.constantFrom('', '0', '1', '2', '34', 'P', 'pasangan', 'anak', 'skp22', 'dp3', '99999'),
    fc.constantFrom('2022-04-01', '1885-01-01', '9999-12-31', '2022-02-30', '1 April 2020'),
    fc.string({ maxLength: 20 }),
  );
  return fc.dictionary(fc.constantFrom(...names), value);
}
