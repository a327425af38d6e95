import { createStore, type StoreApi } from 'zustand/vanilla';
import { storeInBoth } from '#renderer/data/journal/keep-both.ts';
import { followCommandMarks } from '#renderer/data/live/follow-table.ts';
import { letGoOfCommand, saveCommand, type SaveRefusal } from '#renderer/data/outbox/outbox.ts';
import type { DecisionEntry } from '#renderer/data/schema/rows.ts';
import { changeSealedMeta, readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import { readUsul } from '#renderer/data/usul/usul-rows.ts';
import type { BulkStore } from '#renderer/core/bulk/bulk-contract.ts';
import { BulkMarks } from '#renderer/core/bulk/bulk-marks.ts';
import { askFailed, bulkSentences } from '#renderer/core/bulk/bulk-sentences.ts';
import { sampledIn } from '#renderer/core/bulk/bulk-view.ts';
import { isFull } from '#renderer/core/is-full.ts';
import type { Ask } from '#renderer/core/query/ask.ts';
import { underAppointment, type Seat } from '#renderer/core/seat/seat.ts';
import { sharedSentences } from '#renderer/core/shared-sentences.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { BulkAnswer } from '#shared/contract/bulk.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';
import type { BulkCommand, BulkItem } from '#shared/workflow/bulk/bulk-commands.ts';
import { usualBulkPolicy } from '#shared/workflow/bulk/bulk-policy.ts';
import { bulkBarOf, type BulkBar } from '#shared/workflow/bulk/may-be-in-bulk.ts';

/** What approval in bulk needs of the world. */
export interface BulkPorts {
  readonly ask: Ask;
  readonly now: () => Date;
  /** The server's time as well as this PC knows it: what the rules call today. */
  readonly serverNow: () => Date;
  readonly newId: () => string;
  readonly deviceId: () => Promise<string>;
  readonly appVersion: () => Promise<string>;
  /** A command was stored: the exchange may want to run. */
  readonly onStored: () => void;
  readonly onError: (cause: unknown) => void;
}

/** Approval in bulk, and how to bind it to whoever sits here (returns how to let go). */
export interface BulkDesk {
  readonly store: StoreApi<BulkStore>;
  follow(seat: Seat): () => void;
  /** The batch of which the usul is to be looked at as a sample; null: of none. */
  batchOf(usulId: string): string | null;
  /** A decision was just stored here, or taken back: what is left of a sample is known before the database tells of it. */
  showDecided(entry: DecisionEntry, heldUntil: number): void;
  showTakenBack(decisionId: string): void;
}

const nothing = {
  policy: usualBulkPolicy,
  batch: null,
  decided: new Set<string>(),
  onItsWay: null,
  refused: null,
  trouble: null,
  asking: false,
} as const;

/** What shows a command about no usul. */
const aboutNone = { employeeName: '', nip: '', recordType: '', usulKind: '' } as const;
/** So many usul are opened at once. */
const judgedAtOnce = 100;

/** Builds it. */
export function makeBulkStore(ports: BulkPorts): BulkDesk {
  return new Bulk(ports);
}

class Bulk implements BulkDesk {
  readonly store: StoreApi<BulkStore>;
  readonly #ports: BulkPorts;
  #seat: Seat | null = null;
  #marks = new BulkMarks();
  #isMaking = false;

  constructor(ports: BulkPorts) {
    this.#ports = ports;
    this.store = createStore<BulkStore>()(() => ({
      ...nothing,
      ask: () => this.#ask(),
      judge: (...asked) => this.#judge(...asked),
      select: (items) =>
        items.length === 0
          ? Promise.resolve(fail(bulkSentences.nothingSelected))
          : this.#make((made) => ({ kind: 'setujuiMassal', ...made, items: [...items] })),
      confirm: () => this.#about((made, bulkId) => ({ kind: 'sahkanMassal', ...made, bulkId })),
      giveUp: () => this.#about((made, bulkId) => ({ kind: 'batalkanMassal', ...made, bulkId })),
      letGo: () => this.#letGo(),
    }));
  }

  batchOf(usulId: string): string | null {
    return sampledIn(this.store.getState().batch, usulId)?.id ?? null;
  }

  showDecided({ decision }: DecisionEntry, heldUntil: number): void {
    if (!this.#seat) return;
    this.#marks.decided(decision, heldUntil);
    this.#publish();
  }

  showTakenBack(decisionId: string): void {
    this.#marks.takenBack(decisionId);
    this.#publish();
  }

  follow(seat: Seat): () => void {
    // Nobody else has a batch.
    if (seat.account.role !== deciderOf('persetujuan')) return () => undefined;
    const { onError } = this.#ports;
    this.#seat = seat;
    this.#marks = new BulkMarks();
    let first = true;
    const stop = followCommandMarks(seat.database, {
      onChange: (change) => {
        const settled = this.#marks.change(change);
        this.#publish();
        if (!first && this.#marks.concerns(settled, this.store.getState().batch)) void this.#ask();
        if (first) this.#restore(seat).catch(onError);
        first = false;
      },
      onError,
    });
    return () => {
      stop();
      this.#seat = null;
      this.store.setState(nothing);
    };
  }

  /** What the server told last, also without network; asked again where that may have changed. */
  async #restore(seat: Seat): Promise<void> {
    const kept = await readSealedMeta(seat.database, 'bulk');
    if (seat !== this.#seat) return;
    if (kept) this.#show(kept);
    const taken = this.#marks.newestTaken();
    const batch = kept?.batch ?? null;
    const isNews = taken !== null && (batch === null || taken > batch.id);
    if (isNews || batch?.state === 'terbuka') await this.#ask();
  }

  #publish(): void {
    const { batch } = this.store.getState();
    this.store.setState({ ...this.#marks.summary(), decided: this.#marks.decidedOf(batch) });
  }

  #show({ policy, batch }: BulkAnswer): void {
    this.store.setState({ policy, batch, decided: this.#marks.decidedOf(batch), trouble: null });
  }

  async #ask(): Promise<void> {
    const seat = this.#seat;
    if (!seat) return;
    this.store.setState({ asking: true });
    try {
      const answer = await this.#ports.ask('bulk', {});
      if (seat !== this.#seat) return;
      if (!answer.ok) return this.store.setState({ trouble: askFailed(answer.error) });
      const { policy, batch } = answer.value;
      await changeSealedMeta(seat.database, 'bulk', () => ({ policy, batch }));
      if (seat === this.#seat) this.#show(answer.value);
    } catch (cause) {
      // Whoever locks the desk closes its database under it.
      if (seat === this.#seat) this.#ports.onError(cause);
    } finally {
      if (seat === this.#seat) this.store.setState({ asking: false });
    }
  }

  async #judge(
    ...[usulIds, policy]: Parameters<BulkStore['judge']>
  ): Promise<ReadonlyMap<string, BulkBar | null>> {
    const bars = new Map<string, BulkBar | null>();
    const seat = this.#seat;
    if (!seat) return bars;
    const today = localDateOf(this.#ports.serverNow());
    for (let at = 0; at < usulIds.length; at += judgedAtOnce) {
      const some = usulIds.slice(at, at + judgedAtOnce);
      const usuls = await Promise.all(some.map((id) => readUsul(seat.database, id)));
      for (const usul of usuls) {
        if (usul) bars.set(usul.id, bulkBarOf(usul, seat.account, policy, today));
      }
    }
    return bars;
  }

  #about(command: (made: Made, bulkId: string) => BulkCommand): Promise<Result<void, ShownError>> {
    const { batch } = this.store.getState();
    if (batch?.state !== 'terbuka') return Promise.resolve(fail(bulkSentences.noBatch));
    // Never before the sample that it stands on, which is held a while.
    return this.#make((made) => command(made, batch.id), this.#marks.sampleHeldUntil(batch));
  }

  async #make(
    commandOf: (made: Made) => BulkCommand,
    notBefore = 0,
  ): Promise<Result<void, ShownError>> {
    const seat = this.#seat;
    if (!seat) return fail(sharedSentences.notSignedIn);
    // Pressed twice it is meant once.
    if (this.#isMaking || this.store.getState().onItsWay !== null) return succeed(undefined);
    this.#isMaking = true;
    try {
      const at = this.#ports.now();
      const command = commandOf({
        id: this.#ports.newId(),
        deviceId: await this.#ports.deviceId(),
        appVersion: await this.#ports.appVersion(),
        madeAt: at.toISOString(),
        ...underAppointment(seat),
      });
      const stored = await store(seat, command, { at, notBefore });
      if (stored.ok && seat === this.#seat) {
        this.#marks.made(command, Math.max(at.getTime(), notBefore));
        this.#publish();
      }
      if (stored.ok) this.#ports.onStored();
      return stored;
    } catch (cause) {
      this.#ports.onError(cause);
      return fail(isFull(cause) ? bulkSentences.storageFull : bulkSentences.storageFailed);
    } finally {
      this.#isMaking = false;
    }
  }

  async #letGo(): Promise<void> {
    const { refused } = this.store.getState();
    const seat = this.#seat;
    if (!refused || !seat) return;
    await letGoOfCommand(seat.database, refused.commandId, this.#ports.now());
  }
}

/** What every command says of its making. */
type Made = Pick<BulkCommand, 'id' | 'deviceId' | 'appVersion' | 'madeAt' | 'appointmentId'>;

/** On the disk twice when it resolves with success, as a decision is. */
async function store(
  { database, journal }: Seat,
  command: BulkCommand,
  { at, notBefore }: { readonly at: Date; readonly notBefore: number },
): Promise<Result<void, ShownError>> {
  const kept = { command, ...aboutNone };
  const heldUntil = Math.max(at.getTime(), notBefore);
  const saved = await storeInBoth<SaveRefusal>(
    journal,
    { ...kept, heldUntil, shas: [], replaces: [] },
    {
      check: () => Promise.resolve(succeed(undefined)),
      save: () => {
        const entry = { ...kept, state: { kind: 'menunggu' } } as const;
        return saveCommand(database, { entry, heldUntil, shas: [], at });
      },
    },
  );
  if (saved.ok) return saved;
  const isDiskFull = saved.error.by === 'jurnal' && saved.error.fault.kind === 'penuh';
  return fail(isDiskFull ? bulkSentences.storageFull : bulkSentences.storageFailed);
}

/** An usul as it stands in a list, as an item of a selection. */
export function itemOf({
  id: usulId,
  revision,
  version,
}: {
  readonly id: string;
  readonly revision: number;
  readonly version: number;
}): BulkItem {
  return { usulId, revision, version };
}
