import type { DemoPlan, PlannedUsul } from '#server/seed/plan/demo-plan.ts';

/** Another usul that was uploaded with the same file, by the index of the file in its own usul. */
export interface OtherUse {
  readonly documentIndex: number;
  readonly nip: string;
  readonly nama: string;
}

/** Who else uploaded a file of an usul: the same recipe gives the same bytes, so nothing need be drawn to know. */
export function otherUsesOf(plan: DemoPlan): (planned: PlannedUsul) => readonly OtherUse[] {
  const byRecipe = new Map<string, PlannedUsul[]>();
  const keyOf = (recipe: unknown): string => JSON.stringify(recipe);
  for (const usul of plan.usuls) {
    for (const { recipe } of usul.documents) {
      const key = keyOf(recipe);
      byRecipe.set(key, [...(byRecipe.get(key) ?? []), usul]);
    }
  }
  return (planned) =>
    planned.documents.flatMap(({ recipe }, documentIndex) =>
      (byRecipe.get(keyOf(recipe)) ?? [])
        .filter((other) => other.id !== planned.id)
        .map(({ person }) => ({ documentIndex, nip: person.nip, nama: person.name })),
    );
}
