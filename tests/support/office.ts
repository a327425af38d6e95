import { afterAll, beforeAll, expect } from 'vitest';
import { commandResultsSchema, type CommandResult } from '#shared/contract/commands.ts';
import { handoverReceiptSchema } from '#shared/contract/handover.ts';
import type { NewUsul } from '#server/commands/submissions.ts';
import type { Usul } from '#shared/records/usul.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import { addOrganisation, addUsul, addVerifikator } from '#tests/support/builders.ts';
import { handoverOf } from '#tests/support/handover.ts';
import {
  signIn,
  startTestServer,
  type TestClient,
  type TestServer,
} from '#tests/support/server.ts';

/** A server with the offices of `addOrganisation`, and the verifikator of `dinas-a` signed in on a PC. */
export interface Office {
  readonly server: TestServer;
  readonly client: TestClient;
  readonly newUsul: (overrides?: Partial<NewUsul>, opdId?: string) => Promise<Usul>;
  /** Delivers commands as they are given, by the verifikator unless said otherwise. */
  readonly send: (commands: readonly unknown[], by?: TestClient) => Promise<CommandResult[]>;
  /** Delivers decisions as a client does that knows nothing else. */
  readonly sendAsBefore: (
    decisions: readonly unknown[],
    by?: TestClient,
  ) => Promise<CommandResult[]>;
  /** Delivers one decision. */
  readonly decide: (decision: object, by?: TestClient) => Promise<CommandResult>;
  /** Brings decisions in a hand-over file of the PC. */
  readonly handOver: (
    decisions: readonly Decision[],
    by?: TestClient,
  ) => Promise<readonly CommandResult[]>;
}

/** Such an office for the tests of a file. */
export function useOffice(): Office {
  let server: TestServer;
  let client: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    await addOrganisation(server.db);
    await addVerifikator(server.db, 'dinas-a');
    client = await signIn(server, 'verifikator-dinas-a');
  });
  afterAll(() => server.stop());

  const office: Office = {
    get server() {
      return server;
    },
    get client() {
      return client;
    },
    newUsul: (overrides = {}, opdId = 'dinas-a') =>
      addUsul(server.db, server.documents, opdId, overrides),
    send: (commands, by = client) => post('/api/v1/commands', { commands }, by),
    sendAsBefore: (decisions, by = client) => post('/api/v1/decisions', { decisions }, by),
    decide: async (decision, by) => {
      const [result] = await office.send([{ kind: 'putusan', ...decision }], by);
      return result!;
    },
    handOver: async (decisions, by = client) => {
      const body = JSON.stringify(await handoverOf(by, decisions));
      const answer = await by.fetch('/api/v1/handover', { method: 'POST', body });
      const { results } = handoverReceiptSchema.parse(await answer.json());
      if (!results) throw new Error('The results of the own file are told.');
      return results;
    },
  };
  return office;
}

async function post(path: string, body: object, by: TestClient): Promise<CommandResult[]> {
  const answer = await by.fetch(path, { method: 'POST', body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
  return commandResultsSchema.parse(await answer.json()).results;
}
