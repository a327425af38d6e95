import { z } from 'zod';

/** From the page to the worker. `cancel`: nobody waits for the answer of that request any more. */
export const toWorkerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), id: z.int(), name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('tell'), name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('cancel'), id: z.int() }),
]);
/** From the page to the worker. */
export type ToWorker = z.infer<typeof toWorkerSchema>;

/** From the worker to the page. `failed`: answering threw; the name of what was thrown, never its text. */
export const toPageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.int(), output: z.unknown() }),
  z.object({ kind: z.literal('progress'), id: z.int(), progress: z.unknown() }),
  z.object({ kind: z.literal('failed'), id: z.int(), reason: z.string() }),
  z.object({ kind: z.literal('event'), name: z.string(), payload: z.unknown() }),
]);
/** From the worker to the page. */
export type ToPage = z.infer<typeof toPageSchema>;

/** Where a message does not parse, without what it says. */
export function unparsedPlaces(what: string, error: z.ZodError): string {
  const places = error.issues.map(({ path }) => path.join('.')).join(' ');
  return `${what}: ${places}`.slice(0, 2000);
}

/** The name of what was thrown: its text may quote data. */
export function errorName(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause;
}

/** What is declared under a name that arrived; nothing that every object has. */
export function declaredAs<T>(map: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
