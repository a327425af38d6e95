import { z } from 'zod';
import { usulKindSchema } from '#shared/records/usul.ts';
import { entriesOf, entryOf } from '#shared/reference/reference-data.ts';
import type { ReferenceEntry } from '#shared/reference/reference-version.ts';
import { outcomeSchema, type Deed } from '#shared/workflow/decision.ts';

/**
 * A reason that is given for returning or refusing an usul, as the set `alasan` has it. `outcomes`: those for which it makes
 * sense; `needsNote`: the note must say more; `kinds`: kinds of usul for which it is offered, all where absent.
 */
export const reasonEntrySchema = z.object({
  id: z.string(),
  label: z.string(),
  outcomes: z.array(outcomeSchema).min(1),
  needsNote: z.boolean(),
  kinds: z.array(usulKindSchema).min(1).exactOptional(),
});

/** A reason that is given for returning or refusing an usul. */
export type Reason = Omit<z.infer<typeof reasonEntrySchema>, 'id'> & { readonly code: string };

/** The reasons that are in force, in the order in which they are offered; one that this version cannot read is left out. */
export function listReasons(): readonly Reason[] {
  return entriesOf('alasan').flatMap((entry) => reasonOf(entry) ?? []);
}

/** Whether a reason makes sense for what is done; false for one that this version does not know. */
export function isReasonFor(reason: Reason | undefined, deed: Deed): boolean {
  return reason?.outcomes.some((outcome) => outcome === deed) === true;
}

/** The reason with this code, also one that is in force no more; undefined for a code that nobody told this version of. */
export function findReason(code: string): Reason | undefined {
  const entry = entryOf('alasan', code);
  return entry && reasonOf(entry);
}

const read = new WeakMap<ReferenceEntry, Reason | null>();

/** Read once: the list is asked for with every picture of the panel. */
function reasonOf(entry: ReferenceEntry): Reason | undefined {
  let reason = read.get(entry);
  if (reason === undefined) {
    const parsed = reasonEntrySchema.safeParse(entry).data;
    if (parsed) {
      const { id: code, ...rest } = parsed;
      reason = { code, ...rest };
    } else {
      reason = null;
    }
    read.set(entry, reason);
  }
  return reason ?? undefined;
}
