import { z } from 'zod';
import { activationRequestSchema, passwordChangeSchema } from '#shared/contract/activation.ts';
import { adminRoutes } from '#shared/contract/admin/admin-routes.ts';
import { bulkAnswerSchema } from '#shared/contract/bulk.ts';
import { helpdeskRoutes } from '#shared/contract/helpdesk-routes.ts';
import { changesPageSchema, changesQuerySchema } from '#shared/contract/changes.ts';
import {
  commandBatchOutSchema,
  commandBatchSchema,
  commandResultsSchema,
  decisionBatchOutSchema,
  decisionBatchSchema,
  receiptQuestionSchema,
  receiptsSchema,
} from '#shared/contract/commands.ts';
import {
  handoverFileSchema,
  handoverReceiptSchema,
  maxHandoverBytes,
} from '#shared/contract/handover.ts';
import {
  appointmentChoiceSchema,
  chosenAppointmentSchema,
  factorOfferRequestSchema,
  refreshRequestSchema,
  sessionSchema,
  signInRequestSchema,
} from '#shared/contract/session.ts';
import {
  factorOfferSchema,
  factorRemovalSchema,
  factorStandingSchema,
} from '#shared/contract/second-factor.ts';
import { deciderOf } from '#shared/workflow/authority/authority.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';
import { queueRoles } from '#shared/workflow/queues.ts';
import { identityRequestSchema, serverIdentitySchema } from '#shared/contract/server-identity.ts';
import { sha256Schema } from '#shared/records/usul.ts';
import { instantText } from '#shared/kernel/bounded.ts';

/** Number of the HTTP contract; it changes when the shape changes (a test holds it). */
export const contractVersion = 15;

/** Header in which a client states its version, so that the server can ask for an update. */
export const appVersionHeader = 'x-app-version';

/**
 * How often one account may call a route in a minute. `jarang`: what a person does now and then; `sering`: what goes on by
 * itself, page after page of a first pull as well; `deras`: the documents of a full inbox over a fast line.
 */
export const callsPerMinute: Readonly<Record<Pace, number>> = {
  jarang: 60,
  sering: 1_200,
  deras: 6_000,
};
/** How often a route may be called; see `callsPerMinute`. */
export type Pace = 'jarang' | 'sering' | 'deras';

/** Largest body in bytes of somebody who is not signed in, who has nothing long to say. */
const publicBytes = 16_384;
/** Body of the question who the server is. */
const nonceBytes = 256;
/** Body of the choice of an appointment. */
const choiceBytes = 256;
/** Largest batch of commands in bytes: 100 decisions with long notes. */
const batchBytes = 4 * 1_048_576;
/** Largest list of ids that is asked about in bytes. */
const questionBytes = 16_384;
/** Everything around the ciphertext of a hand-over. */
const envelopeBytes = 4_096;

/** One route of the contract; the server registers it, the client calls it, OpenAPI lists it. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Fastify-style path, parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  /** `public`, or the roles that may call it. */
  readonly access: 'public' | 'any' | readonly Role[];
  readonly pace: Pace;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Largest body in bytes; a route without it takes none. */
  readonly bodyBytes?: number;
  /** Whether a PC that has a key signs the body (`bodyProofText`, in `deviceProofHeader`). */
  readonly signed?: true;
  /** What a client sends, where `body` is looser so that one bad element does not refuse its whole batch. */
  readonly documentedBody?: z.ZodType;
  /** Schema of the JSON answer; `binary` for a document's bytes; `empty` for 204. */
  readonly answer: z.ZodType | 'binary' | 'empty';
}

/** Answer of the health route. */
export const healthSchema = z.object({
  status: z.literal('siap'),
  contractVersion: z.int(),
  serverTime: instantText,
});

/** Answer of the route that says no more than that the process runs. */
export const liveSchema = z.object({ status: z.literal('hidup') });

/** Answer of the route that says who acts, and when it is: for those who have no queue to ask for. */
export const presenceSchema = z.looseObject({ serverTime: instantText });

/** Every route of the central server. */
export const apiRoutes = {
  health: {
    method: 'GET',
    path: '/api/v1/health',
    summary: 'Whether the server can serve: it has its database.',
    access: 'public',
    pace: 'sering',
    answer: healthSchema,
  },
  live: {
    method: 'GET',
    path: '/api/v1/live',
    summary: 'Whether the process runs, whatever it stands on.',
    access: 'public',
    pace: 'sering',
    answer: liveSchema,
  },
  identity: {
    method: 'POST',
    path: '/api/v1/identity',
    summary: 'Who the server is: its key, proven, and the keys that it had before.',
    access: 'public',
    pace: 'jarang',
    body: identityRequestSchema,
    bodyBytes: nonceBytes,
    answer: serverIdentitySchema,
  },
  signIn: {
    method: 'POST',
    path: '/api/v1/session',
    summary: 'Sign in on a device.',
    access: 'public',
    pace: 'jarang',
    body: signInRequestSchema,
    bodyBytes: publicBytes,
    answer: sessionSchema,
  },
  refresh: {
    method: 'POST',
    path: '/api/v1/session/refresh',
    summary: 'Exchange a refresh token for a new session.',
    access: 'public',
    pace: 'jarang',
    body: refreshRequestSchema,
    bodyBytes: publicBytes,
    answer: sessionSchema,
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/session',
    summary: 'End the session of this device.',
    access: 'any',
    pace: 'jarang',
    answer: 'empty',
  },
  chooseAppointment: {
    method: 'POST',
    path: '/api/v1/session/appointment',
    summary: 'Go on under another appointment of the account.',
    access: 'any',
    pace: 'jarang',
    body: appointmentChoiceSchema,
    bodyBytes: choiceBytes,
    signed: true,
    answer: chosenAppointmentSchema,
  },
  presence: {
    method: 'GET',
    path: '/api/v1/session',
    summary: 'Whether the session still stands, and what time it is at the server.',
    access: 'any',
    pace: 'sering',
    answer: presenceSchema,
  },
  activate: {
    method: 'POST',
    path: '/api/v1/session/activate',
    summary: 'Give an account its first password, for the code that was handed to its person.',
    access: 'public',
    pace: 'jarang',
    body: activationRequestSchema,
    bodyBytes: publicBytes,
    answer: 'empty',
  },
  changePassword: {
    method: 'POST',
    path: '/api/v1/session/password',
    summary: 'Give the own account another password; its other sessions end.',
    access: 'any',
    pace: 'jarang',
    body: passwordChangeSchema,
    bodyBytes: publicBytes,
    signed: true,
    answer: 'empty',
  },
  offerFactor: {
    method: 'POST',
    path: '/api/v1/session/factor',
    summary:
      'A second factor for an account, by its password (and the factor that it has); the sign-in with its first code confirms it.',
    access: 'public',
    pace: 'jarang',
    body: factorOfferRequestSchema,
    bodyBytes: publicBytes,
    answer: factorOfferSchema,
  },
  factorStanding: {
    method: 'GET',
    path: '/api/v1/session/factor',
    summary: 'Whether the own account has a second factor, and must have one.',
    access: 'any',
    pace: 'jarang',
    answer: factorStandingSchema,
  },
  removeFactor: {
    method: 'POST',
    path: '/api/v1/session/factor/removal',
    summary: 'Go on without a second factor, where no task asks for one.',
    access: 'any',
    pace: 'jarang',
    body: factorRemovalSchema,
    bodyBytes: publicBytes,
    signed: true,
    answer: 'empty',
  },
  changes: {
    method: 'GET',
    path: '/api/v1/changes',
    summary: 'What changed in the queue of the account since a cursor, in the order of commit.',
    access: queueRoles,
    pace: 'sering',
    query: changesQuerySchema,
    answer: changesPageSchema,
  },
  document: {
    method: 'GET',
    path: '/api/v1/documents/:sha256',
    summary:
      'Bytes of a document of an usul in the queue of the account; a single byte range may be asked for.',
    access: queueRoles,
    pace: 'deras',
    params: z.object({ sha256: sha256Schema }),
    answer: 'binary',
  },
  commands: {
    method: 'POST',
    path: '/api/v1/commands',
    summary: 'Deliver what was done on a PC, by kind; one result each, idempotent by command id.',
    // Each command is judged under the appointment that it names, whatever the session is under.
    access: 'any',
    pace: 'sering',
    body: commandBatchSchema,
    bodyBytes: batchBytes,
    documentedBody: commandBatchOutSchema,
    signed: true,
    answer: commandResultsSchema,
  },
  receipts: {
    method: 'POST',
    path: '/api/v1/receipts',
    summary:
      'Which of these commands of the account the server has, each with its answer; asked after it went back in time.',
    access: 'any',
    pace: 'sering',
    body: receiptQuestionSchema,
    bodyBytes: questionBytes,
    answer: receiptsSchema,
  },
  bulk: {
    method: 'GET',
    path: '/api/v1/bulk',
    summary:
      'What may be approved in bulk, and the newest batch of the account: its sample, and what became of each usul.',
    access: [deciderOf('persetujuan')],
    pace: 'sering',
    answer: bulkAnswerSchema,
  },
  // For clients of contract 3 and before, which know no other kind.
  decisions: {
    method: 'POST',
    path: '/api/v1/decisions',
    summary: 'Deliver decisions, as older clients do; the same as commands of kind putusan.',
    access: queueRoles,
    pace: 'sering',
    body: decisionBatchSchema,
    bodyBytes: batchBytes,
    documentedBody: decisionBatchOutSchema,
    signed: true,
    answer: commandResultsSchema,
  },
  ...helpdeskRoutes,
  handover: {
    method: 'POST',
    path: '/api/v1/handover',
    summary:
      'Pass a hand-over file on; any signed-in account may carry it, only its owner reads it.',
    access: 'any',
    pace: 'jarang',
    // Looser than a file: what is wrong with one is said in a sentence of its own.
    body: z.looseObject({}),
    bodyBytes: maxHandoverBytes + envelopeBytes,
    documentedBody: handoverFileSchema,
    answer: handoverReceiptSchema,
  },
  handoverOfRevoked: {
    method: 'POST',
    path: '/api/v1/handover/revoked',
    summary:
      'Last hand-over of a revoked device or account; the device secret that sealed it is the proof.',
    access: 'public',
    pace: 'jarang',
    body: z.looseObject({}),
    // A revoked PC hands over in small pieces; nobody else has anything to send there.
    bodyBytes: 1_048_576,
    documentedBody: handoverFileSchema,
    answer: handoverReceiptSchema,
  },
  ...adminRoutes,
} as const satisfies Record<string, ApiRoute>;
