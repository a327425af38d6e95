import { enterStage } from '#server/assignment/enter-stage.ts';
import { contentDigest, writeEvents } from '#server/commands/event-seals.ts';
import { inChunks } from '#server/store/chunks.ts';
import { inTransaction, type Db, type Tx } from '#server/store/database.ts';
import { announceChanges } from '#server/feed/feed-counters.ts';
import { findOpdPlaces } from '#server/usul/usul-place.ts';
import { toPositionColumns } from '#server/usul/usul-position.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { queueKeysOf } from '#shared/workflow/queues.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { RecordValues, UsulKind } from '#shared/records/usul.ts';

/** A document of a submission; the bytes must be in the document store already. */
export interface SubmittedDocument {
  readonly documentId: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** What an ASN submits in one revision. */
export interface SubmittedContent {
  readonly values: RecordValues;
  readonly oldValues: RecordValues | null;
  readonly asnNote: string;
  readonly documents: readonly SubmittedDocument[];
}

/** A new usul; it starts as revision 1, version 1, waiting for the verifikator. */
export interface NewUsul extends SubmittedContent {
  readonly id: string;
  readonly opdId: string;
  readonly unorId: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly recordType: RecordTypeId;
  readonly kind: UsulKind;
  readonly submittedAt: Date;
  readonly deadline: LocalDate;
  /** The period that it is handed in for, of its instansi; absent: none. */
  readonly periodId?: string;
}

/** Where every usul begins. */
const submitted = { kind: 'menunggu', stage: 'verifikasi' } as const;

/**
 * Submits usul, thousands at a time, in one transaction: rows, first event, and an entry in the feed of every queue
 * that each lies in. Feed order follows the order of the list. Throws when an OPD, employee or document is missing.
 */
export async function submitUsul(db: Db | Tx, usuls: readonly NewUsul[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    const places = await findOpdPlaces(
      tx,
      usuls.map((usul) => usul.opdId),
    );
    const homed = usuls.map((usul) => {
      const place = places.get(usul.opdId);
      if (!place) throw new Error('There is no such OPD.');
      return { ...usul, homeId: place.instansiId };
    });
    await insertUsulRows(tx, homed);
    await writeEvents(
      tx,
      homed.map((usul) => ({
        usulId: usul.id,
        homeId: usul.homeId,
        at: usul.submittedAt,
        revision: 1,
        actorName: usul.employeeName,
        actorRole: 'asn',
        action: 'ajukan',
        reasons: [],
        note: usul.asnNote,
        acknowledged: null,
        deletionReason: null,
        content: contentDigest(usul),
      })),
    );
    const placed = usuls.map(({ id, opdId, unorId, employeeId }) => {
      const place = { ...places.get(opdId)!, employeeId };
      return { id, unorId, place, decided: [] };
    });
    await enterStage(tx, placed, submitted.stage, new Date());
    const announcements = placed.map(({ id, place }) => ({
      usulId: id,
      before: [],
      now: queueKeysOf(place, submitted),
    }));
    await announceChanges(tx, announcements);
  });
}

/** Writes the content of one revision of one usul. */
export async function insertRevision(
  tx: Tx,
  revisions: readonly (SubmittedContent & {
    readonly usulId: string;
    readonly homeId: string;
    readonly revision: number;
    readonly submittedAt: Date;
  })[],
): Promise<void> {
  for (const chunk of inChunks(revisions)) {
    const rows = chunk.map((revision) => ({
      usul_id: revision.usulId,
      revision: revision.revision,
      values: JSON.stringify(revision.values),
      old_values: revision.oldValues && JSON.stringify(revision.oldValues),
      asn_note: revision.asnNote,
      submitted_at: revision.submittedAt,
      home_id: revision.homeId,
    }));
    await tx.insertInto('usul_revision').values(rows).execute();
  }
  const documents = revisions.flatMap((revision) =>
    revision.documents.map((document, ordinal) => ({
      usul_id: revision.usulId,
      revision: revision.revision,
      ordinal,
      document_id: document.documentId,
      file_name: document.fileName,
      sha256: document.sha256,
      home_id: revision.homeId,
    })),
  );
  for (const chunk of inChunks(documents)) {
    await tx.insertInto('usul_document').values(chunk).execute();
    await tx
      .insertInto('document_home')
      .values(chunk.map(({ sha256, home_id }) => ({ sha256, home_id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function insertUsulRows(
  tx: Tx,
  usuls: readonly (NewUsul & { readonly homeId: string })[],
): Promise<void> {
  for (const chunk of inChunks(usuls)) {
    const rows = chunk.map((usul) => ({
      id: usul.id,
      opd_id: usul.opdId,
      unor_id: usul.unorId,
      employee_id: usul.employeeId,
      record_type: usul.recordType,
      kind: usul.kind,
      revision: 1,
      version: 1,
      ...toPositionColumns(submitted),
      submitted_at: usul.submittedAt,
      version_at: usul.submittedAt,
      deadline: usul.deadline,
      period_id: usul.periodId ?? null,
      home_id: usul.homeId,
    }));
    await tx.insertInto('usul').values(rows).execute();
  }
  const revisions = usuls.map((usul) => ({ ...usul, usulId: usul.id, revision: 1 }));
  await insertRevision(tx, revisions);
}
