import { appointedAs } from '#server/accounts/appointed-as.ts';
import { forbiddenFor } from '#server/correction/policy.ts';
import { isOlderVersion } from '#server/feed/app-version.ts';
import { readChanges, stepIn } from '#server/feed/change-feed.ts';
import type { z } from 'zod';
import { checkStep } from '#server/epoch/feed-steps.ts';
import { checkReceipt } from '#server/epoch/receipts.ts';
import { countTicketNews } from '#server/threads/ticket-news.ts';
import { notePull } from '#server/feed/note-pull.ts';
import { registerRoute, type RouteContext } from '#server/http/register-route.ts';
import type { Db } from '#server/store/database.ts';
import { newReference } from '#server/reference/reference-versions.ts';
import { readTakenOver } from '#server/usul/tell-takeovers.ts';
import { apiRoutes } from '#shared/contract/api.ts';
import type { changesQuerySchema } from '#shared/contract/changes.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** What changed in the queue of the account; a client below the minimum version must update first. */
export function registerFeed(context: RouteContext, minimumAppVersion: string): void {
  const { db, now } = context.ports;
  registerRoute(context, apiRoutes.changes, async ({ query, requester, appVersion, request }) => {
    if (appVersion !== undefined && isOlderVersion(appVersion, minimumAppVersion)) {
      return fail(makeApiError('aplikasi_usang'));
    }
    const named = await appointedAs(db, requester.account, query, now());
    if (!named.ok) return named;
    const account = named.value;
    for (const { known, opened } of await checkPast(db, account.id, query, now())) {
      if (opened) request.log.warn({ epoch: opened.number }, 'the data went back in time');
      if (!known) return fail(makeApiError('perlu_sinkron_ulang'));
    }
    const page = await readChanges(db, {
      reader: account,
      cursor: query.cursor,
      limit: query.limit,
      now: now(),
    });
    if (!page.ok) return fail(makeApiError(page.error.kind));
    await notePull(db, requester, now());
    const { takenAfter: after, givenToo } = query;
    const asked = { accountId: account.id, givenToo: givenToo === '1' };
    const takenOver =
      after === undefined ? [] : await readTakenOver(db, { ...asked, after }, now());
    const correctionForbidden = await forbiddenFor(db, account, now());
    const isLast = page.value.remaining === 0;
    const reference = isLast ? await newReference(db, query.referenceAfter) : [];
    return succeed({
      // Once a pull: it is of the account, not of the page.
      ...(isLast && { ticketNews: await countTicketNews(db, account.id) }),
      ...(correctionForbidden && { correctionForbidden: [...correctionForbidden] }),
      ...(takenOver.length > 0 && { takenOver: [...takenOver] }),
      ...(reference.length > 0 && { reference }),
      changes: [...page.value.changes],
      cursor: page.value.cursor,
      remaining: page.value.remaining,
      epoch: page.value.epoch,
      serverTime: now().toISOString(),
    });
  });
}

/** What a PC shows of the past, each judged: its newest receipt, and the last change that it could know of. */
async function checkPast(
  db: Db,
  accountId: string,
  {
    cursor = '',
    lastCommand: commandId,
    lastReceipt: receipt,
  }: z.output<typeof changesQuerySchema>,
  now: Date,
) {
  const step = stepIn(cursor);
  return [
    ...(commandId !== undefined && receipt !== undefined
      ? [await checkReceipt(db, accountId, { commandId, receipt }, now)]
      : []),
    ...(step === '' ? [] : [await checkStep(db, step, now)]),
  ];
}
