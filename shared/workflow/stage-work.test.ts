import { describe, expect, test } from 'vitest';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { activeStages } from '#shared/records/usul.ts';
import { deciderOf, stagesOf } from '#shared/workflow/authority/authority.ts';
import { outcomes } from '#shared/workflow/decision.ts';
import { stageOf, stageWork } from '#shared/workflow/stage-work.ts';
import { nextPosition } from '#shared/workflow/workflow.ts';

describe('what may be chosen at a stage', () => {
  test.each(activeStages)('%s: is what the workflow allows there, and nothing else', (stage) => {
    for (const recordType of recordTypeIds.filter((id) => stagesOf(id).includes(stage))) {
      const usul = { recordType, position: { kind: 'menunggu', stage } as const };
      const allowed = outcomes.filter(
        (outcome) => nextPosition(usul, deciderOf(stage), outcome).ok,
      );
      expect(stageWork[stage].outcomes.toSorted()).toEqual(allowed.toSorted());
    }
  });

  test('has four places: a key each', () => {
    for (const stage of activeStages) expect(stageWork[stage].outcomes).toHaveLength(4);
  });
});

test('a question does not move an usul; what is with its ASN begins again', () => {
  for (const stage of activeStages) {
    expect(stageOf({ kind: 'menunggu', stage })).toBe(stage);
    expect(stageOf({ kind: 'koordinasi', stage })).toBe(stage);
    expect(stageOf({ kind: 'perbaikan', returnedFrom: stage })).toBe('verifikasi');
  }
});
