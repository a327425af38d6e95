import type { DrawnDocuments } from '#build/demo/load/draw-documents.ts';
import { contentOf } from '#build/demo/load/insert-plan.ts';
import type { DemoPlan, PlannedAccount, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { makeRandom, makeUuid, makeUuidV7 } from '#build/demo/random.ts';
import { historyTexts } from '#build/demo/texts.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import type { Tx } from '#server/store/database.ts';
import { fieldsOf, fieldsToJudge } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { Decision, FieldVerdict, Outcome } from '#shared/workflow/decision.ts';

/** Takes the steps of every usul that has some, through the same doors as the server's own routes. */
export async function takeSteps(tx: Tx, plan: DemoPlan, drawn: DrawnDocuments): Promise<void> {
  for (const usul of plan.usuls) {
    for (const [index, step] of usul.steps.entries()) {
      const at = timeOf(plan, usul, index);
      await (step === 'ajukan_ulang'
        ? resubmit(tx, usul, drawn, at)
        : decide(tx, plan, usul, step, drawn, at));
    }
  }
}

/** The instants of the steps divide the time from submission until the morning of the plan's day. */
function timeOf(plan: DemoPlan, usul: PlannedUsul, index: number): Date {
  const from = Date.parse(usul.submittedAt);
  const until = Date.parse(`${plan.request.today}T01:00:00.000Z`);
  return new Date(from + ((until - from) * (index + 1)) / (usul.steps.length + 1));
}

async function decide(
  tx: Tx,
  plan: DemoPlan,
  usul: PlannedUsul,
  outcome: Outcome,
  drawn: DrawnDocuments,
  receivedAt: Date,
): Promise<void> {
  const { account } = verifikatorOf(plan, usul);
  const payload: Decision = {
    id: makeUuidV7(receivedAt, usul.id, outcome),
    usulId: usul.id,
    revision: 1,
    version: 1,
    outcome,
    ...judgementOf(usul, outcome),
    evidence: drawn.get(usul.id)!.map(({ sha256, pageCount }) => ({
      sha256,
      pageCount,
      pagesSeen: Array.from({ length: pageCount }, (_, page) => page + 1),
    })),
    deviceId: makeUuid(plan.request.seed, 'perangkat', account.username),
    appVersion: '0.1.0',
    decidedAt: receivedAt.toISOString(),
  };
  const result = await takeDecision(tx, { account, payload, receivedAt });
  if (!result.ok) {
    throw new Error(`A decision of the demonstration was refused: ${JSON.stringify(result.error)}`);
  }
}

function judgementOf(
  usul: PlannedUsul,
  outcome: Outcome,
): Pick<Decision, 'reasons' | 'note' | 'verdicts'> {
  const wrong = usul.firstRound?.field;
  const verdicts = fieldsToJudge(usul).map(({ name }): FieldVerdict =>
    outcome === 'perbaikan' && name === wrong
      ? { field: name, verdict: 'tidak_sesuai', seen: usul.values[name] ?? '' }
      : { field: name, verdict: 'sesuai', seen: '' },
  );
  if (outcome === 'teruskan') return { reasons: [], note: '', verdicts };
  if (outcome === 'koordinasi') {
    const note = makeRandom(usul.id, 'pertanyaan').pick(historyTexts.questions);
    return { reasons: [], note, verdicts: [] };
  }
  const field = fieldsOf(recordTypes[usul.recordType]).find(({ name }) => name === wrong);
  return field
    ? { reasons: ['DATA_BEDA'], note: historyTexts.wrongField(field.label), verdicts }
    : { reasons: ['DOK_KABUR'], note: historyTexts.unclear, verdicts: [] };
}

function verifikatorOf(plan: DemoPlan, usul: PlannedUsul): PlannedAccount {
  const found = plan.accounts.find(
    ({ account: { role, scope } }) =>
      role === 'verifikator' && scope.kind === 'opd' && scope.id === usul.opd.id,
  );
  if (!found) throw new Error(`No verifikator for ${usul.opd.name}`);
  return found;
}

async function resubmit(
  tx: Tx,
  usul: PlannedUsul,
  drawn: DrawnDocuments,
  now: Date,
): Promise<void> {
  const result = await actOnUsul(tx, {
    usulId: usul.id,
    actor: { role: 'asn', scope: { kind: 'employee', id: usul.person.id }, name: usul.person.name },
    action: 'ajukan_ulang',
    judged: { revision: 1, version: 2 },
    reasons: [],
    note: historyTexts.repaired,
    content: { ...contentOf(usul, drawn, 'last'), asnNote: historyTexts.repaired },
    now,
  });
  if (!result.ok) {
    throw new Error(`A resubmission was refused: ${JSON.stringify(result.error)}`);
  }
}
