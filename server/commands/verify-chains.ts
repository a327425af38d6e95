import { verifyChain, type ChainFault } from '#server/commands/chain.ts';
import type { Db } from '#server/store/database.ts';

/** What was found of the chain of one instansi. */
export interface ChainReport {
  readonly instansi: string;
  /** Decisions that the chain should have. */
  readonly count: number;
  /** The first fault; undefined when the chain is whole. */
  readonly fault: ChainFault | undefined;
}

/** Reads the chain of decisions of every instansi again, in the order of their names. */
export async function verifyChains(db: Db): Promise<readonly ChainReport[]> {
  const rows = await db
    .selectFrom('instansi')
    .leftJoin('chain_head', 'chain_head.instansi_id', 'instansi.id')
    .select(['instansi.id', 'instansi.name', 'chain_head.seq'])
    .orderBy('instansi.name')
    .execute();
  const reports: ChainReport[] = [];
  for (const { id, name, seq } of rows) {
    reports.push({ instansi: name, count: seq ?? 0, fault: await verifyChain(db, id) });
  }
  return reports;
}
