import { describe, expect, it } from 'vitest';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypeIds, type EmployeeKind } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { codeLabel, listCodes } from '#shared/reference/reference-tables.ts';

describe.each(recordTypeIds)('%s', (id) => {
  const recordType = recordTypes[id];
  const fields = fieldsOf(recordType);
  const names = fields.map((field) => field.name);
  const documentIds = recordType.documents.map((document) => document.id);

  it('stands under its own id, with a label', () => {
    expect(recordType.id).toBe(id);
    expect(recordType.label).not.toBe('');
  });

  it('has unique field names and document ids', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(documentIds).size).toBe(documentIds.length);
  });

  it('labels every group, field and document, and no two fields alike that can stand together', () => {
    for (const { label } of [...recordType.groups, ...fields, ...recordType.documents]) {
      expect(label.trim()).toBe(label);
      expect(label).not.toBe('');
    }
    const unconditional = fields.filter((field) => !field.appliesWhen).map((field) => field.label);
    expect(new Set(unconditional).size).toBe(unconditional.length);
  });

  it('proves fields with its own documents only', () => {
    const foreign = fields.flatMap((field) =>
      field.provenBy.filter((proof) => !documentIds.includes(proof)),
    );
    expect(foreign).toEqual([]);
  });

  it('proves every required field, except in data personal', () => {
    if (id === 'personal') return;
    const bare = fields.filter((field) => field.required && field.provenBy.length === 0);
    expect(bare).toEqual([]);
  });

  it('lets conditions refer to codes of another code field', () => {
    const conditions = [...fields, ...recordType.documents].flatMap(
      (spec) => spec.appliesWhen ?? [],
    );
    for (const condition of conditions) {
      const format = fields.find((field) => field.name === condition.field)?.format;
      if (format?.kind !== 'code') throw new Error(`${condition.field} is no code field`);
      expect(condition.values.length).toBeGreaterThan(0);
      const unknown = condition.values.filter((value) => !codeLabel(format.table, value));
      expect(unknown).toEqual([]);
    }
  });

  it('uses tables that have codes', () => {
    const empty = fields.filter(
      ({ format }) => format.kind === 'code' && listCodes(format.table).length === 0,
    );
    expect(empty).toEqual([]);
  });

  it('has title fields of its own and a label shorter than a line', () => {
    expect(recordType.titleFields.length).toBeGreaterThan(0);
    expect(recordType.titleFields.filter((name) => !names.includes(name))).toEqual([]);
    expect(recordType.label.length).toBeLessThan(40);
  });
});

describe('all record types', () => {
  it('have the authority of domain.md 0.2', () => {
    const bkn = recordTypeIds.filter((id) => recordTypes[id].authority === 'bkn');
    expect(bkn).toEqual(['pendidikan', 'golongan', 'pmk', 'pindah_instansi', 'cltn']);
  });

  it.each<[EmployeeKind, readonly string[]]>([
    ['pns', recordTypeIds],
    [
      'pppk',
      [
        'personal',
        'jabatan',
        'pendidikan',
        'diklat',
        'kursus',
        'penghargaan',
        'keluarga',
        'organisasi',
      ],
    ],
    ['ppt_non_asn', ['personal', 'diklat', 'kursus', 'penghargaan', 'keluarga', 'organisasi']],
  ])('may be proposed for %s as in domain.md 0.1', (kind, expected) => {
    const allowed = recordTypeIds.filter((id) => recordTypes[id].employeeKinds.includes(kind));
    expect(allowed).toEqual(expected);
  });

  it('ask for at least one document, except data personal', () => {
    const without = recordTypeIds.filter(
      (id) => !recordTypes[id].documents.some((document) => document.required),
    );
    expect(without).toEqual(['personal']);
  });

  it('use each BKN id once', () => {
    const ids = recordTypeIds.flatMap((id) => recordTypes[id].siasnIds);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
