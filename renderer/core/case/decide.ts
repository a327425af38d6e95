import { storeInBoth, type StoreFailure } from '#renderer/data/journal/keep-both.ts';
import { isDecidedHere } from '#renderer/data/outbox/decided-here.ts';
import { holdOf } from '#renderer/data/outbox/hold.ts';
import { listDecisionsOf } from '#renderer/data/outbox/decision-entries.ts';
import {
  asksForAction,
  saveCommand,
  type NewCommand,
  type SaveRefusal,
} from '#renderer/data/outbox/outbox.ts';
import type { CasePorts, Decided } from '#renderer/core/case/case-ports.ts';
import { deedOf } from '#renderer/core/case/case-work.ts';
import { contentOf, inBulk, proposedIn } from '#renderer/core/case/draft.ts';
import type { OpenCase } from '#renderer/core/case/case-contract.ts';
import { isFull } from '#renderer/core/is-full.ts';
import { caseSentences, saveRefused } from '#renderer/core/case/case-sentences.ts';
import { underAppointment, type Seat } from '#renderer/core/seat/seat.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import { decisionSchema, type Decision } from '#shared/workflow/decision.ts';
import { unreadMarks } from '#shared/records/open-warning.ts';
import { findDecisionGaps, type DecisionContent } from '#shared/workflow/check-decision.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Makes a decision of the draft and stores it on this PC; resolves when it is on the disk or says why it is not. */
export async function decideCase(
  open: OpenCase,
  seat: Seat,
  ports: CasePorts,
): Promise<Result<Decided, ShownError>> {
  const { employee, recordType, kind, documents } = open.usul;
  try {
    const built = await buildDecision(open, seat, ports);
    if (!built.ok) return built;
    const at = ports.now();
    const decision = built.value;
    const heldUntil = at.getTime() + holdOf(isBeingRead(open, decision), ports.holdMs);
    const shown = {
      state: { kind: 'menunggu' },
      employeeName: employee.nama,
      nip: employee.nip,
      recordType,
      usulKind: kind,
      judged: proposedIn(open.usul),
    } as const;
    const saved = await store(seat, decision, {
      entry: { command: commandOfDecision(decision), ...shown },
      heldUntil,
      shas: documents.map((document) => document.sha256),
      at,
    });
    if (saved.ok) return succeed({ entry: { decision, ...shown }, heldUntil });
    if (saved.error.by === 'antrean') return fail(saveRefused(saved.error.error));
    ports.onError(new Error(`jurnal ${saved.error.fault.kind}`));
    return fail(
      saved.error.fault.kind === 'penuh' ? caseSentences.storageFull : caseSentences.storageFailed,
    );
  } catch (cause) {
    ports.onError(cause);
    return fail(isFull(cause) ? caseSentences.storageFull : caseSentences.storageFailed);
  }
}

/** On the disk twice when it resolves with success: in the journal and in the outbox. */
async function store(
  { database, journal }: Seat,
  { usulId, version }: Decision,
  made: NewCommand,
): Promise<Result<void, StoreFailure<SaveRefusal>>> {
  const { entry, heldUntil, shas } = made;
  const { state: _state, ...content } = entry;
  const earlier = await listDecisionsOf(database, usulId);
  const replaces = earlier.filter((one) => asksForAction(one.state)).map((one) => one.decision.id);
  return storeInBoth<SaveRefusal>(
    journal,
    { ...content, heldUntil, shas, replaces },
    {
      check: async () =>
        (await isDecidedHere(database, usulId, version))
          ? fail('sudah_diputuskan')
          : succeed(undefined),
      save: () => saveCommand(database, made),
    },
  );
}

async function buildDecision(
  open: OpenCase,
  { account }: Seat,
  ports: CasePorts,
): Promise<Result<Decision, ShownError>> {
  const { usul, draft, warnings, unread, leftOut, readOnlyBecause } = open;
  if (readOnlyBecause !== null) {
    const action = 'Lanjutkan dengan usul berikutnya.';
    return fail({ kind: 'tidak_dapat_diputuskan', message: readOnlyBecause, action });
  }
  const deed = deedOf(open);
  if (deed === null) return fail(caseSentences.outcomeMissing);
  const content = inBulk(contentOf(usul, draft, deed, warnings), ports.bulkIdOf(usul.id));
  const gap = findDecisionGaps(usul, content, warnings)[0];
  if (gap) {
    const action = 'Lengkapi dahulu, lalu simpan lagi.';
    return fail({ kind: gap.kind, message: gap.sentence, action });
  }
  const decision = decisionSchema.safeParse({
    ...withUnread(content, [...unread, ...leftOut]),
    id: ports.newId(),
    usulId: usul.id,
    revision: usul.revision,
    version: usul.version,
    deviceId: await ports.deviceId(),
    appVersion: await ports.appVersion(),
    decidedAt: ports.now().toISOString(),
    // What is sent after it ended is no decision under the next one.
    ...underAppointment({ account }),
  });
  return decision.success ? succeed(decision.data) : fail(caseSentences.decisionInvalid);
}

/** Whether more will be known of its documents that the decision may have to answer. */
function isBeingRead({ unread }: OpenCase, { outcome }: Decision): boolean {
  return outcome === 'teruskan' && unread.length > 0;
}

/** Only of an usul that is passed on does what its documents say ask anything. */
function withUnread(content: DecisionContent, unread: readonly string[]): DecisionContent {
  if (content.outcome !== 'teruskan' || unread.length === 0) return content;
  return { ...content, acknowledged: [...(content.acknowledged ?? []), ...unreadMarks(unread)] };
}
