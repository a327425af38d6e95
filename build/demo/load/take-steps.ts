import type { DrawnDocuments } from '#build/demo/load/draw-documents.ts';
import { contentOf } from '#build/demo/load/insert-plan.ts';
import type { DemoPlan, PlannedAccount, PlannedUsul } from '#build/demo/plan/demo-plan.ts';
import { makeRandom, makeUuid, makeUuidV7 } from '#build/demo/random.ts';
import { historyTexts } from '#build/demo/texts.ts';
import { takeDecision } from '#server/commands/take-decision.ts';
import { takeMessage } from '#server/commands/threads/message-handler.ts';
import { actOnUsul } from '#server/commands/usul-actions.ts';
import { openTicket } from '#server/helpdesk/open-ticket.ts';
import type { Tx } from '#server/store/database.ts';
import { fieldsOf, fieldsToJudge } from '#shared/records/judged-fields.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';
import type { AppointedAccount } from '#shared/workflow/authority/account.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import type { Decision, Deed, FieldVerdict } from '#shared/workflow/decision.ts';
import { stageOf } from '#shared/workflow/stage-work.ts';
import { readUsulByIds } from '#server/usul/usul-reader.ts';

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
  await askBack(tx, plan);
  await report(tx, plan);
}

/** A verifikator has reported two things to the helpdesk. */
async function report(tx: Tx, plan: DemoPlan): Promise<void> {
  const account = appointed(plan, 'verifikator');
  if (!account) return;
  const now = new Date(`${plan.request.today}T00:30:00.000Z`);
  for (const [ticketKind, text] of historyTexts.reported) {
    const id = makeUuidV7(now, account.id, ticketKind);
    const { id: accountId, appointmentId } = account;
    const unknown = { madeAt: null, deviceId: null, sessionId: null, appVersion: null };
    const origin = { id, accountId, appointmentId, ...unknown };
    const opened = await openTicket(tx, {
      account,
      origin,
      content: { id, ticketKind, text },
      now,
    });
    if (!opened.ok) throw new Error(`A ticket was refused: ${JSON.stringify(opened.error)}`);
  }
}

function appointed(plan: DemoPlan, role: Role): AppointedAccount | null {
  const found = plan.accounts.find((one) => one.account.role === role)?.account;
  return found ? { ...found, appointmentId: found.appointmentId ?? found.id } : null;
}

/** So many of the questions that wait have a message beside. */
const askedBack = 2;

/** BKPSDM asks back about some of the questions, so that a conversation is there to be looked at. */
async function askBack(tx: Tx, plan: DemoPlan): Promise<void> {
  const account = appointed(plan, 'approver');
  if (!account) return;
  const waiting = plan.usuls.filter(({ steps }) => steps.at(-1) === 'koordinasi');
  for (const { id: usulId } of waiting.slice(0, askedBack)) {
    const { id: threadId } = await tx
      .selectFrom('thread')
      .select('id')
      .where('usul_id', '=', usulId)
      .executeTakeFirstOrThrow();
    const now = new Date(`${plan.request.today}T01:00:00.000Z`);
    const deviceId = makeUuid(plan.request.seed, 'perangkat', account.username);
    const appVersion = '0.1.0';
    const taken = await takeMessage(
      tx,
      { account, deviceId, sessionId: null, appVersion },
      {
        kind: 'pesan',
        id: makeUuidV7(now, usulId, 'pesan'),
        usulId,
        threadId,
        deviceId,
        appVersion,
        madeAt: now.toISOString(),
        text: historyTexts.askedBack,
      },
      now,
    );
    if (!taken.ok) throw new Error(`A message was refused: ${JSON.stringify(taken.error)}`);
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
  outcome: Deed,
  drawn: DrawnDocuments,
  receivedAt: Date,
): Promise<void> {
  const [{ position, revision, version } = unknownUsul(usul)] = await readUsulByIds(tx, [usul.id]);
  const { account } = deciderOfPlan(plan, usul, position);
  const payload: Decision = {
    id: makeUuidV7(receivedAt, usul.id, `${outcome} ${version}`),
    usulId: usul.id,
    revision,
    version,
    outcome,
    ...judgementOf(usul, outcome, stageOf(position)),
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
  outcome: Deed,
  stage: ActiveStage,
): Pick<Decision, 'reasons' | 'note' | 'verdicts'> {
  if (outcome === 'jawab') return { reasons: [], note: historyTexts.answer, verdicts: [] };
  if (outcome === 'kembalikan') {
    return { reasons: ['NILAI_KURANG'], note: historyTexts.lookAgain, verdicts: [] };
  }
  if (outcome === 'teruskan' && stage !== 'verifikasi') {
    return { reasons: [], note: '', verdicts: [] };
  }
  const wrong = usul.firstRound?.field;
  const verdicts = fieldsToJudge(usul).map(({ name }): FieldVerdict =>
    outcome === 'perbaikan' && name === wrong
      ? { field: name, verdict: 'tidak_sesuai', seen: usul.values[name] ?? '' }
      : (correctedIn(usul, name) ?? { field: name, verdict: 'sesuai', seen: '' }),
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

/** A number that the document says otherwise is put right. */
function correctedIn({ fault, values }: PlannedUsul, field: string): FieldVerdict | undefined {
  const corrected = fault?.fields.includes(field) ? fault.documentSays[field] : undefined;
  if (corrected === undefined) return undefined;
  const correction = { proposed: values[field] ?? '', corrected };
  return { field, verdict: 'dikoreksi', seen: corrected, correction };
}

/** Who acts on an usul that stands here: the decider of its stage, or BKPSDM, which answers. */
function deciderOfPlan(plan: DemoPlan, usul: PlannedUsul, position: UsulPosition): PlannedAccount {
  const role = position.kind === 'koordinasi' ? 'approver' : deciderOf(stageOf(position));
  const found = plan.accounts.find(
    ({ account }) =>
      account.role === role && (account.scope.kind !== 'opd' || account.scope.id === usul.opd.id),
  );
  if (!found) throw new Error(`No ${role} for ${usul.opd.name}`);
  return found;
}

function unknownUsul({ id }: PlannedUsul): never {
  throw new Error(`No usul ${id}`);
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
