import { documentWarnings } from '#renderer/evidence/matching/document/document-warnings.ts';
import { fingerprintOf } from '#renderer/evidence/matching/document/make-fingerprint.ts';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import type { matchingChannel } from '#renderer/workers/matching/matching-channel.ts';
import type { Handlers } from '#shared/channel/server.ts';

/** What the worker that compares does with each request. */
export const matchingHandlers: Handlers<typeof matchingChannel> = {
  match: ({ queries, reading }) => matchFields(queries, reading),
  warn: ({ usul, read, elsewhere }) => documentWarnings(usul, read, elsewhere),
  fingerprint: fingerprintOf,
};
