import type { DocumentRecipe } from '#build/demo/documents/recipe.ts';
import type { DemoPlan, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import type { DocumentElsewhere } from '#renderer/evidence/matching/document/document-elsewhere.ts';

/** A document of another usul that is the same file as one of an usul, by the index of that one. */
export interface OtherUse {
  readonly documentIndex: number;
  readonly of: Omit<DocumentElsewhere, 'sha256'>;
}

/** Who else uploaded a file of an usul: the same recipe gives the same bytes, so nothing need be drawn to know. */
export function otherUsesOf(plan: DemoPlan): (planned: PlannedUsul) => readonly OtherUse[] {
  const uses = new Map<string, { usul: PlannedUsul; of: OtherUse['of'] }[]>();
  for (const usul of plan.usuls) {
    for (const { recipe, documentId } of usul.documents) {
      const of = {
        documentId,
        recordType: usul.recordType,
        employeeId: usul.person.id,
        employeeName: usul.person.name,
        fingerprint: null,
      };
      const known = uses.get(keyOf(recipe));
      if (known) known.push({ usul, of });
      else uses.set(keyOf(recipe), [{ usul, of }]);
    }
  }
  return (planned) =>
    planned.documents.flatMap(({ recipe }, documentIndex) =>
      (uses.get(keyOf(recipe)) ?? [])
        .filter(({ usul }) => usul.id !== planned.id)
        .map(({ of }) => ({ documentIndex, of })),
    );
}

function keyOf(recipe: DocumentRecipe): string {
  return JSON.stringify(recipe);
}
