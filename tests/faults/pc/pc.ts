import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import {
  driverParameters,
  type Announcement,
  type Driver,
} from '#tests/faults/client/driver-contract.ts';
import { startChromium, type RunningChromium } from '#tests/faults/pc/chromium.ts';

declare global {
  /** The page's and worker's clock, put before every script by the network. */
  var shiftClock: (ms: number) => void;
}

const shift = (by: number): void => globalThis.shiftClock(by);

/** What a PC stands on. */
export interface PcPorts {
  readonly chromium: string;
  /** Address of the application, the same for as long as the profile lives. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly onAnnounce: (announcement: Announcement) => Promise<void>;
  readonly log: (line: string) => void;
}

/** The PC went off while it was asked something. */
export class PcIsOff extends Error {}

interface Running {
  readonly chromium: RunningChromium;
  readonly page: Page;
  readonly protocol: CDPSession;
}

/** One PC: a profile on the disk and, while it is on, a real Chromium with the desk open in it. */
export class Pc {
  readonly #ports: PcPorts;
  readonly #profile: string;
  /** The driver on the page; each throws `PcIsOff` when the PC went off before it answered. */
  readonly driver: Driver = {
    enter: (ms) => this.#ask((page) => page.evaluate((by) => driver.enter(by), ms)),
    decide: (order) => this.#ask((page) => page.evaluate((given) => driver.decide(given), order)),
    reopen: () => this.#ask((page) => page.evaluate(() => driver.reopen())),
    syncNow: () => this.#ask((page) => page.evaluate(() => driver.syncNow())),
    look: () => this.#ask((page) => page.evaluate(() => driver.look())),
  };
  #running: Running | null = null;
  #quota: number | null = null;
  #isThrownAway = false;

  private constructor(ports: PcPorts, profile: string) {
    this.#ports = ports;
    this.#profile = profile;
  }

  static async make(ports: PcPorts): Promise<Pc> {
    return new Pc(ports, await mkdtemp(path.join(tmpdir(), 'meja-faults-pc-')));
  }

  get isOn(): boolean {
    return this.#running !== null;
  }

  async turnOn(): Promise<void> {
    const { chromium: program, url, username, password, onAnnounce, log } = this.#ports;
    if (this.#isThrownAway) throw new PcIsOff();
    const chromium = await startChromium(program, this.#profile);
    if (this.#isThrownAway) {
      await chromium.kill();
      throw new PcIsOff();
    }
    const [context] = chromium.browser.contexts();
    const page = context?.pages()[0] ?? (await context?.newPage());
    if (!page) throw new Error('Chromium has no window.');
    page.on('console', (message) => log(`console: ${message.text()}`));
    page.on('pageerror', (error) => log(`page error: ${error.message}`));
    await page.exposeFunction('announce', onAnnounce);
    const protocol = await page.context().newCDPSession(page);
    this.#running = { chromium, page, protocol };
    await this.#applyQuota();
    const query = new URLSearchParams({
      [driverParameters.username]: username,
      [driverParameters.password]: password,
    });
    await this.#whileOn(page.goto(`${url}/?${query.toString()}`));
  }

  /** SIGKILL: nothing is said to anybody first. */
  async kill(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.chromium.kill();
  }

  async reload(): Promise<void> {
    await this.#whileOn(this.#on().page.reload());
  }

  /** Sets the PC's clock while everything runs. */
  async shiftClock(ms: number): Promise<void> {
    const { page } = this.#on();
    const places = [
      page.evaluate(shift, ms),
      ...page.workers().map((one) => one.evaluate(shift, ms)),
    ];
    await this.#whileOn(Promise.all(places));
  }

  /**
   * Leaves so many bytes for everything that the application keeps; null: as much as there is. A limit below what it
   * has already counts from the next start on: Chromium goes on writing into space that it once found free.
   */
  async limitStorage(bytes: number | null): Promise<void> {
    this.#quota = bytes;
    if (this.#running) await this.#applyQuota();
  }

  async #applyQuota(): Promise<void> {
    const { protocol } = this.#on();
    const origin = this.#ports.url;
    const limit = this.#quota === null ? { origin } : { origin, quotaSize: this.#quota };
    await this.#whileOn(protocol.send('Storage.overrideQuotaForOrigin', limit));
  }

  /**
   * Takes IndexedDB away while the PC is off, as Chromium itself does with a damaged one; the origin's private files
   * (the journal) only to prove what they are there for.
   */
  async eraseStorage({ journalToo }: { readonly journalToo: boolean }): Promise<void> {
    if (this.#running) throw new Error('Storage is erased while the PC is off.');
    for (const part of ['IndexedDB', ...(journalToo ? ['File System'] : [])]) {
      const folder = path.join(this.#profile, 'Default', part);
      for (const name of await readdir(folder)) {
        await rm(path.join(folder, name), { recursive: true, force: true });
      }
    }
  }

  /** Takes the PC's key out of its database while everything runs: the next one that it makes is another. */
  async loseKey(): Promise<void> {
    await this.#ask((page) => page.evaluate(deleteKey));
  }

  async throwAway(): Promise<void> {
    this.#isThrownAway = true;
    await this.kill();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #ask<T>(question: (page: Page) => Promise<T>): Promise<T> {
    return this.#whileOn(question(this.#on().page));
  }

  #on(): Running {
    if (!this.#running) throw new PcIsOff();
    return this.#running;
  }

  async #whileOn<T>(answer: Promise<T>): Promise<T> {
    const before = this.#running;
    try {
      return await answer;
    } catch (cause) {
      if (this.#running !== before) throw new PcIsOff();
      throw cause;
    }
  }
}

/** Runs in the page. A database that is not there yet is not made. */
async function deleteKey(): Promise<void> {
  const name = 'meja-host';
  const there = await indexedDB.databases();
  if (!there.some((one) => one.name === name)) return;
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(new Error('The database does not open.')));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const deleting = database.transaction('settings', 'readwrite');
      deleting.objectStore('settings').delete('deviceKey');
      deleting.addEventListener('complete', () => {
        database.close();
        resolve();
      });
    });
  });
}
