import type { ColumnType, Generated } from 'kysely';
import type { Instant, Json } from '#server/store/column-types.ts';
import type { ToldAcknowledgement } from '#shared/records/open-warning.ts';
import type { RecordValues } from '#shared/records/usul.ts';

/** What the ASN submitted in one revision. */
export interface UsulRevisionTable {
  usul_id: string;
  revision: number;
  values: Json<RecordValues>;
  old_values: ColumnType<RecordValues | null, string | null, string | null>;
  asn_note: string;
  submitted_at: Instant;
  /** Of its usul; part of the key. */
  home_id: string;
}

/** A document uploaded with a revision, in the order of `ordinal` (from 0). */
export interface UsulDocumentTable {
  usul_id: string;
  revision: number;
  ordinal: number;
  document_id: string;
  file_name: string;
  sha256: string;
  /** Of its usul; part of the key. */
  home_id: string;
}

/** An instansi (a home of usul) in which a document was handed in. */
export interface DocumentHomeTable {
  sha256: string;
  home_id: string;
}

/** History of an usul, append-only (trigger); `id` gives its order. */
export interface UsulEventTable {
  id: Generated<number>;
  usul_id: string;
  at: Instant;
  revision: number;
  actor_name: string;
  actor_role: string;
  action: string;
  reasons: string[];
  note: string;
  /** The open warnings over which it was decided; null where there were none. */
  acknowledged: ColumnType<ToldAcknowledgement[] | null, string | null | undefined, never>;
  /** Under which reason a deletion was judged that states none; null where none was chosen. */
  deletion_reason: ColumnType<string | null, string | null | undefined, never>;
  /** See `event-seals.ts`; null: written before there were seals. */
  seal: ColumnType<string | null, string | null, never>;
  /** Of its usul; part of the key. */
  home_id: string;
}

/** Where a decision lies: in the chain of which instansi, and about which usul. Ids are unique here, over all chains. */
export interface DecisionHomeTable {
  id: string;
  instansi_id: string;
  usul_id: string;
}

/** What is added to usul, and where it lies. */
export interface HistoryTables {
  usul_revision: UsulRevisionTable;
  usul_document: UsulDocumentTable;
  document_home: DocumentHomeTable;
  usul_event: UsulEventTable;
  decision_home: DecisionHomeTable;
}
