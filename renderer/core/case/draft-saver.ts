import { saveTyped } from '#renderer/data/drafts/drafts.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';

/** What a saver needs; durations in milliseconds. */
export interface DraftSaverPorts {
  /** The pause of typing that it waits for; a write that failed is tried again after ten of them. */
  readonly autosaveMs: number;
  /** Whether everything typed is on the disk, as often as that changes. */
  readonly onSaved: (saved: boolean) => void;
  readonly onError: (cause: unknown) => void;
}

/** What was typed in this window, and the draft that it is a change of. */
export interface Typed {
  readonly base: Draft;
  readonly mine: Draft;
}

interface Entry extends Typed {
  readonly database: AccountDatabase;
  readonly state: 'typed' | 'writing' | 'failed' | 'saved';
}

/**
 * Writes drafts behind the typing: soon after a pause, at once when the usul is left. What could not be written stays
 * in memory, by usul, and is tried again: after a while, and at every flush.
 */
export class DraftSaver {
  readonly #ports: DraftSaverPorts;
  readonly #entries = new Map<string, Entry>();
  #begun: Draft | null = null;
  #saved = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #written = 0;

  constructor(ports: DraftSaverPorts) {
    this.#ports = ports;
  }

  /** This usul is on the desk now, so read from the disk: what is typed next is a change of it. */
  begin(draft: Draft): void {
    this.#entries.delete(draft.usulId);
    this.end();
    this.#begun = draft;
    this.#tell();
  }

  /** No usul is on the desk any more: what is on the disk is not kept in memory too. */
  end(): void {
    this.#begun = null;
    for (const [usulId, { state }] of this.#entries) {
      if (state === 'saved') this.#entries.delete(usulId);
    }
  }

  /** What was typed about an usul in this window; null when nothing was since `begin`. */
  typed(usulId: string): Typed | null {
    return this.#entries.get(usulId) ?? null;
  }

  /** How many drafts were written so far: whoever read the disk meanwhile may not have the newest. */
  get written(): number {
    return this.#written;
  }

  later(database: AccountDatabase, draft: Draft): void {
    const before = this.#entries.get(draft.usulId);
    const base = before?.base ?? this.#begun;
    this.#entries.set(draft.usulId, {
      database,
      base: base?.usulId === draft.usulId ? base : draft,
      mine: draft,
      state: before?.state === 'failed' ? 'failed' : 'typed',
    });
    this.#restart(this.#ports.autosaveMs);
  }

  /** The draft became a decision: what was typed is not wanted any more. */
  forget(usulId: string): void {
    this.#entries.delete(usulId);
    this.#tell();
  }

  /** The account's database was opened anew: what could not be written yet goes there. */
  move(database: AccountDatabase): void {
    for (const [usulId, entry] of this.#entries) this.#entries.set(usulId, { ...entry, database });
  }

  /** The account left: nothing more can be written for it. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#entries.clear();
    this.#begun = null;
    this.#tell();
  }

  /** Resolves when everything typed so far is on the disk, or was said not to be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    for (const usulId of this.#entries.keys()) {
      this.#writing = this.#writing.then(() => this.#write(usulId));
    }
    return this.#writing;
  }

  async #write(usulId: string): Promise<void> {
    const work = this.#entries.get(usulId);
    if (!work || work.state === 'saved') return;
    this.#entries.set(usulId, { ...work, state: 'writing' });
    const stored = await this.#store(work);
    const now = this.#entries.get(usulId);
    // Unless it became a decision or was read anew while it was written.
    if (now?.base === work.base) this.#settle(work, now, stored);
    this.#tell();
  }

  async #store({ database, base, mine }: Entry): Promise<boolean> {
    try {
      await saveTyped(database, base, mine);
      this.#written += 1;
      return true;
    } catch (cause) {
      this.#ports.onError(cause);
      return false;
    }
  }

  #settle(work: Entry, now: Entry, stored: boolean): void {
    const { usulId } = work.mine;
    if (!stored) {
      this.#entries.set(usulId, { ...now, state: 'failed' });
      this.#restart(this.#ports.autosaveMs * 10);
    } else if (now.mine !== work.mine) {
      this.#entries.set(usulId, { ...now, base: work.mine, state: 'typed' });
    } else if (usulId === this.#begun?.usulId) {
      this.#entries.set(usulId, { ...now, base: work.mine, state: 'saved' });
    } else {
      this.#entries.delete(usulId);
    }
  }

  #restart(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #tell(): void {
    const saved = [...this.#entries.values()].every(({ state }) => state !== 'failed');
    if (saved === this.#saved) return;
    this.#saved = saved;
    this.#ports.onSaved(saved);
  }
}
