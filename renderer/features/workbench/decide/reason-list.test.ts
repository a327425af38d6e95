import { expect, it } from 'vitest';
import { reasonsFor } from '#renderer/features/workbench/decide/reason-list.tsx';
import { reasonKeys } from '#renderer/features/workbench/keys.ts';
import { usulKinds, type UsulKind } from '#shared/records/usul.ts';
import { outcomes } from '#shared/workflow/decision.ts';

it('has a key for every reason that is offered', () => {
  for (const outcome of outcomes)
    for (const kind of usulKinds)
      expect(reasonsFor(outcome, kind).length).toBeLessThanOrEqual(reasonKeys.length);
});

function codes(kind: UsulKind): readonly string[] {
  return reasonsFor('tolak', kind).map(({ code }) => code);
}

it('offers reasons about a deletion for deletions only, and those about a new record for others', () => {
  expect(codes('hapus')).toContain('HAPUS_TAK_BERDASAR');
  expect(codes('hapus')).not.toContain('DUPLIKAT');
  expect(codes('tambah')).not.toContain('HAPUS_TAK_BERDASAR');
  expect(codes('ubah')).toContain('DUPLIKAT');
});
