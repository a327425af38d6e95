import type { UsulRow } from '#renderer/data/schema/stored-rows.ts';

/** What many usul have in common; said once for all of them. */
interface CommonPart {
  readonly recordType: UsulRow['recordType'];
  readonly kind: UsulRow['kind'];
  readonly position: UsulRow['position'];
  readonly opdId: string;
  readonly unorId: string;
  readonly unorNama: string;
  readonly round: UsulRow['round'];
  readonly findings: UsulRow['findings'];
}

/** `common` is an index; the rest in the order of `packRow`. */
type PackedRow = readonly [
  common: number,
  id: string,
  touched: number,
  seq: number,
  revision: number,
  version: number,
  deadline: UsulRow['deadline'],
  submittedAt: string,
  nama: string,
  nip: string,
  shas: string[],
  // Null where only what follows is there.
  assigned?: UsulRow['assigned'] | null,
  // 0 where only what follows is there.
  unread?: number,
  bars?: Pick<UsulRow, 'decidedByYou' | 'actingFor'>,
];

/** A list of usul as it is written down: a third of the text, and of the time to read it. */
export interface PackedUsul {
  readonly commons: readonly CommonPart[];
  readonly rows: readonly PackedRow[];
}

/** Packs usul in their order. */
export function packUsul(rows: readonly UsulRow[]): PackedUsul {
  const commons: CommonPart[] = [];
  const known = new Map<string, number>();
  const packed = rows.map((row) => {
    const common = commonOf(row);
    const text = JSON.stringify(common);
    const at = known.get(text) ?? commons.push(common) - 1;
    known.set(text, at);
    return packRow(at, row);
  });
  return { commons, rows: packed };
}

/** The usul that were packed, in their order. Those with the same common part share its objects. */
export function unpackUsul({ commons, rows }: PackedUsul): UsulRow[] {
  return rows.flatMap((packed) => {
    const common = commons[packed[0]];
    return common ? [unpackRow(common, packed)] : [];
  });
}

function commonOf({ listing, ...row }: UsulRow): CommonPart {
  const { recordType, kind, position, opdId, unorId, round, findings } = row;
  const { unorNama } = listing;
  return { recordType, kind, position, opdId, unorId, unorNama, round, findings };
}

function packRow(common: number, row: UsulRow): PackedRow {
  const { id, touched, seq, revision, version, deadline, submittedAt, listing, shas } = row;
  const { nama, nip } = listing;
  const facts = [id, touched, seq, revision, version, deadline, submittedAt, nama, nip] as const;
  const always = [common, ...facts, shas] as const;
  const { assigned, unread, decidedByYou, actingFor } = row;
  if (decidedByYou || actingFor) {
    const bars = { ...(decidedByYou && { decidedByYou }), ...(actingFor && { actingFor }) };
    return [...always, assigned ?? null, unread ?? 0, bars];
  }
  if (unread !== undefined) return [...always, assigned ?? null, unread];
  return assigned ? [...always, assigned] : always;
}

function unpackRow({ unorNama, ...common }: CommonPart, packed: PackedRow): UsulRow {
  const [, id, touched, seq, revision, version, deadline, submittedAt, nama, nip, ...last] = packed;
  const [shas, assigned, unread, bars] = last;
  return {
    id,
    touched,
    seq,
    revision,
    version,
    recordType: common.recordType,
    kind: common.kind,
    position: common.position,
    opdId: common.opdId,
    unorId: common.unorId,
    deadline,
    submittedAt,
    round: common.round,
    findings: common.findings,
    shas,
    ...(assigned && { assigned }),
    ...(unread && { unread }),
    ...bars,
    listing: { nama, nip, unorNama },
  };
}
