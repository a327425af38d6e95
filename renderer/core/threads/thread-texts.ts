import { changeSealedMeta, readSealedMeta } from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';

/** What keeping texts needs; durations in milliseconds. */
export interface ThreadTextPorts {
  /** The pause of typing that it waits for. */
  readonly autosaveMs: number;
  readonly onChange: () => void;
  readonly onError: (cause: unknown) => void;
}

/** What was typed as messages and not sent, by usul: in memory at once, sealed on the disk after a pause. */
export class ThreadTexts {
  readonly #ports: ThreadTextPorts;
  #texts = new Map<string, string>();
  #changed = new Set<string>();
  #database: AccountDatabase | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: ThreadTextPorts) {
    this.#ports = ports;
  }

  of(usulId: string): string {
    return this.#texts.get(usulId) ?? '';
  }

  write(usulId: string, text: string): void {
    if (this.of(usulId) === text) return;
    this.#texts.set(usulId, text);
    this.#changed.add(usulId);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), this.#ports.autosaveMs);
    this.#ports.onChange();
  }

  /** Writes what is left to the database of before, then reads that of whoever sits down (null: nobody). */
  async seat(database: AccountDatabase | null): Promise<void> {
    await this.#save();
    this.#texts = new Map();
    this.#changed = new Set();
    this.#database = database;
    if (!database) return;
    try {
      const kept = await readSealedMeta(database, 'threadTexts');
      if (database !== this.#database) return;
      // What was typed while it was read is newer.
      this.#texts = new Map([...Object.entries(kept ?? {}), ...this.#texts]);
    } catch (cause) {
      // Whoever leaves at once closes the database under it.
      if (database === this.#database) this.#ports.onError(cause);
    }
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    const database = this.#database;
    if (!database || this.#changed.size === 0) return;
    const changed = [...this.#changed].map((id) => [id, this.of(id)] as const);
    this.#changed = new Set();
    try {
      await changeSealedMeta(database, 'threadTexts', (kept = {}) =>
        Object.fromEntries(
          Object.entries({ ...kept, ...Object.fromEntries(changed) }).filter(([, text]) => text),
        ),
      );
    } catch (cause) {
      for (const [id] of changed) this.#changed.add(id);
      this.#ports.onError(cause);
    }
  }
}
