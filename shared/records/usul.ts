import { z } from 'zod';
import { boundedTable, codeText, instantText, lineText, longText } from '#shared/kernel/bounded.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { employeeFactsSchema, employeeSchema } from '#shared/records/employee.ts';
import { toldAcknowledgementSchema } from '#shared/records/open-warning.ts';
import { recordTypeIdSchema } from '#shared/records/record-type.ts';
import { toldAssignmentSchema, toldInsteadSchema } from '#shared/records/told-assignment.ts';
import { usulThreadsSchema } from '#shared/records/usul-thread.ts';

/** Kinds of usul: add, change, delete one record (BKN `tipe` I, U, D). */
export const usulKinds = ['tambah', 'ubah', 'hapus'] as const;
/** Kind of usul as zod schema. */
export const usulKindSchema = z.enum(usulKinds);
/** Kind of usul. */
export type UsulKind = z.infer<typeof usulKindSchema>;

/** Stages in which somebody must decide, in their order. */
export const activeStages = ['verifikasi', 'validasi', 'persetujuan'] as const;
/** Stage in which somebody must decide, as zod schema. */
export const activeStageSchema = z.enum(activeStages);
/** Stage in which somebody must decide. */
export type ActiveStage = z.infer<typeof activeStageSchema>;

/**
 * Where an usul stands:
 *
 *   menunggu(stage) --koordinasi--> koordinasi(stage) --answer--> menunggu(stage)
 *   menunggu(stage) --perbaikan--> perbaikan --resubmitted (revision + 1)--> menunggu(verifikasi)
 *   menunggu(stage) --teruskan--> menunggu(next stage) … --> selesai
 */
export const usulPositionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('menunggu'), stage: activeStageSchema }),
  z.object({ kind: z.literal('koordinasi'), stage: activeStageSchema }),
  z.object({ kind: z.literal('perbaikan'), returnedFrom: activeStageSchema }),
  z.object({ kind: z.literal('selesai'), result: z.enum(['disetujui', 'ditolak', 'ditarik']) }),
]);
/** Where an usul stands. */
export type UsulPosition = z.infer<typeof usulPositionSchema>;

const [waiting, coordinated, returned, settled] = usulPositionSchema.options;
/** The same inside an usul: what a newer server says of it besides is kept with the usul. */
const toldPositionSchema = z.discriminatedUnion('kind', [
  waiting.loose(),
  coordinated.loose(),
  returned.loose(),
  settled.loose(),
]);

/** SHA-256 as 64 lower-case hex digits. */
export const sha256Schema = z
  .string()
  .max(64)
  .regex(/^[0-9a-f]{64}$/);

/** Field name to value, in the plain-text forms of `FieldFormat`; an absent or empty value is "not filled". */
export const recordValuesSchema = boundedTable(codeText, longText, 500);
/** Values of one record. */
export type RecordValues = z.infer<typeof recordValuesSchema>;

/** A PDF uploaded with an usul. `documentId` names a `DocumentSpec` of its record type; size in bytes. */
export const usulDocumentSchema = z.looseObject({
  documentId: codeText,
  fileName: lineText,
  sha256: sha256Schema,
  size: z.int().nonnegative(),
});
/** A PDF uploaded with an usul. */
export type UsulDocument = z.infer<typeof usulDocumentSchema>;

/**
 * What happened to an usul before: shown as its history. `at` is the server's clock, ISO 8601 UTC; `acknowledged` the open
 * warnings over which it was decided, absent where there were none; `deletionReason` the one under which a deletion was
 * judged that states none (a newer server may know more than this version); `verdicts` (since 11) those of a decision in this
 * revision, with what it says the document has, and (since 12) what it put in the place of a value.
 */
export const usulEventSchema = z.looseObject({
  at: instantText,
  revision: z.int().positive(),
  actorName: lineText,
  actorRole: codeText,
  action: codeText,
  reasons: z.array(lineText).max(1_000),
  note: longText,
  acknowledged: z.array(toldAcknowledgementSchema).max(1_000).exactOptional(),
  deletionReason: codeText.exactOptional(),
  verdicts: z
    .array(z.looseObject({ field: codeText, verdict: codeText, seen: lineText }))
    .max(1_000)
    .exactOptional(),
});

/** A record of the same type that the person already has: for comparison and for the cross-record rules. */
export const existingRecordSchema = z.looseObject({ id: codeText, values: recordValuesSchema });
/** A record of the same type that the person already has. */
export type ExistingRecord = z.infer<typeof existingRecordSchema>;

/**
 * One proposal as the server tells it to a client. Loose objects: fields of a newer server are kept, not dropped.
 *
 * `revision` counts what the ASN submitted; `version` counts every change of position or content, so a decision that
 * names a version can never land on another round of the same revision.
 */
export const usulSchema = z.looseObject({
  id: z.uuid(),
  revision: z.int().positive(),
  version: z.int().positive(),
  recordType: recordTypeIdSchema,
  kind: usulKindSchema,
  position: toldPositionSchema,
  instansiId: codeText,
  opdId: codeText,
  unorId: codeText,
  unorNama: lineText,
  employee: employeeSchema,
  /** Proposed values; for `hapus` the record that is to go. */
  values: recordValuesSchema,
  /** The record as it is today: for `ubah` and `hapus`, null for `tambah`. */
  oldValues: recordValuesSchema.nullable(),
  existingRecords: z.array(existingRecordSchema).max(10_000),
  documents: z.array(usulDocumentSchema).max(1_000),
  history: z.array(usulEventSchema).max(10_000),
  asnNote: longText,
  submittedAt: instantText,
  /** Last day for the decision of the present stage. */
  deadline: localDateSchema,
  employeeFacts: employeeFactsSchema.exactOptional(),
  /**
   * That it waits for the reader, who has decided it at an earlier stage of this revision and so may not decide it now
   * (`hasDecidedEarlier`); absent: not so, or the server did not say (contract 10 and older).
   */
  decidedByYou: z.literal(true).exactOptional(),
  /**
   * In whose place the reader would decide it, where that may not be (since 13): the first whose days it is counts; absent:
   * nothing keeps the reader from it for another's sake.
   */
  actingFor: z.array(toldInsteadSchema).max(100).exactOptional(),
  /** Who has it at its stage (since 12); absent: whoever may decide there, or it waits for none who reads this. */
  assignment: toldAssignmentSchema.exactOptional(),
  /** What was written about its questions; told to those who take part in them alone (contract 12). */
  threads: usulThreadsSchema.exactOptional(),
  /** The instansi does not let verifikators correct records of this type (since 12); absent: they may. */
  correctionForbidden: z.literal(true).exactOptional(),
});
/** One proposal. */
export type Usul = z.infer<typeof usulSchema>;
