import { saveDecision } from '#renderer/data/outbox/outbox.ts';
import type { OutboxEntry } from '#renderer/data/schema/rows.ts';
import type { CasePorts, Seat } from '#renderer/state/case/case-ports.ts';
import { contentOf, proposedIn } from '#renderer/state/case/draft.ts';
import type { OpenCase } from '#renderer/state/case/open-case.ts';
import { saveRefused, sentences } from '#renderer/state/sentences.ts';
import type { ShownError } from '#renderer/state/shown-error.ts';
import { decisionSchema, type Decision } from '#shared/domain/model/decision.ts';
import { findDecisionGaps } from '#shared/domain/workflow/check-decision.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Makes a decision of the draft and stores it on this PC; resolves when it is on the disk or says why it is not. */
export async function decideCase(
  open: OpenCase,
  seat: Seat,
  ports: CasePorts,
): Promise<Result<OutboxEntry, ShownError>> {
  const { employee, recordType, kind, documents } = open.usul;
  try {
    const built = await buildDecision(open, ports);
    if (!built.ok) return built;
    const at = ports.now();
    const entry: OutboxEntry = {
      decision: built.value,
      state: { kind: 'menunggu' },
      employeeName: employee.nama,
      nip: employee.nip,
      recordType,
      usulKind: kind,
      judged: proposedIn(open.usul),
    };
    const saved = await saveDecision(seat.database, {
      entry,
      heldUntil: at.getTime() + ports.holdMs,
      shas: documents.map((document) => document.sha256),
      at,
    });
    return saved.ok ? succeed(entry) : fail(saveRefused(saved.error));
  } catch (cause) {
    ports.onError(cause);
    return fail(isFull(cause) ? sentences.penyimpananPenuh : sentences.penyimpananGagal);
  }
}

async function buildDecision(
  open: OpenCase,
  ports: CasePorts,
): Promise<Result<Decision, ShownError>> {
  const { usul, draft, readOnlyBecause } = open;
  if (readOnlyBecause !== null) {
    const action = 'Lanjutkan dengan usul berikutnya.';
    return fail({ kind: 'tidak_dapat_diputuskan', message: readOnlyBecause, action });
  }
  if (draft.outcome === null) return fail(sentences.keputusanBelumDipilih);
  const content = contentOf(usul, draft, draft.outcome);
  const gap = findDecisionGaps(usul, content)[0];
  if (gap) {
    const action = 'Lengkapi dahulu, lalu simpan lagi.';
    return fail({ kind: gap.kind, message: gap.sentence, action });
  }
  const decision = decisionSchema.safeParse({
    ...content,
    id: ports.newId(),
    usulId: usul.id,
    revision: usul.revision,
    version: usul.version,
    deviceId: await ports.deviceId(),
    appVersion: await ports.appVersion(),
    decidedAt: ports.now().toISOString(),
  });
  return decision.success ? succeed(decision.data) : fail(sentences.keputusanTidakSah);
}

// Dexie wraps the browser's error; its name stays in the chain.
function isFull(cause: unknown): boolean {
  for (let error = cause, depth = 0; error instanceof Error && depth < 5; depth += 1) {
    if (error.name === 'QuotaExceededError') return true;
    error = 'inner' in error ? error.inner : error.cause;
  }
  return false;
}
