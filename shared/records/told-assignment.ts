import { z } from 'zod';
import { codeText, instantText, lineText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

/** Somebody who was passed over when an usul was assigned, and why (`SkipReason`; a newer server may know more). */
export const skippedPersonSchema = z.object({ name: lineText, why: codeText });
/** Somebody who was passed over. */
export type SkippedPerson = z.infer<typeof skippedPersonSchema>;

/**
 * Who has an usul at the stage at which it waits, as one of those who decide there is told. `bebas`: nobody yet, whoever
 * opens it takes it; `anda`: the reader; `rekan`: somebody else. `number` names this very assignment to whoever takes it
 * over. `name` of who has it, empty for `bebas`; `reason` with which it was assigned or taken over. `insteadFrom` and
 * `insteadUntil`: days in which the reader may decide it in the place of `name`, by a letter.
 */
export const toldAssignmentSchema = z.looseObject({
  number: z.int().positive(),
  to: z.enum(['bebas', 'anda', 'rekan']),
  name: lineText,
  since: instantText,
  why: codeText,
  reason: lineText,
  skipped: z.array(skippedPersonSchema).max(1_000),
  insteadFrom: localDateSchema.exactOptional(),
  insteadUntil: localDateSchema.exactOptional(),
});
/** Who has an usul. */
export type ToldAssignment = z.infer<typeof toldAssignmentSchema>;

/** Days that somebody is told of a takeover who was not there. */
export const takeoverDays = 30;

/** An usul that was taken over from the reader, newest last by `number`; `reason` as whoever took it gave it. */
export const takenOverSchema = z.looseObject({
  number: z.int().positive(),
  usulId: z.uuid(),
  employeeName: lineText,
  by: lineText,
  reason: lineText,
  at: instantText,
});
/** An usul that was taken over from the reader. */
export type TakenOver = z.infer<typeof takenOverSchema>;
