import { z } from 'zod';
import { codeText, lineText } from '#shared/kernel/bounded.ts';

/**
 * Where an open warning comes from: a rule of the catalogue, a document, a document that says another value of a field, or
 * the decision that contradicts itself.
 */
export const warningKinds = ['aturan', 'dokumen', 'isian', 'keputusan'] as const;
/**
 * Which warning a person states to have seen; names only, no values. `subject`: the rule's id, the kind of warning about a
 * document, the field, or the kind of contradiction. `about` tells warnings of one subject apart: the fields that a rule
 * speaks of (with commas between), the SHA-256 of the document, the reason code, or that a field's value stands nowhere
 * (`missingValue`), for somebody else (`valueOfAnother`) in a text that is not what is shown (`textUnlikePicture`), or that it was put right (`correctedBefore`); absent where there is nothing to tell.
 */
export const acknowledgementSchema = z.object({
  kind: z.enum(warningKinds),
  subject: z
    .string()
    .max(64)
    .regex(/^\w{1,64}$/),
  about: z
    .string()
    .max(1_000)
    .regex(/^[\w,-]{1,1000}$/)
    .exactOptional(),
});
/** Which warning a person states to have seen. */
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** Most acknowledgements of one decision: more warnings than any usul can raise. */
export const maxAcknowledgements = 100;

/**
 * An acknowledgement as history tells it; a newer server may know more kinds than this version. `asked` false: nobody stated
 * to have seen it, because the application that decided did not know this warning yet.
 */
export const toldAcknowledgementSchema = z.looseObject({
  kind: codeText,
  subject: codeText,
  about: lineText.exactOptional(),
  asked: z.literal(false).exactOptional(),
});
/** An acknowledgement as history tells it. */
export type ToldAcknowledgement = Pick<
  z.infer<typeof toldAcknowledgementSchema>,
  'kind' | 'subject' | 'about' | 'asked'
>;

/** A warning that a decision must not pass over unseen: what is acknowledged of it, and what is said of it. */
export interface OpenWarning extends Acknowledgement {
  /** In full, with its values (Bahasa Indonesia). */
  readonly sentence: string;
  /** The fields that it concerns. */
  readonly fields: readonly string[];
}

/** What a decision names a document as that had not been read when it was made. */
const unreadSubject = 'belum_dibaca';

/**
 * What a decision says of documents that had not been read (to their end) when it was made, because their reading was not
 * done yet or because this PC could not: nobody stated anything of them, and whoever decides next is told so. Taken out again
 * where they turn out, before the decision is sent, to say nothing that it did not answer.
 */
export function unreadMarks(shas: readonly string[]): readonly Acknowledgement[] {
  return shas.map((about) => ({ kind: 'dokumen', subject: unreadSubject, about }));
}

/** Whether this tells of a document that had not been read. */
export function isUnreadMark({ kind, subject }: ToldAcknowledgement): boolean {
  return kind === 'dokumen' && subject === unreadSubject;
}

/**
 * What is told of the warnings of a decision: those that were stated to have been seen, those not asked about, and the
 * documents that had not been read.
 */
export function toldWarnings<W extends ToldAcknowledgement>(
  told: readonly W[] = [],
): {
  readonly acknowledged: readonly W[];
  readonly notAsked: readonly W[];
  readonly unread: readonly W[];
} {
  const warnings = told.filter((one) => !isUnreadMark(one));
  return {
    acknowledged: warnings.filter(({ asked }) => asked !== false),
    notAsked: warnings.filter(({ asked }) => asked === false),
    unread: told.filter((one) => isUnreadMark(one)),
  };
}

/** The warnings among these that nobody has acknowledged. */
export function notAcknowledged<W extends ToldAcknowledgement>(
  warnings: readonly W[],
  acknowledged: readonly ToldAcknowledgement[],
): readonly W[] {
  const known = new Set(acknowledged.map(warningKey));
  return warnings.filter((warning) => !known.has(warningKey(warning)));
}

/** What is kept of warnings once a person has acknowledged them; each once. */
export function acknowledgementsOf(warnings: readonly OpenWarning[]): readonly Acknowledgement[] {
  const byKey = new Map<string, Acknowledgement>();
  for (const warning of warnings) {
    const { kind, subject, about } = warning;
    byKey.set(warningKey(warning), { kind, subject, ...(about !== undefined && { about }) });
  }
  return [...byKey.values()];
}

/** Tells one warning of an usul from every other. */
export function warningKey({ kind, subject, about = '' }: ToldAcknowledgement): string {
  return `${kind} ${subject} ${about}`;
}
