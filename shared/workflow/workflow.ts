import { assertNever } from '#shared/kernel/assert-never.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isOwnUsul, isSamePerson, type Person } from '#shared/workflow/authority/own-usul.ts';
import {
  deciderOf,
  roleFitsScope,
  scopeCovers,
  stagesOf,
  type UsulPlace,
} from '#shared/workflow/authority/authority.ts';
import type { Scope } from '#shared/workflow/authority/account.ts';
import { declarationOf, type PlainDeed, type Role } from '#shared/workflow/authority/roles.ts';
import type { Outcome } from '#shared/workflow/decision.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { activeStages, type ActiveStage, type UsulPosition } from '#shared/records/usul.ts';

/** Who acts; `nip` is the person's own number, as far as it is known. */
export interface Actor extends Person {
  readonly role: Role;
  readonly scope: Scope;
  /** In whose place he or she acts by a letter (Plh., Plt.); absent: in nobody's. */
  readonly onBehalfOf?: Person;
}

/** Who decided an usul in its present revision, and at which stage. */
export interface EarlierDecision {
  readonly stage: ActiveStage;
  readonly by: Person;
  /** In whose place; absent: in nobody's. */
  readonly onBehalfOf?: Person;
}

/** Who has an usul at its stage; the name as others read it. */
export interface Holder extends Person {
  readonly name: string;
}

/** What the workflow must know of an usul. */
export interface WorkflowUsul {
  readonly recordType: RecordTypeId;
  readonly position: UsulPosition;
  readonly revision: number;
  readonly version: number;
  readonly place: UsulPlace;
  /** Number of the employee whose record it is about. */
  readonly employeeNip: string;
  /** False when no period takes what its ASN hands in today; see `mayHandIn`. */
  readonly isOpen?: boolean;
  /** Its decisions in this revision; absent: none, or none that matters at its stage. */
  readonly decided?: readonly EarlierDecision[];
  /** Who has it at the stage at which it waits; absent: nobody, whoever may decide there decides it. */
  readonly assignedTo?: Holder;
}

/** An outcome of a decision, or what the ASN (ajukan ulang, tarik) and BKPSDM (jawab) do to an usul. */
export type WorkflowAction = Outcome | PlainDeed;

/** The revision and version that the actor had before his or her eyes. */
export interface Judged {
  readonly revision: number;
  readonly version: number;
}

/**
 * Why an action is refused; `usul_berubah` means that it is valid only for an older state of the usul. `of`: not the actor, but
 * whoever he or she stands in for is kept from it.
 */
export type WorkflowRefusal =
  | { readonly kind: 'usul_berubah' }
  | { readonly kind: 'bukan_wewenang' }
  | { readonly kind: 'milik_sendiri'; readonly of?: 'digantikan' }
  | { readonly kind: 'periode_ditutup' }
  | { readonly kind: 'sudah_memutus'; readonly of?: 'digantikan' }
  | { readonly kind: 'ditugaskan_kepada_lain'; readonly holder: string }
  | { readonly kind: 'tidak_mungkin' };

/** Where the usul stands after the action. */
export interface WorkflowStep {
  readonly position: UsulPosition;
  readonly revision: number;
  readonly version: number;
}

/**
 * Whether an actor may take an action on an usul as judged, and what follows (design.md section 4). Pure; server and
 * client call the same one. Scope is checked first, so that a foreign account learns nothing of the usul's state; a role
 * with a scope that it cannot have (an ASN with a whole OPD) is refused, too. What an office does to an usul nobody does to
 * his or her own (design.md 6b): it is left to another of the same scope. Nor does anybody decide at a stage what he or she
 * has decided at an earlier one, under whatever appointment: two pairs of eyes are two people. Whoever acts in the place of
 * another is held to be both of them. What somebody has, nobody else decides before it was taken over.
 */
export function applyAction(
  usul: WorkflowUsul,
  actor: Actor,
  action: WorkflowAction,
  judged: Judged,
): Result<WorkflowStep, WorkflowRefusal> {
  const covered =
    roleFitsScope(actor.role, actor.scope.kind) && scopeCovers(actor.scope, usul.place);
  if (!covered) return notAllowed;
  if (actor.role !== 'asn') {
    const own = whose(actor, (one) => isOwnUsul(one, usul.employeeNip));
    if (own) return fail({ kind: 'milik_sendiri', ...own });
  }
  if (judged.revision !== usul.revision || judged.version !== usul.version) {
    return fail({ kind: 'usul_berubah' });
  }
  const position = nextPosition(usul, actor.role, action);
  if (!position.ok) return position;
  if (action === 'ajukan_ulang' && usul.isOpen === false) return fail({ kind: 'periode_ditutup' });
  if (!isPlain(action)) {
    const kept = keptFrom(usul, actor);
    if (kept) return fail(kept);
  }
  const revision = action === 'ajukan_ulang' ? usul.revision + 1 : usul.revision;
  return succeed({ position: position.value, revision, version: usul.version + 1 });
}

/** Why somebody whose role decides here does not decide this usul; undefined: he or she may. */
function keptFrom(usul: WorkflowUsul, actor: Actor): WorkflowRefusal | undefined {
  const earlier = whose(actor, (one) => hasDecidedEarlier(usul, one));
  if (earlier) return { kind: 'sudah_memutus', ...earlier };
  const { assignedTo: holder } = usul;
  if (!holder || bothOf(actor).some((one) => isSamePerson(one, holder))) return undefined;
  return { kind: 'ditugaskan_kepada_lain', holder: holder.name };
}

/**
 * Whether somebody may have an usul at the stage at which it waits: may decide it there, whoever has it now. In his or her
 * own name: in the place of another nobody takes anything.
 */
export function mayHold(
  usul: Omit<WorkflowUsul, 'version' | 'revision'>,
  { onBehalfOf: _other, ...actor }: Actor,
): Result<void, WorkflowRefusal> {
  const judged = { revision: 1, version: 1 };
  const { assignedTo: _holder, ...free } = usul;
  // What everybody who decides may do at each stage.
  const step = applyAction({ ...free, ...judged }, actor, 'tolak', judged);
  return step.ok ? succeed(undefined) : step;
}

/** Of whom of those in whom somebody acts it is true; undefined: of neither. */
function whose(
  actor: Actor,
  isTrue: (one: Person) => boolean,
): { readonly of?: 'digantikan' } | undefined {
  if (isTrue(actor)) return {};
  return actor.onBehalfOf && isTrue(actor.onBehalfOf) ? { of: 'digantikan' } : undefined;
}

/** The persons in whom somebody acts. */
function bothOf(actor: Actor): readonly Person[] {
  return actor.onBehalfOf ? [actor, actor.onBehalfOf] : [actor];
}

/** Whether a person has decided an usul in this revision at a stage before the one at which it waits, or was decided for. */
export function hasDecidedEarlier(
  { position, decided = [] }: Pick<WorkflowUsul, 'position' | 'decided'>,
  person: Person,
): boolean {
  if (position.kind !== 'menunggu') return false;
  const before = activeStages.slice(0, activeStages.indexOf(position.stage));
  return decided.some(
    ({ stage, by, onBehalfOf }) =>
      before.includes(stage) &&
      (isSamePerson(by, person) || (onBehalfOf !== undefined && isSamePerson(onBehalfOf, person))),
  );
}

/** The position after an action of such a role, whoever it is. */
export function nextPosition(
  usul: Pick<WorkflowUsul, 'recordType' | 'position'>,
  role: Role,
  action: WorkflowAction,
): Result<UsulPosition, WorkflowRefusal> {
  const { position } = usul;
  const does = (deed: PlainDeed) => declarationOf(role).deeds.includes(deed);
  if (action === 'tarik' && position.kind !== 'selesai') {
    return does(action) ? succeed({ kind: 'selesai', result: 'ditarik' }) : notAllowed;
  }
  switch (position.kind) {
    case 'selesai':
      return impossible;
    case 'perbaikan':
      if (action !== 'ajukan_ulang') return impossible;
      return does(action) ? succeed({ kind: 'menunggu', stage: 'verifikasi' }) : notAllowed;
    case 'koordinasi':
      if (action !== 'jawab') return impossible;
      return does(action) ? succeed({ kind: 'menunggu', stage: position.stage }) : notAllowed;
    case 'menunggu':
      if (isPlain(action)) return impossible;
      if (role !== deciderOf(position.stage)) return notAllowed;
      return afterDecision(usul.recordType, position.stage, action);
    default:
      return assertNever(position);
  }
}

function isPlain(action: WorkflowAction): action is PlainDeed {
  return action === 'jawab' || action === 'ajukan_ulang' || action === 'tarik';
}

function afterDecision(
  recordType: RecordTypeId,
  stage: ActiveStage,
  outcome: Outcome,
): Result<UsulPosition, WorkflowRefusal> {
  switch (outcome) {
    case 'teruskan': {
      const stages = stagesOf(recordType);
      const at = stages.indexOf(stage);
      // An usul at a stage that its record type does not pass is corrupt data: nobody may move it on.
      if (at === -1) return impossible;
      const next = stages[at + 1];
      return succeed(
        next ? { kind: 'menunggu', stage: next } : { kind: 'selesai', result: 'disetujui' },
      );
    }
    case 'perbaikan':
      return succeed({ kind: 'perbaikan', returnedFrom: stage });
    case 'tolak':
      return succeed({ kind: 'selesai', result: 'ditolak' });
    case 'koordinasi':
      // BKPSDM answers questions; at its own stage there is nobody to ask.
      return stage === 'persetujuan' ? impossible : succeed({ kind: 'koordinasi', stage });
    case 'kembalikan':
      return stage === 'persetujuan'
        ? succeed({ kind: 'menunggu', stage: 'verifikasi' })
        : impossible;
    default:
      return assertNever(outcome);
  }
}

const impossible = fail({ kind: 'tidak_mungkin' } as const);
const notAllowed = fail({ kind: 'bukan_wewenang' } as const);
