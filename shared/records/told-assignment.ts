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

/**
 * In whose place (`name`) the reader would act on an usul between two days (both belong to it), and why he or she may not
 * decide it then (`InsteadBar`; a newer server may know more); null: may.
 */
export const toldInsteadSchema = z.looseObject({
  name: lineText,
  from: localDateSchema,
  until: localDateSchema,
  bar: codeText.nullable(),
});
/** In whose place the reader would act on an usul. */
export type ToldInstead = z.infer<typeof toldInsteadSchema>;

/** Why an usul is not decided in the place of somebody: it is about him or her, or he or she decided it at an earlier stage. */
export type InsteadBar = 'milik_sendiri' | 'sudah_memutus';

/** Days that somebody is told of a takeover who was not there. */
export const takeoverDays = 30;

/**
 * An usul that came to somebody else, or to the reader, by a person's will; newest last by `number`, `reason` as `by` gave it.
 * `kind` (since 13) says what `by` did: `dipindahkan`, gave the reader's to `to`; `ditugaskan`, gave it to the reader; absent,
 * took it over from the reader. `count` (since 13): so many at once, of which one is named; absent: that one.
 */
export const takenOverSchema = z.looseObject({
  number: z.int().positive(),
  usulId: z.uuid(),
  employeeName: lineText,
  by: lineText,
  reason: lineText,
  at: instantText,
  kind: codeText.exactOptional(),
  to: lineText.exactOptional(),
  count: z.int().positive().exactOptional(),
});
/** An usul that came to somebody by a person's will. */
export type TakenOver = z.infer<typeof takenOverSchema>;
