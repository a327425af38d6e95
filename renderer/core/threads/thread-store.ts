import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CaseStore, OpenCase } from '#renderer/core/case/case-contract.ts';
import { keepCommand, type KeepFailure } from '#renderer/core/outbox/keep-command.ts';
import type { OutboxStore } from '#renderer/core/outbox/outbox-contract.ts';
import { underAppointment, type Seat } from '#renderer/core/seat/seat.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { countWaiting, shownThreads } from '#renderer/core/threads/shown-threads.ts';
import type { ThreadStore } from '#renderer/core/threads/thread-contract.ts';
import { threadSentences } from '#renderer/core/threads/thread-sentences.ts';
import { ThreadTexts } from '#renderer/core/threads/thread-texts.ts';
import { noteThreadsRead } from '#renderer/data/usul/usul-rows.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Command } from '#shared/workflow/commands.ts';
import {
  ticketCommandSchema,
  type TicketContent,
} from '#shared/workflow/helpdesk/ticket-commands.ts';
import {
  messageCommandSchema,
  threadActCommandSchema,
  type ThreadActCommand,
} from '#shared/workflow/threads/thread-commands.ts';
import { saysSomething } from '#shared/kernel/typed-text.ts';

/** What the threads need of the world. */
export interface ThreadPorts {
  readonly currentCase: StoreApi<CaseStore>;
  readonly outbox: StoreApi<OutboxStore>;
  readonly now: () => Date;
  /** The server's time as well as this PC knows it. */
  readonly serverNow: () => Date;
  readonly newId: () => string;
  readonly deviceId: () => Promise<string>;
  readonly appVersion: () => Promise<string>;
  /** How long typing must pause before it is written, in milliseconds. */
  readonly autosaveMs: number;
  /** Something was stored that is to be sent. */
  readonly onStored: () => void;
  readonly onError: (cause: unknown) => void;
}

/** What shows a command that is about no usul. */
const aboutNobody = { employeeName: '', nip: '', recordType: '', usulKind: '' };

const nothing = { shown: [], waiting: 0 } as const;

/** What is written about the usul on the desk, and about others as far as it is on its way. */
export class ThreadDesk {
  readonly store: StoreApi<ThreadStore>;
  readonly #ports: ThreadPorts;
  readonly #texts: ThreadTexts;
  /** Of this sitting: what was said to be read need not be said again while the server has not told so. */
  readonly #read = new Set<string>();
  #seat: Seat | null = null;
  #stands: readonly unknown[] = [];

  constructor(ports: ThreadPorts) {
    this.#ports = ports;
    const { autosaveMs, onError } = ports;
    this.#texts = new ThreadTexts({ autosaveMs, onError, onChange: () => this.#publish() });
    this.store = createStore<ThreadStore>()(() => ({
      ...nothing,
      write: (text) => {
        const open = this.#open();
        if (open) this.#texts.write(open.usul.id, text);
      },
      send: (text) => this.#send(text),
      hold: (on) => this.#act(on ? 'tangani' : 'lepas'),
      report: (content) => this.#report(content),
    }));
    ports.currentCase.subscribe(({ current }, before) => {
      if (current !== before.current) this.#publish();
    });
    ports.outbox.subscribe(({ messages }, before) => {
      if (messages !== before.messages) this.#publish();
    });
  }

  /** Gives the desk to an account, or (null) takes it away; resolves when all that was typed is on the disk. */
  async seat(seat: Seat | null): Promise<void> {
    this.#seat = seat;
    this.#read.clear();
    await this.#texts.seat(seat?.database ?? null);
    this.#publish();
  }

  #open(): OpenCase | null {
    const { current } = this.#ports.currentCase.getState();
    return this.#seat && current.kind === 'terbuka' ? current : null;
  }

  #publish(): void {
    const { messages } = this.#ports.outbox.getState();
    const open = this.#open();
    const seat = this.#seat;
    if (!seat) {
      this.#stands = [];
      return this.store.setState(nothing);
    }
    const { account } = seat;
    const text = open ? this.#texts.of(open.usul.id) : '';
    const stands = [open?.usul, open?.decidedHere, messages, text] as const;
    // Most of what happens to the usul on the desk is typing, which changes nothing of what is written about it.
    if (stands.every((one, at) => one === this.#stands[at])) return;
    this.#stands = stands;
    const now = this.#ports.serverNow();
    const shown = open ? shownThreads(open, { account, messages, text, now }) : nothing.shown;
    this.store.setState({
      shown: shown.length === 0 ? nothing.shown : shown,
      waiting: countWaiting(messages),
    });
    if (open) this.#noteRead(open.usul, seat).catch(this.#ports.onError);
  }

  /** Whoever has an usul before the eyes reads what is written about it. */
  async #noteRead(usul: Usul, seat: Seat): Promise<void> {
    for (const { id, unread, messages } of usul.threads ?? []) {
      const upTo = messages.at(-1)?.seq ?? 0;
      const mark = `${id} ${upTo}`;
      if (unread === 0 || this.#read.has(mark)) continue;
      this.#read.add(mark);
      const act = { act: 'baca', upTo } as const;
      const kept = await this.#keep(seat, usul, await this.#actOn(usul, id, act));
      if (kept.ok) await noteThreadsRead(seat.database, usul.id);
    }
  }

  async #send(text: string): Promise<Result<void, ShownError>> {
    const found = this.#writable();
    if (!found) return fail(threadSentences.nothingOpen);
    if (!saysSomething(text)) return fail(threadSentences.empty);
    const { open, seat, threadId } = found;
    const { usul } = open;
    const message = messageCommandSchema.safeParse({
      kind: 'pesan',
      ...(await this.#about(usul, threadId)),
      text,
    });
    if (!message.success) return fail(threadSentences.tooLong);
    const kept = await this.#keep(seat, usul, message.data);
    if (!kept.ok) return fail(threadSentences[kept.error === 'penuh' ? 'full' : 'failed']);
    this.#texts.write(usul.id, '');
    return succeed(undefined);
  }

  async #act(act: 'tangani' | 'lepas'): Promise<Result<void, ShownError>> {
    const found = this.#writable();
    if (!found) return fail(threadSentences.nothingOpen);
    const { open, seat, threadId, upTo } = found;
    const command = await this.#actOn(open.usul, threadId, { act, upTo });
    const kept = await this.#keep(seat, open.usul, command);
    if (!kept.ok) return fail(threadSentences[kept.error === 'penuh' ? 'full' : 'failed']);
    return succeed(undefined);
  }

  async #report(content: TicketContent): Promise<Result<void, ShownError>> {
    const seat = this.#seat;
    if (!seat) return fail(threadSentences.nothingOpen);
    const { now, deviceId, appVersion, onError, onStored } = this.#ports;
    const command = ticketCommandSchema.safeParse({
      kind: 'tiket',
      ...content,
      ...underAppointment(seat),
      deviceId: await deviceId(),
      appVersion: await appVersion(),
      madeAt: now().toISOString(),
    });
    if (!command.success) return fail(threadSentences.tooLong);
    const kept = await keepCommand(seat, { command: command.data, ...aboutNobody }, now(), onError);
    if (!kept.ok) return fail(threadSentences[kept.error === 'penuh' ? 'full' : 'failed']);
    onStored();
    return succeed(undefined);
  }

  /** The thread in which whoever sits here may write. */
  #writable() {
    const open = this.#open();
    const [thread] = this.store.getState().shown;
    if (!open || !this.#seat || !thread?.mayWrite) return null;
    const { threadId } = thread;
    const told = open.usul.threads?.find(({ id }) => id === threadId);
    return { open, seat: this.#seat, threadId, upTo: told?.messages.at(-1)?.seq ?? 0 };
  }

  async #about(usul: Usul, threadId: string) {
    const { newId, now, deviceId, appVersion } = this.#ports;
    return {
      id: newId(),
      ...(this.#seat && underAppointment(this.#seat)),
      threadId,
      usulId: usul.id,
      deviceId: await deviceId(),
      appVersion: await appVersion(),
      madeAt: now().toISOString(),
    };
  }

  async #actOn(
    usul: Usul,
    threadId: string,
    act: Pick<ThreadActCommand, 'act' | 'upTo'>,
  ): Promise<ThreadActCommand> {
    const about = await this.#about(usul, threadId);
    return threadActCommandSchema.parse({ kind: 'utas', ...about, ...act });
  }

  async #keep(seat: Seat, usul: Usul, command: Command): Promise<Result<void, KeepFailure>> {
    const { employee, recordType, kind: usulKind } = usul;
    const { nama: employeeName, nip } = employee;
    const { now, onError, onStored } = this.#ports;
    const kept = { command, employeeName, nip, recordType, usulKind };
    const done = await keepCommand(seat, kept, now(), onError);
    if (done.ok) onStored();
    return done;
  }
}
