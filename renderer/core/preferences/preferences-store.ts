import { createStore, type StoreApi } from 'zustand/vanilla';
import { readHostSetting, writeHostSetting } from '#renderer/data/keyring/host.ts';
import {
  readStoredPreferences,
  storePreferences,
} from '#renderer/data/account/kept-preferences.ts';
import type { AccountDatabase, HostDatabase } from '#renderer/data/schema/open-database.ts';
import { mergePreferences } from '#renderer/core/preferences/merge-preferences.ts';
import {
  defaultPreferences,
  type Preferences,
  type PreferencesStore,
} from '#renderer/core/preferences/preferences.ts';
import {
  appearanceOf,
  completePreferences,
  parsePreferenceParts,
} from '#renderer/core/preferences/stored-preferences.ts';

/** What the preferences stand on. */
export interface PreferencesPorts {
  readonly host: HostDatabase;
  /** How long changes that follow closely on one another are gathered, in milliseconds. */
  readonly autosaveMs: number;
  readonly onError: (cause: unknown) => void;
}

/** The preferences: of this PC before anybody sits down, then of the account. */
export class PreferencesDesk {
  readonly store: StoreApi<PreferencesStore>;
  readonly #ports: PreferencesPorts;
  #database: AccountDatabase | null = null;
  // Counts seatings: what was read for an older one is dropped.
  #seating = 0;
  #unsaved: Partial<Preferences> = {};
  // How the parts in `#unsaved` were before they were changed here.
  #before: Partial<Preferences> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  // Resolves when it is shown how the application looked last.
  #restored: Promise<void> = Promise.resolve();

  constructor(ports: PreferencesPorts) {
    this.#ports = ports;
    this.store = createStore<PreferencesStore>()(() => ({
      ready: false,
      preferences: defaultPreferences,
      change: (part) => this.#change(part),
    }));
  }

  /** Gives the preferences of an account, or (null) keeps only how the application looks. Never fails. */
  async seat(database: AccountDatabase | null): Promise<void> {
    this.#seating += 1;
    const seating = this.#seating;
    // At an empty desk they are of whoever sits down from now on, however long it takes until they are read.
    this.#database ??= database;
    await this.#restored;
    await this.flush();
    if (seating !== this.#seating) return;
    if (this.#database !== database) this.#hand(database);
    const looks = appearanceOf(this.store.getState().preferences);
    if (!database) {
      this.store.setState({ ready: false, preferences: completePreferences(looks) });
      return;
    }
    const stored = await this.#read(() => readStoredPreferences(database));
    if (seating !== this.#seating) return;
    // What was changed while this was read stands above it.
    const preferences = completePreferences(looks, stored, this.#unsaved);
    this.store.setState({ ready: true, preferences });
    this.#keepAppearance(preferences);
    void this.flush();
  }

  /** Shows how the application looked last on this PC; call it once, before anybody sits down. Never fails. */
  restoreAppearance(): void {
    this.#restored = this.#restoreAppearance();
  }

  /** Resolves when every change is on the disk, or was said in the log not to be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const database = this.#database;
    if (!database) return this.#writing;
    const parts = this.#unsaved;
    const before = this.#before;
    this.#unsaved = {};
    this.#before = {};
    if (Object.keys(parts).length > 0) {
      const [mine, base] = [parsePreferenceParts(parts), parsePreferenceParts(before)];
      this.#write(() =>
        storePreferences(database, (stored) =>
          parsePreferenceParts(mergePreferences(base, mine, parsePreferenceParts(stored))),
        ),
      );
    }
    return this.#writing;
  }

  /** Hands the desk on: nothing of the one before is of the next. */
  #hand(database: AccountDatabase | null): void {
    this.#database = database;
    this.#unsaved = {};
    this.#before = {};
  }

  async #restoreAppearance(): Promise<void> {
    const { host } = this.#ports;
    const stored = await this.#read(async () => (await readHostSetting(host, 'appearance')) ?? {});
    const { preferences } = this.store.getState();
    // What was changed while this was read stands above it.
    const looks = { ...appearanceOf(stored), ...appearanceOf(this.#unsaved) };
    this.store.setState({ preferences: { ...preferences, ...looks } });
  }

  #change(part: Partial<Preferences>): void {
    const before = this.store.getState().preferences;
    const preferences = { ...before, ...part };
    this.store.setState({ preferences });
    if (Object.keys(appearanceOf(part)).length > 0) this.#keepAppearance(preferences);
    // While nobody sits, only how it looks has an owner: whoever sits down next.
    const kept = this.#database ? part : appearanceOf(part);
    const changed = Object.entries(before).filter(([name]) => Object.hasOwn(kept, name));
    this.#before = { ...Object.fromEntries(changed), ...this.#before };
    this.#unsaved = { ...this.#unsaved, ...kept };
    // Until those of the account are read, changes wait for them: they would be shown without.
    if (this.#timer !== undefined || !this.store.getState().ready) return;
    // At once, because the window may go the next moment; those that follow closely (a splitter being drawn) together.
    void this.flush();
    this.#timer = setTimeout(() => void this.flush(), this.#ports.autosaveMs);
  }

  #keepAppearance(preferences: Preferences): void {
    const looks = appearanceOf(preferences);
    this.#write(() => writeHostSetting(this.#ports.host, 'appearance', looks));
  }

  async #read(
    read: () => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<Partial<Preferences>> {
    try {
      return parsePreferenceParts(await read());
    } catch (cause) {
      // Without its preferences a desk is still a desk.
      this.#ports.onError(cause);
      return {};
    }
  }

  #write(write: () => Promise<void>): void {
    this.#writing = this.#writing.then(write).catch(this.#ports.onError);
  }
}
