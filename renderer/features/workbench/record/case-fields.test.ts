import { describe, expect, it } from 'vitest';
import { generalFindings, groupFields } from '#renderer/features/workbench/record/case-fields.ts';
import type { Finding } from '#shared/records/rules/finding.ts';

const usul = {
  recordType: 'golongan',
  kind: 'ubah',
  values: { skNomor: '12/K/2024', skTanggal: '2024-04-01' },
  oldValues: { skNomor: '11/K/2024', skTanggal: '' },
  asnNote: '',
} as const;

function finding(...fields: string[]): Finding {
  return { ruleId: 'uji', level: 'galat', fields, sentence: `Temuan ${fields.join()}` };
}

describe('fields on the workbench', () => {
  it('shows the fields to judge in the groups of the paper, values as people read them', () => {
    const [group] = groupFields(usul, []);
    expect(group?.fields.map(({ spec, old, proposed }) => [spec.name, old, proposed])).toEqual([
      ['skNomor', '11/K/2024', '12/K/2024'],
      ['skTanggal', '', '1 April 2024'],
    ]);
  });

  it('puts a finding beside its first field and keeps the others for the head of the list', () => {
    const findings = [finding('skTanggal', 'skNomor'), finding('golonganId'), finding()];
    const groups = groupFields(usul, findings);
    expect(groups[0]?.fields.map((field) => field.findings.length)).toEqual([0, 1]);
    expect(generalFindings(groups, findings)).toEqual(findings.slice(1));
  });
});
