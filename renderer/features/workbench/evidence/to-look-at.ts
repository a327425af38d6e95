import type { CaseFieldEvidence } from '#renderer/core/evidence/evidence-contract.ts';
import type { FieldVerdict } from '#shared/workflow/decision.ts';

/** The fields of an usul with what is known and judged of them. */
export interface LookedAtFields {
  /** In the order of the screen. */
  readonly names: readonly string[];
  readonly fields: Readonly<Record<string, CaseFieldEvidence>>;
  readonly verdicts: Readonly<Record<string, FieldVerdict>>;
  /** Fields that something speaks against, found or not: no stroke over several marks them. */
  readonly left: ReadonlySet<string>;
}

/**
 * The next (1) or previous (-1) field whose value was not found or that something speaks against, round from one end to the other: first those without a
 * verdict; once all of these are judged, any. Null when every value was found.
 */
export function nextToLookAt(
  { names, fields, verdicts, left }: LookedAtFields,
  active: string | null,
  step: 1 | -1,
): string | null {
  const open = names.filter((name) => fields[name]?.status !== 'ditemukan' || left.has(name));
  const unjudged = open.filter((name) => !(name in verdicts));
  const wanted = new Set(unjudged.length > 0 ? unjudged : open);
  const from = active === null ? -1 : names.indexOf(active);
  for (let distance = 1; distance <= names.length; distance += 1) {
    const at = from === -1 && step === -1 ? names.length - distance : from + step * distance;
    const name = names[(at + names.length) % names.length];
    if (name !== undefined && wanted.has(name)) return name;
  }
  return null;
}

/** The fields whose value was found, that have no verdict yet and that nothing speaks against. */
export function foundToJudge({ names, fields, verdicts, left }: LookedAtFields): readonly string[] {
  return names.filter(
    (name) => fields[name]?.status === 'ditemukan' && !(name in verdicts) && !left.has(name),
  );
}
