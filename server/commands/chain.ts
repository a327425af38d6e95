import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from '#server/store/canonical-json.ts';
import type { Db, Tx } from '#server/store/database.ts';
import type { OnBehalfOf } from '#shared/workflow/assignment/substitution.ts';
import type { Decision } from '#shared/workflow/decision.ts';

/** `prev_hash` of the first decision of an instansi. */
export const genesisHash = '0'.repeat(64);

/** A page of the chain that is read again: so many links at most, and so many bytes of what they say. */
const pageLinks = 1_000;
const defaultPageBytes = 8 * 1_048_576;

/** Bytes of the links of a page that come before one. */
const bytesBefore = sql<number>`coalesce(sum(octet_length(payload::text)) OVER
  (ORDER BY chain_seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)`;

/**
 * Form in which new links are hashed. 1: without what the server itself knows of the delivery; 2: without the appointment
 * under which it was taken.
 */
const linkFormat = 3;
/** The same with in whose place it was taken; of links that were taken in somebody's place, and of no other. */
const insteadFormat = 4;

/** What the server itself knows of a delivery, beside what the decision states. Null: not known. */
export interface LinkOrigin {
  /** The PC of the session or hand-over that brought it. */
  readonly deviceId: string | null;
  readonly sessionId: string | null;
  /** Version of the application in that session. */
  readonly appVersion: string | null;
  /** When it was made: as it states, where that can be, else when it came. */
  readonly decidedAt: Date | null;
}

/** A decision before it becomes a link of the chain; `payload` is what the client states. */
export interface LinkContent extends LinkOrigin {
  readonly instansiId: string;
  readonly accountId: string;
  readonly receivedAt: Date;
  readonly payload: Decision;
  /** Under which it was taken; null: not known. */
  readonly appointmentId: string | null;
  /** In whose place it was taken; null, or absent: in nobody's. */
  readonly onBehalfOf?: OnBehalfOf | null;
}

/** A link of the chain. `hash` = SHA-256 over the canonical JSON of everything else in the row that its format knows. */
export interface Link extends LinkContent {
  readonly format: number;
  readonly chainSeq: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** A link that was appended, in the epoch that was open. */
export interface AppendedLink extends Link {
  readonly epoch: number;
}

/** What is wrong with a chain; `chainSeq` names the first place. */
export interface ChainFault {
  readonly kind: 'diubah' | 'hilang';
  readonly chainSeq: number;
}

/** Appends a decision to the chain of its instansi; the head's row lock makes writers follow one another. */
export async function appendToChain(tx: Tx, content: LinkContent): Promise<AppendedLink> {
  const [link] = await appendLinks(tx, content.instansiId, [content]);
  return link!;
}

/** Appends decisions to the chain of their one instansi, in their order. */
export async function appendLinks(
  tx: Tx,
  instansiId: string,
  contents: readonly LinkContent[],
): Promise<readonly AppendedLink[]> {
  if (contents.length === 0) return [];
  const head = await lockHead(tx, instansiId);
  const links: Link[] = [];
  let last = { seq: head.seq, hash: head.hash };
  for (const content of contents) {
    const { seq } = last;
    const format = content.onBehalfOf ? insteadFormat : linkFormat;
    const link = { ...content, format, chainSeq: seq + 1, prevHash: last.hash };
    last = { seq: link.chainSeq, hash: hashOf(hashedOf(link)!) };
    links.push({ ...link, hash: last.hash });
  }
  const { epoch } = await insertLinks(tx, links);
  await tx
    .updateTable('chain_head')
    .set({ seq: last.seq, hash: last.hash })
    .where('instansi_id', '=', instansiId)
    .execute();
  return links.map((link) => ({ ...link, epoch }));
}

async function lockHead(tx: Tx, instansiId: string) {
  await tx
    .insertInto('chain_head')
    .values({ instansi_id: instansiId, seq: 0, hash: genesisHash })
    .onConflict((conflict) => conflict.column('instansi_id').doNothing())
    .execute();
  return tx
    .selectFrom('chain_head')
    .selectAll()
    .where('instansi_id', '=', instansiId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function insertLinks(tx: Tx, links: readonly Link[]): Promise<{ readonly epoch: number }> {
  await tx
    .insertInto('decision_home')
    .values(
      links.map(({ instansiId, payload }) => ({
        id: payload.id,
        instansi_id: instansiId,
        usul_id: payload.usulId,
      })),
    )
    .execute();
  return tx
    .insertInto('decision')
    .values(
      links.map((link) => ({
        id: link.payload.id,
        instansi_id: link.instansiId,
        chain_seq: link.chainSeq,
        usul_id: link.payload.usulId,
        account_id: link.accountId,
        payload: JSON.stringify(link.payload),
        prev_hash: link.prevHash,
        hash: link.hash,
        received_at: link.receivedAt,
        epoch: sql<number>`(SELECT max(number) FROM epoch)`,
        link_format: link.format,
        device_id: link.deviceId,
        session_id: link.sessionId,
        app_version: link.appVersion,
        decided_at: link.decidedAt,
        appointment_id: link.appointmentId,
        on_behalf_of: link.onBehalfOf ? JSON.stringify(link.onBehalfOf) : null,
      })),
    )
    .returning('epoch')
    .executeTakeFirstOrThrow();
}

/**
 * Reads the whole chain of an instansi again, page by page, and answers the first fault: a link whose content or
 * predecessor was altered (`diubah`), or that is missing, the last ones included (`hilang`). Undefined: whole. `from`: a
 * link that is known to be good; those behind it are read.
 */
export async function verifyChain(
  db: Db,
  instansiId: string,
  from = { seq: 0, hash: genesisHash },
): Promise<ChainFault | undefined> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      let last = { seq: from.seq, hash: from.hash };
      for (;;) {
        const links = await readLinks(tx, instansiId, last.seq);
        if (links.length === 0) break;
        for (const link of links) {
          const fault = faultOf(link, last);
          if (fault) return fault;
          last = { seq: link.chainSeq, hash: link.hash };
        }
      }
      return faultOfHead(tx, instansiId, last);
    });
}

/**
 * The next links of a chain, as many as fit into so many bytes, and one at least: a link is what somebody sent, and a
 * thousand of the largest ones are more than memory holds.
 */
export async function readLinks(
  tx: Tx,
  instansiId: string,
  after: number,
  pageBytes = defaultPageBytes,
): Promise<Link[]> {
  const rows = await tx
    .selectFrom((from) =>
      from
        .selectFrom('decision')
        .selectAll()
        .select(bytesBefore.as('bytes_before'))
        .where('instansi_id', '=', instansiId)
        .where('chain_seq', '>', after)
        .orderBy('chain_seq')
        .limit(pageLinks)
        .as('link'),
    )
    .selectAll()
    .where('bytes_before', '<', pageBytes)
    .orderBy('chain_seq')
    .execute();
  return rows.map((row) => ({
    instansiId: row.instansi_id,
    accountId: row.account_id,
    receivedAt: row.received_at,
    // The row's own columns count, not only the payload: whoever moves a decision to another usul is seen as well.
    payload: { ...row.payload, id: row.id, usulId: row.usul_id },
    deviceId: row.device_id,
    sessionId: row.session_id,
    appVersion: row.app_version,
    decidedAt: row.decided_at,
    appointmentId: row.appointment_id,
    onBehalfOf: row.on_behalf_of,
    format: row.link_format,
    chainSeq: row.chain_seq,
    prevHash: row.prev_hash,
    hash: row.hash,
  }));
}

function faultOf(link: Link, last: { seq: number; hash: string }): ChainFault | undefined {
  if (link.chainSeq !== last.seq + 1) return { kind: 'hilang', chainSeq: last.seq + 1 };
  const content = hashedOf(link);
  const isIntact =
    link.prevHash === last.hash && content !== undefined && link.hash === hashOf(content);
  return isIntact ? undefined : { kind: 'diubah', chainSeq: link.chainSeq };
}

async function faultOfHead(
  tx: Tx,
  instansiId: string,
  last: { seq: number; hash: string },
): Promise<ChainFault | undefined> {
  const head = await tx
    .selectFrom('chain_head')
    .selectAll()
    .where('instansi_id', '=', instansiId)
    .executeTakeFirst();
  const seq = head?.seq ?? 0;
  if (seq > last.seq) return { kind: 'hilang', chainSeq: last.seq + 1 };
  const isHead = seq === last.seq && (head?.hash ?? genesisHash) === last.hash;
  return isHead ? undefined : { kind: 'diubah', chainSeq: last.seq };
}

/** What a link is hashed over in its form; undefined for a form that nobody ever wrote. */
function hashedOf(link: Omit<Link, 'hash'>): object | undefined {
  if (link.format === insteadFormat) return link.onBehalfOf ? insteadFormOf(link) : undefined;
  // What stands in columns that a form does not know was put there later.
  if (link.onBehalfOf) return undefined;
  if (link.format === linkFormat) return newestFormOf(link);
  if (link.appointmentId !== null) return undefined;
  if (link.format === 2) return secondFormOf(link);
  const { deviceId, sessionId, appVersion, decidedAt } = link;
  const isBare = [deviceId, sessionId, appVersion, decidedAt].every((one) => one === null);
  return link.format === 1 && isBare ? firstFormOf(link) : undefined;
}

function firstFormOf(link: Omit<Link, 'hash' | 'format'>): object {
  const { instansiId, accountId, payload, chainSeq, prevHash } = link;
  const receivedAt = link.receivedAt.toISOString();
  return { instansiId, accountId, receivedAt, payload, chainSeq, prevHash };
}

function secondFormOf(link: Omit<Link, 'hash'>): object {
  const { format, deviceId, sessionId, appVersion } = link;
  const decidedAt = link.decidedAt?.toISOString() ?? null;
  return { format, ...firstFormOf(link), deviceId, sessionId, appVersion, decidedAt };
}

function newestFormOf(link: Omit<Link, 'hash'>): object {
  return { ...secondFormOf(link), appointmentId: link.appointmentId };
}

function insteadFormOf(link: Omit<Link, 'hash'>): object {
  return { ...newestFormOf(link), onBehalfOf: link.onBehalfOf };
}

function hashOf(content: object): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
