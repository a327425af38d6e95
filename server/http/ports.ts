import type { Settings } from '#server/app/settings.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';
import type { Db } from '#server/store/database.ts';

/** What the application stands on; tests give a clock of their own and have every answer checked. */
export interface AppPorts {
  readonly db: Db;
  readonly documents: DocumentStore;
  readonly settings: Settings;
  readonly now: () => Date;
  /** Parse every answer with its schema before it is sent, and fail when it does not fit. */
  readonly checkAnswers: boolean;
}
