import { createHmac } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { stretchSchema } from '#server/integrity/row-digests.ts';
import { isSameSeal } from '#server/store/compare-seals.ts';
import { canonicalJson } from '#server/store/canonical-json.ts';
import { parseJson, readIfThere } from '#server/store/kept-files.ts';

/**
 * What stood in the database on a day: how far each chain was sealed, and digests of the rows since the anchor before.
 * `epoch`: its name; what was anchored in an epoch before says nothing of a backup that was put back since. `historyAfter`:
 * after which event seals of the history begin.
 */
const anchorSchema = z.object({
  version: z.literal(1),
  at: z.iso.datetime(),
  epoch: z.string().max(100),
  heads: z.array(z.object({ instansiId: z.string(), seq: z.int(), hash: z.string() })),
  stretches: z.array(stretchSchema),
  historyAfter: z.int().exactOptional(),
});
/** An anchor. */
export type Anchor = z.infer<typeof anchorSchema>;
const lineSchema = anchorSchema.extend({ seal: z.string() });

/** The anchors of a file, and how many of its lines no server wrote; undefined: there is no file. */
export interface AnchorFile {
  readonly anchors: readonly Anchor[];
  readonly foreign: number;
}

/** Reads the anchors under their key. Throws when there is a file that cannot be read. */
export async function readAnchors(file: string, key: Uint8Array): Promise<AnchorFile | undefined> {
  const kept = await readIfThere(file);
  if (!kept) return undefined;
  const lines = kept
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const anchors = lines.flatMap((line) => {
    // Half a line of a disk that was full is no anchor.
    const parsed = lineSchema.safeParse(parseJson(line));
    if (!parsed.success) return [];
    const { seal, ...anchor } = parsed.data;
    return isSameSeal(seal, sealOf(key, anchor)) ? [anchor] : [];
  });
  return { anchors, foreign: lines.length - anchors.length };
}

/** Adds an anchor; it is on the disk when this resolves. */
export async function addAnchor(file: string, key: Uint8Array, anchor: Anchor): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const line = JSON.stringify({ ...anchor, seal: sealOf(key, anchor) });
  const opened = await open(file, 'a', 0o600);
  try {
    await opened.appendFile(`${line}\n`);
    await opened.sync();
  } finally {
    await opened.close();
  }
}

function sealOf(key: Uint8Array, anchor: Anchor): string {
  return createHmac('sha256', key)
    .update(`jangkar 1 ${canonicalJson(anchor)}`)
    .digest('hex');
}
