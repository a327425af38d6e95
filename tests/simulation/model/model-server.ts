import type { ApiError, ApiErrorKind } from '#shared/contract/api-error.ts';
import type { ChangesPage } from '#shared/contract/changes.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { Decision, Outcome } from '#shared/workflow/decision.ts';
import type { Usul } from '#shared/records/usul.ts';
import { applyAction, type Actor, type WorkflowAction } from '#shared/workflow/workflow.ts';
import { ModelFeed } from '#tests/simulation/model/model-feed.ts';
import { ModelSessions } from '#tests/simulation/model/model-sessions.ts';

/** What may be wrong with a server, to see whether the oracle notices. */
export interface ServerFlaws {
  /** A decision that it has is taken for a new one. */
  readonly forgetsIds?: boolean;
  /** A decision counts whatever version it judged. */
  readonly ignoresVersions?: boolean;
  /** What the approver and the ASN do is not told to anybody. */
  readonly hidesOthers?: boolean;
}

/** A decision that the server took in. */
export interface TakenDecision {
  readonly accountId: string;
  readonly payload: Decision;
  readonly receipt: Extract<CommandResult, { kind: 'diterima' }>;
}

/** A note that the server cannot keep (the real one: text that its database does not store). */
export const poisonedNote = 'racun';

const instansi = { instansiId: 'I1', instansiKind: 'daerah', kanregId: 'K1' } as const;
const approver: Actor = { role: 'approver', scope: { kind: 'instansi', id: 'I1' } };

/** The central server in a page: usul, who may do what to them, who is told, and every decision exactly once. */
export class ModelServer {
  readonly usul = new Map<string, Usul>();
  readonly taken: TakenDecision[] = [];
  readonly sessions: ModelSessions;
  readonly #feeds = new Map<string, ModelFeed>();
  readonly #now: () => number;
  readonly #flaws: ServerFlaws;

  constructor(now: () => number, flaws: ServerFlaws = {}) {
    this.#now = now;
    this.#flaws = flaws;
    this.sessions = new ModelSessions(now);
  }

  /** An ASN submits a new usul. */
  submit(usul: Usul): void {
    this.#keep(usul);
  }

  /** An ASN submits again what was returned, with other values; or takes it back. False when it cannot be. */
  asn(usulId: string, action: 'ajukan_ulang' | 'tarik', values: Usul['values'] = {}): boolean {
    const { employee } = this.#read(usulId);
    return this.#act(
      usulId,
      { role: 'asn', scope: { kind: 'employee', id: employee.id } },
      action,
      values,
    );
  }

  /** The approver decides or answers. False when it is not his or her turn. */
  approve(usulId: string, action: Outcome | 'jawab'): boolean {
    return this.#act(usulId, approver, action);
  }

  /** An usul goes to another OPD. */
  move(usulId: string, opdId: string): void {
    const usul = this.#read(usulId);
    if (usul.opdId === opdId) return;
    const moved = { ...usul, opdId, version: usul.version + 1 };
    this.#feed(usul.opdId).tell(moved);
    this.#keep(moved);
  }

  /** The numbers of every feed begin anew, as after a restored backup. */
  beginFeedsAnew(): void {
    for (const feed of this.#feeds.values()) feed.beginAnew();
  }

  /** A page of the account's feed; null for an unknown cursor. */
  changes(account: Account, cursor: string | undefined, limit: number): ChangesPage | null {
    const page = this.#feed(opdOf(account)).page(cursor, limit, (id) => this.#read(id));
    return page && { ...page, serverTime: this.#time() };
  }

  /** Takes decisions in, one result each. */
  deliver(account: Account, decisions: readonly Decision[]): CommandResult[] {
    return decisions.map((payload) => this.#take(account, payload));
  }

  #take(account: Account, payload: Decision): CommandResult {
    const earlier = this.taken.find((one) => one.payload.id === payload.id);
    if (earlier && !this.#flaws.forgetsIds) {
      const same =
        earlier.accountId === account.id &&
        JSON.stringify(earlier.payload) === JSON.stringify(payload);
      return same ? earlier.receipt : refuse(payload.id, 'id_bentrok', null);
    }
    if (payload.note === poisonedNote) return refuse(payload.id, 'tidak_sah', null);
    const usul = this.usul.get(payload.usulId);
    if (usul?.opdId !== opdOf(account)) return refuse(payload.id, 'tidak_berwenang', null);
    const judged = this.#flaws.ignoresVersions ? usul : payload;
    const step = applyAction(inWorkflow(usul), account, payload.outcome, judged);
    if (!step.ok) {
      const kind = step.error.kind === 'usul_berubah' ? 'usul_berubah' : 'tidak_sah';
      return refuse(payload.id, kind, usul);
    }
    const receipt = {
      kind: 'diterima',
      id: payload.id,
      receivedAt: this.#time(),
      chainSeq: this.taken.length + 1,
      hash: `h${this.taken.length + 1}`,
    } as const;
    this.taken.push({ accountId: account.id, payload, receipt });
    this.#keep({ ...usul, ...step.value });
    return receipt;
  }

  #act(usulId: string, actor: Actor, action: WorkflowAction, values?: Usul['values']): boolean {
    const usul = this.#read(usulId);
    const step = applyAction(inWorkflow(usul), actor, action, usul);
    if (!step.ok) return false;
    const changed = { ...usul, ...step.value, values: { ...usul.values, ...values } };
    if (this.#flaws.hidesOthers) this.usul.set(usulId, changed);
    else this.#keep(changed);
    return true;
  }

  #keep(usul: Usul): void {
    this.usul.set(usul.id, usul);
    this.#feed(usul.opdId).tell(usul);
  }

  #read(usulId: string): Usul {
    const usul = this.usul.get(usulId);
    if (!usul) throw new Error(`The model has no usul ${usulId}.`);
    return usul;
  }

  #feed(opdId: string): ModelFeed {
    const feed = this.#feeds.get(opdId) ?? new ModelFeed(opdId);
    this.#feeds.set(opdId, feed);
    return feed;
  }

  #time(): string {
    return new Date(this.#now()).toISOString();
  }
}

/** An error of the contract, as the model words it. */
export function modelError(kind: ApiErrorKind): ApiError {
  return { kind, message: `Model: ${kind}.`, action: 'Periksa.' };
}

function refuse(id: string, kind: ApiErrorKind, usul: Usul | null): CommandResult {
  const current = usul && {
    position: usul.position,
    revision: usul.revision,
    version: usul.version,
  };
  return { kind: 'ditolak', id, error: modelError(kind), current };
}

function inWorkflow(usul: Usul) {
  const { id: employeeId, nip: employeeNip } = usul.employee;
  return { ...usul, employeeNip, place: { ...instansi, opdPath: [usul.opdId], employeeId } };
}

function opdOf({ scope }: Account): string {
  return scope.kind === 'opd' ? scope.id : '';
}
