import { assertNever } from '#shared/kernel/assert-never.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isOwnUsul, type Person } from '#shared/workflow/authority/own-usul.ts';
import {
  deciderOf,
  roleFitsScope,
  scopeCovers,
  stagesOf,
  type UsulPlace,
} from '#shared/workflow/authority/authority.ts';
import type { Role, Scope } from '#shared/workflow/authority/account.ts';
import type { Outcome } from '#shared/workflow/decision.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';

/** Who acts; `nip` is the person's own number, as far as it is known. */
export interface Actor extends Person {
  readonly role: Role;
  readonly scope: Scope;
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
}

/** An outcome of a decision, or what the ASN (ajukan ulang, tarik) and BKPSDM (jawab) do to an usul. */
export type WorkflowAction = Outcome | 'jawab' | 'ajukan_ulang' | 'tarik';

/** The revision and version that the actor had before his or her eyes. */
export interface Judged {
  readonly revision: number;
  readonly version: number;
}

/** Why an action is refused; `usul_berubah` means that it is valid only for an older state of the usul. */
export type WorkflowRefusal =
  | { readonly kind: 'usul_berubah' }
  | { readonly kind: 'bukan_wewenang' }
  | { readonly kind: 'milik_sendiri' }
  | { readonly kind: 'periode_ditutup' }
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
 * his or her own (design.md 6b): it is left to another of the same scope.
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
  if (actor.role !== 'asn' && isOwnUsul(actor, usul.employeeNip)) {
    return fail({ kind: 'milik_sendiri' });
  }
  if (judged.revision !== usul.revision || judged.version !== usul.version) {
    return fail({ kind: 'usul_berubah' });
  }
  const position = nextPosition(usul, actor.role, action);
  if (!position.ok) return position;
  if (action === 'ajukan_ulang' && usul.isOpen === false) return fail({ kind: 'periode_ditutup' });
  const revision = action === 'ajukan_ulang' ? usul.revision + 1 : usul.revision;
  return succeed({ position: position.value, revision, version: usul.version + 1 });
}

/** The position after an action of such a role, whoever it is. */
export function nextPosition(
  usul: Pick<WorkflowUsul, 'recordType' | 'position'>,
  role: Role,
  action: WorkflowAction,
): Result<UsulPosition, WorkflowRefusal> {
  const { position } = usul;
  if (action === 'tarik' && position.kind !== 'selesai') {
    return role === 'asn' ? succeed({ kind: 'selesai', result: 'ditarik' }) : notAllowed;
  }
  switch (position.kind) {
    case 'selesai':
      return impossible;
    case 'perbaikan':
      if (action !== 'ajukan_ulang') return impossible;
      return role === 'asn' ? succeed({ kind: 'menunggu', stage: 'verifikasi' }) : notAllowed;
    case 'koordinasi':
      if (action !== 'jawab') return impossible;
      return role === 'approver'
        ? succeed({ kind: 'menunggu', stage: position.stage })
        : notAllowed;
    case 'menunggu':
      if (action === 'jawab' || action === 'ajukan_ulang' || action === 'tarik') return impossible;
      if (role !== deciderOf(position.stage)) return notAllowed;
      return decided(usul.recordType, position.stage, action);
    default:
      return assertNever(position);
  }
}

function decided(
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
