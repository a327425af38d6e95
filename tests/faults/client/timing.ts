import type { DeskTiming } from '#renderer/core/desk-ports.ts';

/** A day's work in seconds: the desk's own pauses, shortened; what the exchange does about faults is unchanged. */
export const deskTiming: Partial<DeskTiming> = {
  holdMs: 150,
  pollMs: 400,
  autosaveMs: 50,
  gatherMs: 10,
  documentPatienceMs: 200,
};

/** Rounds from the password to the key: a seed opens many a locked desk, and the rounds are not what it tests. */
export const quickPasswordRounds = 1_000;
