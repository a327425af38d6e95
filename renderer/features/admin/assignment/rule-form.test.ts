import { describe, expect, test } from 'vitest';
import {
  choiceOf,
  divisionOf,
  ruleChoices,
  ruleOf,
  ruleText,
  rulesAt,
} from '#renderer/features/admin/assignment/rule-form.ts';
import { assignmentRuleSchema } from '#shared/workflow/assignment/assignment-rule.ts';
import { day } from '#tests/support/samples/sample-row.ts';

const one = '00000000-0000-4000-8000-000000000001';
const division = [
  { unor: 'u1', people: [one] },
  { unor: '*', people: [one] },
];

describe('a rule that is chosen', () => {
  test.each(ruleChoices)(
    '%s is a rule of the contract, and shown again as it was chosen',
    (choice) => {
      const rule = ruleOf(choice, division)!;
      expect(assignmentRuleSchema.parse(rule)).toEqual(rule);
      expect(choiceOf(rule)).toBe(choice);
      expect(divisionOf(rule)).toEqual(choice === 'per_unor' ? division : []);
      expect(ruleText(rule)).not.toBe('');
    },
  );

  test('by unor needs a unor, people for each, and each once', () => {
    for (const wrong of [
      [],
      [{ unor: '', people: [one] }],
      [{ unor: 'u1', people: [] }],
      [division[0]!, division[0]!],
    ]) {
      expect(ruleOf('per_unor', wrong)).toBeNull();
    }
  });
});

const kept = (version: number, validFrom: string, stage = 'verifikasi' as const) => ({
  stage,
  version,
  validFrom: day(validFrom),
  rule: { kind: 'bergilir' } as const,
});

test('the newest version that is valid counts, and one that comes later is told', () => {
  const today = day('2026-11-22');
  const rules = [
    kept(4, '2026-12-01'),
    kept(3, '2026-11-01'),
    kept(2, '2026-12-05'),
    kept(1, '2020-01-01'),
  ];
  expect(rulesAt(rules, 'verifikasi', today)).toMatchObject({
    now: { version: 3 },
    next: { version: 4 },
  });
  expect(rulesAt(rules, 'persetujuan', today)).toMatchObject({
    now: null,
    next: null,
    rule: { kind: 'kolam', ambil: false },
  });
});
