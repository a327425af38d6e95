import { v7 as makeUuidV7 } from 'uuid';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import { findAppointments } from '#server/accounts/appointments.ts';
import { openTicket } from '#server/helpdesk/open-ticket.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import { helpdeskRoutes } from '#shared/contract/helpdesk-routes.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';
import { ticketPageSchema, wholeTicketSchema, type WholeTicket } from '#shared/contract/tickets.ts';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import type { TestClient, TestServer } from '#tests/support/server.ts';

/** A good call of a route of the helpdesk, about a ticket of that person where it is about one; undefined for another route. */
export async function helpdeskCallOf(
  server: Pick<TestServer, 'db'>,
  path: string,
  reporter: string,
): Promise<{ readonly path: string; readonly body: object } | undefined> {
  const isTheirs = Object.values(helpdeskRoutes).some((route) => route.path === path);
  if (!isTheirs) return undefined;
  const id = path.includes(':id') ? await addTicket(server, reporter) : '';
  return { path: path.replace(':id', id), body: bodyOf(path) };
}

function bodyOf(path: string): object {
  const text = 'Tidak dapat masuk.';
  switch (path) {
    case apiRoutes.openTicket.path:
      return { id: makeUuidV7(), ticketKind: 'akun', text };
    case apiRoutes.replyToTicket.path:
      return { id: makeUuidV7(), text };
    case apiRoutes.actOnTicket.path:
      return { version: 1, act: 'selesai' };
    case apiRoutes.ticketSteps.path:
      return { done: [0] };
    case apiRoutes.writeCannedReply.path:
      return { name: 'Salam', text, ticketKind: null };
    default:
      return { username: 'verifikator-dinas-a' };
  }
}

/** A ticket that a person reported under his or her first appointment; its id. */
async function addTicket({ db }: Pick<TestServer, 'db'>, reporter: string): Promise<string> {
  const account = await findAccountByLogin(db, reporter);
  const [first] = account ? await findAppointments(db, account.id) : [];
  if (!first) throw new Error(`Nobody is called ${reporter}.`);
  const id = makeUuidV7();
  const { id: accountId, appointmentId } = first.account;
  const unknown = { madeAt: null, deviceId: null, sessionId: null, appVersion: null };
  const opened = await db.transaction().execute((tx) =>
    openTicket(tx, {
      account: first.account,
      origin: { id, accountId, appointmentId, ...unknown },
      content: { id, ticketKind: 'akun', text: 'Tidak dapat masuk.' },
      now: new Date(),
    }),
  );
  if (!opened.ok) throw new Error(opened.error.message);
  return id;
}

/** Sends a body from that PC. */
export function post(by: TestClient, path: string, body: object): Promise<Response> {
  return by.fetch(path, { method: 'POST', body: JSON.stringify(body) });
}

/** What a route answered: that it did, or why it did not. */
export async function errorOf(answer: Response): Promise<string> {
  return answer.ok ? 'answered' : apiErrorBodySchema.parse(await answer.json()).error.kind;
}

/** What a ticket says when it is opened. */
export const content = (text = 'Tidak dapat masuk.', change: object = {}) => ({
  id: makeUuidV7(),
  ticketKind: 'akun',
  text,
  ...change,
});

/** Writes in a ticket. */
export const reply = (by: TestClient, id: string, text: string, change: object = {}) =>
  post(by, `/api/v1/tickets/${id}/messages`, { id: makeUuidV7(), text, ...change });

/** Does something to a ticket as it was seen. */
export const act = (by: TestClient, { ticket }: WholeTicket, what: string) =>
  post(by, `/api/v1/tickets/${ticket.id}/acts`, { version: ticket.version, act: what });

/** A ticket with all that was written in it. */
export const read = async (by: TestClient, id: string) =>
  wholeTicketSchema.parse(await (await by.fetch(`/api/v1/tickets/${id}`)).json());

/** The first page of a view. */
export const list = async (by: TestClient, view = 'terbuka') =>
  ticketPageSchema.parse(await (await by.fetch(`/api/v1/tickets?view=${view}`)).json());

/** How much of the answers an account is told not to have read: with the last page of a pull, which here is the only one. */
export const newsOf = async (by: TestClient) =>
  changesPageSchema.parse(await (await by.fetch('/api/v1/changes?limit=500')).json()).ticketNews;
