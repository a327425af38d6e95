import { z } from 'zod';
import {
  takeCommandSchema,
  takeOverCommandSchema,
  type TakeCommand,
  type TakeOverCommand,
} from '#shared/workflow/assignment/take-commands.ts';
import {
  bulkCancellationSchema,
  bulkConfirmationSchema,
  bulkSelectionSchema,
  type BulkCommand,
} from '#shared/workflow/bulk/bulk-commands.ts';
import { decisionSchema, outcomeSchema, type Decision } from '#shared/workflow/decision.ts';
import type { Judged } from '#shared/workflow/workflow.ts';
import {
  ticketCommandSchema,
  type TicketCommand,
} from '#shared/workflow/helpdesk/ticket-commands.ts';
import {
  resubmitCommandSchema,
  withdrawCommandSchema,
  type EmployeeCommand,
} from '#shared/workflow/employee/employee-commands.ts';
import {
  messageCommandSchema,
  threadActCommandSchema,
  type MessageCommand,
  type ThreadActCommand,
} from '#shared/workflow/threads/thread-commands.ts';

/**
 * What a person did on a PC, to reach the server exactly once: `id` (UUIDv7, made there) is its idempotency key;
 * `appointmentId` under which appointment it was done, absent where its maker knew of none. The rest is its kind's own;
 * whatever lies between the screen and the server's handler knows no more than this.
 */
export interface Command {
  readonly kind: string;
  readonly id: string;
  readonly appointmentId?: string;
}

/**
 * The usul that a command is about. `judged`: the state of it that the command judges; such a command is made once on a
 * state, only while the usul is in it, and of what was typed about the usul. Null: made at any time, beside others.
 */
export interface CommandSubject {
  readonly usulId: string;
  readonly judged: Judged | null;
}

/** Declaration of one kind of command: all that journal, outbox, delivery and hand-over must know of it. */
export interface CommandKind<C extends Command = Command> {
  /** The whole command, `kind` as a literal. */
  readonly schema: z.ZodType<C> & z.core.$ZodTypeDiscriminable;
  /** What the PC's audit calls it, before what became of it. */
  readonly auditName: string;
  /** Null when it is about no usul. */
  subjectOf(command: C): CommandSubject | null;
  /** When it was made by the PC's clock (ISO 8601 UTC): a statement, never used for order. */
  madeAt(command: C): string;
}

/** The kinds of command that an application or a server knows, named `K`. */
export interface CommandKinds<K extends string = string> {
  /** A command of one of the kinds, whole. */
  readonly schema: z.ZodType<Command>;
  /** Whether a kind of this name was declared. */
  has(kind: string): kind is K;
  /** The declaration of a command's kind; throws for a kind that was never declared, which no schema lets through. */
  kindOf(command: Pick<Command, 'kind'>): CommandKind;
}

/** Kinds of command by their names. */
export function declareCommands<K extends string>(
  kinds: Readonly<Record<K, CommandKind>>,
): CommandKinds<K> {
  const [first, ...others] = Object.values<CommandKind>(kinds).map(({ schema }) => schema);
  if (!first) throw new Error('There is no kind of command.');
  const byName = new Map(Object.entries<CommandKind>(kinds));
  return {
    schema: z.discriminatedUnion('kind', [first, ...others]),
    has: (kind): kind is K => byName.has(kind),
    kindOf: ({ kind }) => {
      const found = byName.get(kind);
      if (!found) throw new Error(`Nobody declared the kind of command "${kind}".`);
      return found;
    },
  };
}

/** A decision on an usul as a command. */
export const decisionCommandSchema = z.object({
  kind: z.literal('putusan'),
  ...decisionSchema.shape,
  outcome: outcomeSchema,
});
/** A decision on an usul as a command; without `kind` it is the decision that the server chains. */
export type DecisionCommand = z.infer<typeof decisionCommandSchema>;

/** The declaration of decisions. */
export const decisionKind: CommandKind<DecisionCommand> = {
  schema: decisionCommandSchema,
  auditName: 'keputusan',
  subjectOf: ({ usulId, revision, version }) => ({ usulId, judged: { revision, version } }),
  madeAt: ({ decidedAt }) => decidedAt,
};

/** BKPSDM's answer to a question about an usul as a command; the stage that asked goes on with it. */
export const answerCommandSchema = z.object({
  kind: z.literal('jawaban'),
  ...decisionSchema.shape,
  outcome: z.literal('jawab'),
});
/** An answer as a command. */
export type AnswerCommand = z.infer<typeof answerCommandSchema>;

/** The declaration of answers. */
export const answerKind: CommandKind<AnswerCommand> = {
  schema: answerCommandSchema,
  auditName: 'jawaban',
  subjectOf: ({ usulId, revision, version }) => ({ usulId, judged: { revision, version } }),
  madeAt: ({ decidedAt }) => decidedAt,
};

/** The declaration of taking what nobody has. */
export const takeKind: CommandKind<TakeCommand> = {
  schema: takeCommandSchema,
  auditName: 'ambil',
  subjectOf: ({ usulId }) => ({ usulId, judged: null }),
  madeAt: ({ madeAt }) => madeAt,
};

/** The declaration of takeovers. */
export const takeOverKind: CommandKind<TakeOverCommand> = {
  schema: takeOverCommandSchema,
  auditName: 'ambil_alih',
  subjectOf: ({ usulId }) => ({ usulId, judged: null }),
  madeAt: ({ madeAt }) => madeAt,
};
// About many usul at once, and so about none: deciding one of them by itself stays possible, and takes it out.
const aboutBatch = {
  subjectOf: () => null,
  madeAt: ({ madeAt }: BulkCommand) => madeAt,
} as const;

/** The declarations of what is done to a batch. */
export const bulkKinds = {
  setujuiMassal: { schema: bulkSelectionSchema, auditName: 'pilihan_massal', ...aboutBatch },
  sahkanMassal: { schema: bulkConfirmationSchema, auditName: 'pengesahan_massal', ...aboutBatch },
  batalkanMassal: { schema: bulkCancellationSchema, auditName: 'pembatalan_massal', ...aboutBatch },
} as const;
/** The declaration of messages: any number, at any time, whatever became of the usul meanwhile. */
export const messageKind: CommandKind<MessageCommand> = {
  schema: messageCommandSchema,
  auditName: 'pesan',
  subjectOf: ({ usulId }) => (usulId === undefined ? null : { usulId, judged: null }),
  madeAt: ({ madeAt }) => madeAt,
};

/** The declaration of acts on threads. */
export const threadActKind: CommandKind<ThreadActCommand> = {
  schema: threadActCommandSchema,
  auditName: 'utas',
  subjectOf: ({ usulId }) => (usulId === undefined ? null : { usulId, judged: null }),
  madeAt: ({ madeAt }) => madeAt,
};

/** The declaration of tickets: they are about no usul. */
export const ticketKind: CommandKind<TicketCommand> = {
  schema: ticketCommandSchema,
  auditName: 'tiket',
  subjectOf: () => null,
  madeAt: ({ madeAt }) => madeAt,
};

const aboutOwnUsul = {
  subjectOf: ({ usulId, revision, version }: EmployeeCommand) => ({
    usulId,
    judged: { revision, version },
  }),
  madeAt: ({ madeAt }: EmployeeCommand) => madeAt,
} as const;

/** The declarations of what ASN do to their own usul; an answer (`jawab`) is a decision's kin. */
export const employeeKinds = {
  ajukan_ulang: { schema: resubmitCommandSchema, auditName: 'ajukan_ulang', ...aboutOwnUsul },
  tarik: { schema: withdrawCommandSchema, auditName: 'tarik', ...aboutOwnUsul },
} as const;

/** Every kind of command of this version. A new one is declared here, and handled in `server/commands`. */
export const commandKinds = declareCommands({
  putusan: decisionKind,
  jawaban: answerKind,
  ambil: takeKind,
  ambil_alih: takeOverKind,
  ...bulkKinds,
  pesan: messageKind,
  utas: threadActKind,
  tiket: ticketKind,
  ...employeeKinds,
});

/** A decision, or an answer, as a command. */
export function commandOfDecision(decision: Decision): DecisionCommand | AnswerCommand {
  const { outcome } = decision;
  return outcome === 'jawab'
    ? { kind: 'jawaban', ...decision, outcome }
    : { kind: 'putusan', ...decision, outcome };
}

/** The decision or the answer in a command; null for a command of another kind. */
export function decisionIn(command: Command): Decision | null {
  if (!isDecision(command)) return null;
  const { kind: _kind, ...decision } = command;
  return decision;
}

/** What a command writes: a message, or the first one of a ticket; null for a command of another kind. */
export function messageIn(command: Command): MessageCommand | null {
  if (isMessage(command)) return command;
  if (!isTicket(command)) return null;
  const { id, text, deviceId, appVersion, madeAt } = command;
  return { kind: 'pesan', id, threadId: id, text, deviceId, appVersion, madeAt };
}

/** What a person typed for something other than a decision: a message, a report, a reason; empty when nothing. */
export function typedIn(command: Command): string {
  if (isTakeOver(command)) return command.reason;
  return messageIn(command)?.text ?? '';
}

/** What a command does to a thread beside writing in it; null for a command of another kind. */
export function threadActIn(command: Command): ThreadActCommand['act'] | null {
  return isThreadAct(command) ? command.act : null;
}

function isTakeOver(command: Command): command is TakeOverCommand {
  return command.kind === 'ambil_alih';
}

function isThreadAct(command: Command): command is ThreadActCommand {
  return command.kind === 'utas';
}

function isTicket(command: Command): command is TicketCommand {
  return command.kind === 'tiket';
}

/** Whether a command writes in a thread or does something else to it. */
export function isAboutThread({ kind }: Pick<Command, 'kind'>): boolean {
  return kind === 'pesan' || kind === 'utas' || kind === 'tiket';
}

function isMessage(command: Command): command is MessageCommand {
  return command.kind === 'pesan';
}

// Sound because commands are made and read through the schemas of their kinds alone.
function isDecision(command: Command): command is DecisionCommand | AnswerCommand {
  return command.kind === 'putusan' || command.kind === 'jawaban';
}
