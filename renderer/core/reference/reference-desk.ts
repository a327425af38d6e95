import { followReference } from '#renderer/data/feed/reference.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { useDelivered } from '#shared/reference/reference-data.ts';

/** What following the reference data needs of the world; `serverNow`: the server's time as well as this PC knows it. */
export interface ReferencePorts {
  readonly serverNow: () => Date;
  readonly onError: (cause: unknown) => void;
}

/**
 * Codes, reasons and labels are those that the server delivered, from whoever sits down on: at once, and whenever something is
 * delivered. What is in force from a later day on is so from the next unlocking of that day.
 */
export function makeReferenceDesk({ serverNow, onError }: ReferencePorts): {
  readonly follow: (database: AccountDatabase) => () => void;
} {
  return {
    follow: (database) => {
      const stop = followReference(
        database,
        (versions) => {
          useDelivered(versions, localDateOf(serverNow()));
        },
        onError,
      );
      return () => {
        stop();
        useDelivered([], localDateOf(serverNow()));
      };
    },
  };
}
