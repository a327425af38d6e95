import { expect } from 'vitest';
import { changesPageSchema, type ChangesPage } from '#shared/contract/changes.ts';
import {
  commandResultsSchema,
  receiptsSchema,
  type CommandResult,
} from '#shared/contract/commands.ts';
import type { Usul } from '#shared/records/usul.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { makeDecision } from '#tests/support/builders.ts';
import type { TestClient } from '#tests/support/server.ts';

/** The answer to a command that was taken in. */
export type Taken = Extract<CommandResult, { kind: 'diterima' }>;

/** What a pull says of its PC. */
export interface PullQuery {
  readonly cursor?: string;
  /** The newest receipt, with the command that it is for. */
  readonly shown?: { readonly id: string; readonly receipt?: string };
}

/** Delivers decisions as a PC does. */
export async function deliver(
  client: TestClient,
  decisions: readonly Decision[],
): Promise<CommandResult[]> {
  const body = JSON.stringify({ commands: decisions.map(commandOfDecision) });
  const answer = await client.fetch('/api/v1/commands', { method: 'POST', body });
  expect(answer.status).toBe(200);
  return commandResultsSchema.parse(await answer.json()).results;
}

/** Decides an usul; the server must take it in. */
export async function decideOn(client: TestClient, usul: Usul): Promise<Taken> {
  const [result] = await deliver(client, [makeDecision(usul)]);
  if (result?.kind !== 'diterima') throw new Error(JSON.stringify(result));
  return result;
}

/** Asks for a page of the feed. */
export function pull(client: TestClient, { cursor, shown }: PullQuery = {}): Promise<Response> {
  const query = new URLSearchParams({
    ...(cursor !== undefined && { cursor }),
    ...(shown?.receipt !== undefined && { lastCommand: shown.id, lastReceipt: shown.receipt }),
  });
  return client.fetch(`/api/v1/changes?${query.toString()}`);
}

/** A page of the feed; the server must give one. */
export async function pullPage(client: TestClient, query: PullQuery = {}): Promise<ChangesPage> {
  const answer = await pull(client, query);
  expect(answer.status).toBe(200);
  return changesPageSchema.parse(await answer.json());
}

/** The answers of those commands that the server still has. */
export async function askReceipts(client: TestClient, ids: readonly string[]): Promise<Taken[]> {
  const body = JSON.stringify({ ids });
  const answer = await client.fetch('/api/v1/receipts', { method: 'POST', body });
  expect(answer.status).toBe(200);
  return receiptsSchema.parse(await answer.json()).receipts;
}
