import { issueCode, type CodeRefusal } from '#server/accounts/one-time-code.ts';
import { actOnTicket, noteSteps, replyToTicket } from '#server/helpdesk/change-ticket.ts';
import { listReplies, writeReply } from '#server/helpdesk/canned-replies.ts';
import { helpdeskOf } from '#server/helpdesk/helpdesk-of.ts';
import { openTicket } from '#server/helpdesk/open-ticket.ts';
import { listTickets, readTicket } from '#server/helpdesk/read-tickets.ts';
import type { Requester } from '#server/http/authentication.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import { inTransaction, isUniqueViolation, type Db, type Tx } from '#server/store/database.ts';
import { isStorableText } from '#server/store/storable-text.ts';
import type { MessageOrigin } from '#server/threads/append-message.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import type { WholeTicket } from '#shared/contract/tickets.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Tickets for their officers and for those who reported them, answers that are given often, and one-time codes. */
export function registerHelpdesk(context: RouteContext): void {
  registerReading(context);
  registerWriting(context);
  registerOfficers(context);
}

function registerReading(context: RouteContext): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.tickets, async ({ query, requester }) =>
    succeed(await listTickets(db, requester.account, query, now())),
  );
  registerRoute(context, apiRoutes.ticket, ({ params, requester }) =>
    whole(db, requester, params.id, now()),
  );
}

function registerWriting(context: RouteContext): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.openTicket, async ({ body, requester }) => {
    const { reporter, ...content } = body;
    const { account } = requester;
    const at = now();
    const origin = originOf(requester, body.id);
    return write(context, requester, body, body.id, (tx) =>
      openTicket(tx, { account, origin, content, reporter, now: at }),
    );
  });
  registerRoute(context, apiRoutes.replyToTicket, ({ params, body, requester }) => {
    const { account, deviceId } = requester;
    const { text, awaits } = body;
    const change = { account, deviceId, ticketId: params.id, now: now() };
    const origin = originOf(requester, body.id);
    return write(context, requester, body, params.id, (tx) =>
      replyToTicket(tx, { ...change, origin, text, awaits }),
    );
  });
  registerRoute(context, apiRoutes.actOnTicket, async ({ params, body, requester }) => {
    const { account, deviceId } = requester;
    const change = { account, deviceId, ticketId: params.id, now: now(), ...body };
    const done = await inTransaction(db, (tx) => actOnTicket(tx, change));
    return done.ok ? whole(db, requester, params.id, now()) : done;
  });
}

function registerOfficers(context: RouteContext): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.ticketSteps, async ({ params, body, requester }) => {
    const { account, deviceId } = requester;
    const change = { account, deviceId, ticketId: params.id, now: now() };
    const done = await inTransaction(db, (tx) => noteSteps(tx, change, body.done));
    return done.ok ? whole(db, requester, params.id, now()) : done;
  });
  registerRoute(context, apiRoutes.cannedReplies, async ({ requester }) => {
    const desk = await helpdeskOf(db, requester.account);
    return succeed({ replies: desk ? await listReplies(db, desk.key) : [] });
  });
  registerRoute(context, apiRoutes.writeCannedReply, async ({ body, requester }) => {
    if (!isStorableText(body)) return brokenText;
    const desk = await helpdeskOf(db, requester.account);
    if (!desk) return fail(makeApiError('tidak_berwenang'));
    const by = { accountId: requester.account.id, now: now() };
    const written = await inTransaction(db, (tx) => writeReply(tx, desk.key, body, by));
    if (!written) return fail(makeApiError('terlalu_besar'));
    return succeed({ replies: await listReplies(db, desk.key) });
  });
  registerRoute(context, apiRoutes.issueCode, async ({ body, requester }) => {
    if (!isStorableText(body)) return brokenText;
    const issued = await issueCode(db, requester, body.username, now());
    if (!issued.ok) return fail(codeError(issued.error));
    const { expiresAt, ...code } = issued.value;
    return succeed({ ...code, expiresAt: expiresAt.toISOString() });
  });
}

const brokenText = fail(makeApiError('tidak_sah', { message: specificMessages.brokenText }));

/** Writes into a ticket, and answers with it as it is then; what comes twice at the same moment is taken once. */
async function write(
  { ports: { db, now } }: RouteContext,
  requester: Requester,
  body: object,
  ticketId: string,
  work: (tx: Tx) => Promise<Result<unknown, ApiError>>,
): Promise<Result<WholeTicket, ApiError>> {
  if (!isStorableText(body)) return brokenText;
  const take = () => inTransaction(db, work);
  const done = await take().catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    return take();
  });
  return done.ok ? whole(db, requester, ticketId, now()) : done;
}

async function whole(
  db: Db,
  { account }: Requester,
  id: string,
  now: Date,
): Promise<Result<WholeTicket, ApiError>> {
  const found = await readTicket(db, account, id, now);
  return found ? succeed(found) : fail(makeApiError('tidak_ditemukan'));
}

function originOf(
  { account, deviceId, sessionId, appVersion }: Requester,
  id: string,
): MessageOrigin {
  const { id: accountId, appointmentId } = account;
  return { id, accountId, appointmentId, madeAt: null, deviceId, sessionId, appVersion };
}

function codeError({ kind }: CodeRefusal): ApiError {
  if (kind !== 'bukan_untuk_helpdesk') return makeApiError(kind);
  const { notForHelpdesk: message, notForHelpdeskAction: action } = specificMessages;
  return makeApiError('tidak_berwenang', { message, action });
}
