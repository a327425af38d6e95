import type { ApiError, ApiErrorKind } from '#shared/contract/api-error.ts';
import type { ChangesPage } from '#shared/contract/changes.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import type { Decision, Outcome } from '#shared/workflow/decision.ts';
import type { Usul } from '#shared/records/usul.ts';
import { applyAction, type Actor, type WorkflowAction } from '#shared/workflow/workflow.ts';
import { ModelFeed, type SavedFeed } from '#tests/simulation/model/model-feed.ts';
import { ModelSessions } from '#tests/simulation/model/model-sessions.ts';

/** What may be wrong with a server, to see whether the oracle notices. */
export interface ServerFlaws {
  /** A decision that it has is taken for a new one. */
  readonly forgetsIds?: boolean;
  /** A decision counts whatever version it judged. */
  readonly ignoresVersions?: boolean;
  /** What the approver and the ASN do is not told to anybody. */
  readonly hidesOthers?: boolean;
  /** It takes a backup that is put back for the present, and says that it has whatever it is asked for. */
  readonly goesBackUnnoticed?: boolean;
}

/** What a pull asks with. */
export interface ModelPull {
  readonly cursor: string | undefined;
  readonly limit: number;
  readonly lastCommand?: string;
  readonly lastReceipt?: string;
}

/** Everything that the server had at a moment. */
interface Backup {
  readonly usul: ReadonlyMap<string, Usul>;
  readonly taken: readonly TakenDecision[];
  readonly feeds: ReadonlyMap<string, SavedFeed>;
  readonly steps: readonly number[];
  readonly epoch: ModelEpoch;
}

interface ModelEpoch {
  readonly number: number;
  readonly name: string;
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
  readonly #backups: Backup[] = [];
  // Receipts that were ever given, whatever became of them, with the epoch: what the real server knows by its seal.
  readonly #given = new Map<string, { readonly accountId: string; readonly epoch: number }>();
  #epoch: ModelEpoch = { number: 1, name: '1.0' };
  // A name of chance alone for every change that a feed told of.
  readonly #steps: number[] = [];
  // Never set back: names of epochs and hashes of links are of chance alone.
  #made = 0;
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
    this.#note();
    this.#feed(usul.opdId).tell(moved);
    this.#keep(moved);
  }

  /** The numbers of every feed begin anew, without anything having gone back. */
  beginFeedsAnew(): void {
    for (const feed of this.#feeds.values()) feed.beginAnew((this.#made += 1));
  }

  /** Keeps everything as it is now. */
  backUp(): void {
    const feeds = new Map([...this.#feeds].map(([opdId, feed]) => [opdId, feed.save()]));
    const { usul, taken } = this;
    this.#backups.push({
      usul: new Map(usul),
      taken: [...taken],
      feeds,
      steps: [...this.#steps],
      epoch: this.#epoch,
    });
  }

  get backups(): number {
    return this.#backups.length;
  }

  /**
   * Puts a backup back. `isNoticed`: the mark outside the database is ahead of it, so that the start opens a new epoch; else
   * the whole disk went back, and only the PCs can tell.
   */
  restore(index: number, isNoticed: boolean): void {
    const backup = this.#backups[index];
    if (!backup) throw new Error(`There is no backup ${index}.`);
    const seen = this.#epoch.number;
    this.usul.clear();
    for (const [id, usul] of backup.usul) this.usul.set(id, usul);
    this.taken.splice(0, this.taken.length, ...backup.taken);
    this.#feeds.clear();
    for (const [opdId, feed] of backup.feeds) this.#feeds.set(opdId, new ModelFeed(opdId, feed));
    this.#steps.splice(0, this.#steps.length, ...backup.steps);
    this.#epoch = backup.epoch;
    if (isNoticed) this.#openEpoch(seen);
  }

  /** A page of the account's feed; null where it does not know the cursor or the receipt. */
  changes(account: Account, pull: ModelPull): ChangesPage | null {
    if (!this.#knows(account, pull)) return null;
    const [cursor, step] = pull.cursor?.split('~') ?? [];
    if (step !== undefined && !this.#hasStep(step)) return null;
    const page = this.#feed(opdOf(account)).page(cursor, pull.limit, (id) => this.#read(id));
    if (!page) return null;
    const last = `${this.#epoch.number}-${this.#steps.length}-${this.#steps.at(-1)}`;
    const told = { ...page, cursor: `${page.cursor}~${last}` };
    return { ...told, serverTime: this.#time(), epoch: this.#epoch.name };
  }

  /** The answers of those commands of an account that it has. */
  receiptsOf(account: Account, ids: readonly string[]): TakenDecision['receipt'][] {
    if (this.#flaws.goesBackUnnoticed) {
      const nothing = { receivedAt: this.#time(), chainSeq: 1, hash: 'h' } as const;
      return ids.map((id) => ({ kind: 'diterima', id, ...nothing }));
    }
    return this.taken
      .filter(({ accountId, payload }) => accountId === account.id && ids.includes(payload.id))
      .map(({ receipt }) => receipt);
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
      receipt: `${this.#epoch.number}.${this.taken.length + 1}.${(this.#made += 1)}`,
    } as const;
    this.taken.push({ accountId: account.id, payload, receipt });
    this.#given.set(receipt.receipt, { accountId: account.id, epoch: this.#epoch.number });
    this.#keep({ ...usul, ...step.value });
    return receipt;
  }

  /** Whether it knows the newest receipt of a PC; one that it gave and does not know makes it open an epoch. */
  #knows({ id }: Account, { lastCommand, lastReceipt }: ModelPull): boolean {
    if (lastReceipt === undefined || this.#flaws.goesBackUnnoticed) return true;
    const isHere = this.taken.some(
      ({ accountId, payload, receipt }) =>
        accountId === id && payload.id === lastCommand && receipt.receipt === lastReceipt,
    );
    const given = this.#given.get(lastReceipt);
    if (!isHere && given?.accountId === id) this.#openEpoch(given.epoch);
    return isHere;
  }

  /** Whether the change that a cursor names is still there; else it opens an epoch. */
  #hasStep(text: string): boolean {
    if (this.#flaws.goesBackUnnoticed) return true;
    const [epoch = 0, id = 0, name] = text.split('-').map(Number);
    if (id === 0 || this.#steps[id - 1] === name) return true;
    this.#openEpoch(epoch);
    return false;
  }

  #openEpoch(seen: number): void {
    if (this.#flaws.goesBackUnnoticed || this.#epoch.number > seen) return;
    this.#epoch = { number: seen + 1, name: `${seen + 1}.${(this.#made += 1)}` };
    this.beginFeedsAnew();
    this.sessions.endAll();
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
    this.#note();
    this.usul.set(usul.id, usul);
    this.#feed(usul.opdId).tell(usul);
  }

  #note(): void {
    this.#steps.push((this.#made += 1));
  }

  #read(usulId: string): Usul {
    const usul = this.usul.get(usulId);
    if (!usul) throw new Error(`The model has no usul ${usulId}.`);
    return usul;
  }

  #feed(opdId: string): ModelFeed {
    const known = this.#feeds.get(opdId);
    if (known) return known;
    const feed = new ModelFeed(opdId);
    feed.beginAnew((this.#made += 1));
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
