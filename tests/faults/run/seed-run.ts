import type {
  Announcement,
  DecideOrder,
  DeskView,
  Done,
  Driver,
  OutboxLine,
} from '#tests/faults/client/driver-contract.ts';
import { KeptNotebook } from '#tests/faults/judge/notebook.ts';
import { knowEverything, makeSwallower, type Sabotage } from '#tests/faults/judge/sabotage.ts';
import type { AppFiles } from '#tests/faults/network/app-files.ts';
import { UnrulyNetwork, type DeliveryMoment } from '#tests/faults/network/unruly-network.ts';
import { Pc, PcIsOff } from '#tests/faults/pc/pc.ts';
import { FaultCounts } from '#tests/faults/plan/fault-kinds.ts';
import { usulPerSeed, type Act } from '#tests/faults/plan/make-plan.ts';
import type { Lane } from '#tests/faults/world/lane.ts';
import { actAsAsn, addOffice, findForAsn, type Office } from '#tests/faults/world/office.ts';

/** What a seed runs on. */
export interface SeedPorts {
  readonly seed: number;
  /** How often the person decides. */
  readonly decisions: number;
  readonly lane: Lane;
  readonly app: AppFiles;
  /** Path of the Chromium to start. */
  readonly chromium: string;
  readonly sabotage: Sabotage | null;
}

type Armed<Kind extends Act['kind']> = Extract<Act, { kind: Kind }> | null;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The day of one seed: a person at a PC, a network, a server, and what befalls them. */
export class SeedRun {
  readonly notebook = new KeptNotebook();
  readonly counts = new FaultCounts();
  readonly lines: string[] = [];
  /** How often the screen said that this PC could not keep a decision. */
  refusedLoudly = 0;
  /** How many unsent decisions were in the outbox again after the store had been erased. */
  broughtBack = 0;
  readonly #ports: SeedPorts;
  readonly #startedAt = performance.now();
  readonly office: Office;
  #network: UnrulyNetwork | null = null;
  #pc: Pc | null = null;
  #killBrowser: Armed<'kill browser'> = null;
  #killServer: Armed<'kill server'> = null;
  // Whether the PC knows the account: it was entered, and its store was not taken away since.
  #known = false;
  #restarting: Promise<unknown> = Promise.resolve();

  private constructor(ports: SeedPorts, office: Office) {
    this.#ports = ports;
    this.office = office;
  }

  /** Puts everything up: office, network, PC; the inbox is complete when this resolves. */
  static async begin(ports: SeedPorts): Promise<SeedRun> {
    const { lane, seed } = ports;
    const office = await addOffice(lane.db, lane.documents, seed, usulPerSeed);
    const run = new SeedRun(ports, office);
    await lane.server.start();
    run.#network = await UnrulyNetwork.start({
      seed,
      app: ports.app,
      target: () => lane.server.url,
      counts: run.counts,
      log: (line) => run.log(line),
      onDelivery: (moment) => run.#hearDelivery(moment),
      ...(ports.sabotage === 'lost' ? { swallow: makeSwallower() } : {}),
      ...(ports.sabotage === 'backup' ? { instead: knowEverything } : {}),
    });
    run.#pc = await Pc.make({
      chromium: ports.chromium,
      url: run.network.url,
      username: office.username,
      password: office.password,
      onAnnounce: (announcement) => run.#hearPage(announcement),
      log: (line) => run.log(line),
    });
    return run;
  }

  get network(): UnrulyNetwork {
    if (!this.#network) throw new Error('The network is not there yet.');
    return this.#network;
  }

  get pc(): Pc {
    if (!this.#pc) throw new Error('The PC is not there yet.');
    return this.#pc;
  }

  log(line: string): void {
    const ms = Math.round(performance.now() - this.#startedAt);
    this.lines.push(`${String(ms).padStart(6)} ${line}`);
  }

  /** Lets one thing happen. */
  async perform(act: Act): Promise<void> {
    if (act.kind !== 'weather') this.log(JSON.stringify(act));
    try {
      await this.#perform(act);
    } catch (cause) {
      if (!(cause instanceof PcIsOff)) throw cause;
      this.log('the PC went off');
    }
  }

  async #perform(act: Act): Promise<void> {
    switch (act.kind) {
      case 'decide':
        return this.#decide(act.order);
      case 'reopen':
        return void (await this.#act((driver) => driver.reopen()));
      case 'sync now':
        return void (await this.#act((driver) => driver.syncNow()));
      case 'pause':
        return pause(act.ms);
      case 'weather':
        this.network.weather = act.weather;
        return this.log(`weather ${JSON.stringify(act.weather)}`);
      case 'reload':
        if (!this.pc.isOn) return;
        this.counts.add('page reloaded');
        return this.pc.reload();
      case 'kill browser':
        this.#killBrowser = act;
        return act.moment === 'any' ? this.#killBrowserNow(act.moment) : undefined;
      case 'kill server':
        this.#killServer = act;
        return act.moment === 'any' ? this.#killServerNow(act.moment) : undefined;
      case 'clock':
        this.counts.add('clock jumped');
        this.network.clockShiftMs = act.shiftMs;
        return this.pc.isOn ? this.pc.shiftClock(act.shiftMs) : undefined;
      case 'quota':
        return this.#limitStorage(act.space);
      case 'erase storage':
        return this.#eraseStorage(act);
      case 'lose key':
        if (!this.pc.isOn) return;
        this.counts.add('device key lost');
        return this.pc.loseKey();
      case 'asn':
        return this.#asn(act);
      case 'back up':
        await this.#restarting;
        return this.#ports.lane.backUp();
      case 'restore':
        await this.#restarting;
        this.counts.add(`backup restored (${act.what})`);
        return this.#ports.lane.restore(act.what);
    }
  }

  /** Ends the faults: a shot that still waits for its moment has a second more, then everything is up again. */
  async calmDown(): Promise<void> {
    this.network.weather = { kind: 'calm' };
    for (let n = 0; n < 20 && (this.#killBrowser ?? this.#killServer); n += 1) {
      await this.perform({ kind: 'sync now' });
      await pause(50);
    }
    this.#killBrowser = null;
    this.#killServer = null;
    await this.#restarting;
    await this.#ports.lane.server.start();
    await this.network.quiet();
    await this.pc.limitStorage(null);
  }

  /** The screen of the person, who turned the PC on, entered and asked for an exchange. */
  async look(): Promise<DeskView> {
    const entered = await this.#enter(5_000);
    if (entered.kind !== 'done') this.log(`not entered: ${JSON.stringify(entered)}`);
    await this.pc.driver.syncNow();
    return this.pc.driver.look();
  }

  async end(): Promise<void> {
    await this.#pc?.throwAway();
    await this.#network?.stop();
  }

  async #enter(patienceMs: number): Promise<Done> {
    if (!this.pc.isOn) await this.pc.turnOn();
    const entered = await this.pc.driver.enter(patienceMs);
    if (entered.kind === 'done') this.#known = true;
    return entered;
  }

  async #act(hands: (driver: Driver) => Promise<Done>): Promise<Done> {
    const entered = await this.#enter(300);
    const done = entered.kind === 'done' ? await hands(this.pc.driver) : entered;
    this.log(`  ${JSON.stringify(done)}`);
    return done;
  }

  async #decide(order: DecideOrder): Promise<void> {
    const done = await this.#act((driver) => driver.decide(order));
    if (done.kind !== 'refused') return;
    this.notebook.refuse(order.note);
    if (done.reason.startsWith('penyimpanan')) this.refusedLoudly += 1;
  }

  async #hearPage(announcement: Announcement): Promise<void> {
    this.notebook.hear(announcement);
    this.log(`  ${JSON.stringify(announcement)}`);
    const { step } = announcement;
    if (step === 'nobody-known') this.#noteForgottenAccount();
    const armed = this.#killBrowser;
    if (!armed || armed.moment !== step) return;
    // While the decision is on its way to the disk; else at once, before the page hears that it was heard.
    if (step === 'storing') await pause(armed.afterMs);
    await this.#killBrowserNow(armed.moment);
  }

  /** Once somebody sat here, only a store that went away makes a PC forget the account. */
  #noteForgottenAccount(): void {
    if (this.#known) this.counts.add('storage reset by Chromium');
    this.#known = false;
  }

  async #hearDelivery(moment: DeliveryMoment): Promise<void> {
    const [browser, server] = [this.#killBrowser, this.#killServer];
    if (browser?.moment === moment) {
      // The receipt is on its way into the store.
      if (moment === 'receipt') await pause(browser.afterMs);
      await this.#killBrowserNow(browser.moment);
    }
    if (server?.moment === moment) {
      if (moment === 'working') await pause(server.afterMs);
      await this.#killServerNow(server.moment);
    }
  }

  async #killBrowserNow(moment: NonNullable<Armed<'kill browser'>>['moment']): Promise<void> {
    this.#killBrowser = null;
    if (!this.pc.isOn) return;
    this.log(`browser killed (${moment})`);
    this.counts.add(`browser killed (${moment})`);
    await this.pc.kill();
  }

  async #killServerNow(moment: NonNullable<Armed<'kill server'>>['moment']): Promise<void> {
    const armed = this.#killServer;
    this.#killServer = null;
    this.log(`server killed (${moment})`);
    this.counts.add(`server killed (${moment})`);
    const { server } = this.#ports.lane;
    await server.kill();
    this.#restarting = pause(armed?.downMs ?? 0).then(() => server.start());
  }

  async #eraseStorage(act: Extract<Act, { kind: 'erase storage' }>): Promise<void> {
    const entered = await this.#enter(300);
    if (entered.kind !== 'done') return this.log('  not erased: nobody could look at the outbox');
    const before = (await this.pc.driver.look()).outbox;
    this.notebook.see(before);
    await this.pc.kill();
    await this.pc.eraseStorage(act);
    this.counts.add('storage erased');
    this.#known = false;
    await this.#signInAnew(before);
  }

  /** Nobody gets in without the server, and it gives the usul again; deliveries meet the weather all the while. */
  async #signInAnew(before: readonly OutboxLine[]): Promise<void> {
    this.network.isSheltered = true;
    try {
      await this.#restarting;
      await this.#fillAgain(before);
    } catch (cause) {
      if (!(cause instanceof PcIsOff)) throw cause;
      // A shot that waited for a delivery fell while the desk was being filled: there is none after it.
      this.log('the PC went off');
      await this.#restarting;
      await this.#fillAgain(before);
    } finally {
      this.network.isSheltered = false;
    }
  }

  async #fillAgain(before: readonly OutboxLine[]): Promise<void> {
    const entered = await this.#enter(15_000);
    if (entered.kind !== 'done') throw new Error(`No sign-in: ${JSON.stringify(entered)}`);
    let now = await this.pc.driver.look();
    const ids = new Set(now.outbox.map(({ id }) => id));
    const back = before.filter(({ id, state }) => state !== 'terkirim' && ids.has(id));
    for (let n = 0; n < 100 && !now.inboxComplete; n += 1) {
      await pause(50);
      now = await this.pc.driver.look();
    }
    this.broughtBack += back.length;
    this.log(`  ${back.length} brought back`);
  }

  async #limitStorage(space: Extract<Act, { kind: 'quota' }>['space']): Promise<void> {
    if (space === 'free') return this.pc.limitStorage(null);
    this.counts.add('quota exhausted');
    await this.pc.kill();
    // A desk that is open already: its journal is refused at once, its database when it asks for space again.
    if (space === 'none from now on') await this.#enter(300);
    return this.pc.limitStorage(1);
  }

  async #asn({ action, pick, ofDecided }: Extract<Act, { kind: 'asn' }>): Promise<void> {
    const { db } = this.#ports.lane;
    const possible = await findForAsn(db, this.office.opdId, action);
    // Just decided, perhaps not sent yet: the ASN is quicker.
    const decided = [...this.notebook.saved.values()].at(-1)?.usulId;
    const chosen = possible[Math.floor(pick * possible.length)];
    const usulId = ofDecided && decided && possible.includes(decided) ? decided : chosen;
    if (usulId === undefined || !(await actAsAsn(db, usulId, action))) return;
    this.counts.add(action === 'tarik' ? 'ASN withdraws' : 'ASN resubmits');
    this.log(`  ${action} ${usulId}`);
  }
}
