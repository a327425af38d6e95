import {
  dropList,
  dropParkedBut,
  parkedOwners,
  putListAside,
  tablesOfLists,
  takeListUp,
  usulOnPc,
  type ListContent,
} from '#renderer/data/appointments/parked-lists.ts';
import { evictUnreferenced } from '#renderer/data/documents/documents.ts';
import { readMeta, writeMeta } from '#renderer/data/rows/meta.ts';
import {
  changeSealedMeta,
  isMetaRow,
  openMeta,
  readSealedMeta,
  sealMeta,
} from '#renderer/data/rows/sealed-meta.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { MetaKey, SealedMetaRow, SealedMetaValue } from '#renderer/data/schema/stored-rows.ts';
import {
  mostAppointments,
  type Account,
  type Appointment,
} from '#shared/workflow/authority/account.ts';

/** Who sits here, under which appointment, and which others there are. */
export type KeptProfile = SealedMetaValue<'profile'>;

/** A single value as it is put. */
export type PutMeta = SealedMetaRow | { readonly key: MetaKey; readonly value: string };

/**
 * Goes on under another appointment, without network: its list takes the place of the one in use, which is put aside as it is.
 * Outbox, drafts, documents and journal are the person's under each of them. Null: the server told of no such one.
 */
export async function takeUpAppointment(
  database: AccountDatabase,
  appointmentId: string,
): Promise<KeptProfile | null> {
  for (;;) {
    const before: unknown = await database.meta.get('profile');
    const profile = await openMeta(database, 'profile', before);
    const wanted = profile?.appointments?.find(({ id }) => id === appointmentId);
    if (!profile || !wanted) return null;
    const taken = { ...profile, account: accountUnder(profile.account, wanted) };
    const row = await sealMeta(database, 'profile', taken);
    const done = await database.transaction('rw', tablesOfLists(database), async () => {
      if (!(await isMetaRow(database, 'profile', before))) return false;
      await database.meta.put(row);
      const from = (await readMeta(database, 'appointment')) ?? ownerOf(profile.account);
      if (from === appointmentId) return true;
      await putListAside(database, from);
      await takeListUp(database, appointmentId);
      await writeMeta(database, 'appointment', appointmentId);
      return true;
    });
    if (done) return taken;
  }
}

/**
 * Keeps what the server told of a person, and `rows` with it. Whose list is here goes on under that appointment, whatever the
 * session is under, as long as it is valid; the server is told with the next exchange. Those that have ended lose their lists:
 * the profile says which. Nothing is kept (false) when `isCurrent` says, inside the transaction, that it is out of date.
 */
export async function keepProfile(
  database: AccountDatabase,
  told: KeptProfile,
  rows: readonly PutMeta[],
  isCurrent: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<boolean> {
  for (;;) {
    const noted = await readMeta(database, 'appointment');
    const plan = planOf(await readSealedMeta(database, 'profile'), noted, told);
    const row = await sealMeta(database, 'profile', plan.profile);
    const quiet = !plan.lists || (await isSettled(database, plan.lists));
    // As a rule nothing but the profile changes, and nobody waits for that.
    const tables = quiet ? [database.meta] : database.tables;
    const kept = await database.transaction('rw', tables, async () => {
      if (!(await isCurrent())) return 'usang';
      // Somebody chose another one meanwhile.
      if ((await readMeta(database, 'appointment')) !== noted) return 'lagi';
      await database.meta.bulkPut([...rows, row]);
      if (plan.lists) await writeMeta(database, 'appointment', plan.lists.to);
      return plan.lists && !quiet ? followLists(database, plan.lists) : nothing;
    });
    if (kept === 'usang') return false;
    if (kept === 'lagi') continue;
    await forgetTyped(database, kept);
    return true;
  }
}

/** The person has seen which appointments ended. */
export async function seeEnded(database: AccountDatabase): Promise<void> {
  const profile = await readSealedMeta(database, 'profile');
  if (!profile?.ended) return;
  await changeSealedMeta(database, 'profile', (now = profile) => {
    const { ended: _seen, ...rest } = now;
    return rest;
  });
}

/** What becomes of the lists: `from` is in use (undefined: nobody knows whose that is), `to` shall be. */
interface ListPlan {
  readonly from: string | undefined;
  readonly to: string;
  /** The appointments that are valid; null: they were not told as a whole. */
  readonly valid: ReadonlySet<string> | null;
}

interface Plan {
  readonly profile: KeptProfile;
  /** Null: an older server told of no appointments. */
  readonly lists: ListPlan | null;
}

const nothing: readonly string[] = [];

function planOf(
  before: KeptProfile | undefined,
  noted: string | undefined,
  told: KeptProfile,
): Plan {
  const { account, appointments } = told;
  const { appointmentId } = account;
  if (!appointments || appointmentId === undefined) return { profile: told, lists: null };
  const from = noted ?? (before && ownerOf(before.account));
  const chosen = appointments.find(({ id }) => id === from);
  const to = chosen?.id ?? appointmentId;
  const valid = new Set(appointments.map(({ id }) => id));
  const isWhole = appointments.length < mostAppointments;
  const over = isWhole ? knownIn(before).filter(({ id }) => !valid.has(id)) : [];
  const ended = [
    ...(before?.ended ?? []),
    ...over.map(({ role, scopeName }) => ({ role, scopeName })),
  ];
  const profile = chosen ? { ...told, account: accountUnder(account, chosen) } : told;
  return {
    profile: ended.length === 0 ? profile : { ...profile, ended },
    lists: { from, to, valid: isWhole ? valid : null },
  };
}

/** Inside a transaction with every table; the usul that are on this PC no more. */
async function followLists(
  database: AccountDatabase,
  { from, to, valid }: ListPlan,
): Promise<readonly string[]> {
  const dropped: ListContent[] = [];
  if (from !== undefined && from !== to) {
    if (valid?.has(from) === false) dropped.push(await dropList(database));
    else await putListAside(database, from);
    await takeListUp(database, to);
  }
  if (valid) dropped.push(await dropParkedBut(database, valid));
  const ids = dropped.flatMap((one) => one.ids);
  const here = await usulOnPc(database, ids);
  const gone = ids.filter((id) => !here.has(id));
  await database.drafts.bulkDelete(gone);
  await evictUnreferenced(database, new Set(dropped.flatMap((one) => one.shas)));
  return gone;
}

/** Whether the list that shall be in use is, and none was put aside whose appointment ended. */
async function isSettled(
  database: AccountDatabase,
  { from, to, valid }: ListPlan,
): Promise<boolean> {
  if (from !== undefined && from !== to) return false;
  const owners = await parkedOwners(database);
  return valid === null || owners.every((id) => valid.has(id));
}

/** What was typed as messages about usul that are gone lies in one sealed value. */
async function forgetTyped(database: AccountDatabase, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return;
  const ids = new Set(gone);
  await changeSealedMeta(database, 'threadTexts', (texts = {}) =>
    Object.fromEntries(Object.entries(texts).filter(([id]) => !ids.has(id))),
  );
}

function accountUnder(account: Account, { id, role, scope, scopeName }: Appointment): Account {
  return { ...account, appointmentId: id, role, scope, scopeName };
}

/** The first appointment of an account has its id; an older application knew of no other. */
function ownerOf({ id, appointmentId }: Account): string {
  return appointmentId ?? id;
}

type Known = Pick<Appointment, 'id' | 'role' | 'scopeName'>;

function knownIn(profile: KeptProfile | undefined): readonly Known[] {
  if (!profile) return [];
  const { account, appointments } = profile;
  const { role, scopeName } = account;
  return appointments ?? [{ id: ownerOf(account), role, scopeName }];
}
