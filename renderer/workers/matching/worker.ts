import '#renderer/platform/zod-without-eval.ts';
import { matchingChannel } from '#renderer/workers/matching/matching-channel.ts';
import { matchingHandlers } from '#renderer/workers/matching/matching-handlers.ts';
import { pagePort } from '#renderer/platform/page-port.ts';
import { serve } from '#shared/channel/server.ts';

serve(pagePort, matchingChannel, matchingHandlers, (cause) => {
  // The name only: its text may quote the document.
  console.warn(`[meja] banding ${cause instanceof Error ? cause.name : typeof cause}`);
});
