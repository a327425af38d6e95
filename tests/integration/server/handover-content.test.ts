import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { handoverReceiptSchema } from '#shared/contract/handover.ts';
import { makeRefusal } from '#tests/support/builders.ts';
import { sealContent } from '#tests/support/limits/sealed-content.ts';
import { useOffice } from '#tests/support/office.ts';

// What somebody who has the secret of a device could seal by hand.

const office = useOffice();

async function addDecision() {
  return makeRefusal(await office.newUsul());
}

async function passOn(file: unknown): Promise<Response> {
  return office.client.fetch('/api/v1/handover', { method: 'POST', body: JSON.stringify(file) });
}

describe('sealed elements', () => {
  test('that go deeper than anybody can follow are refused by themselves, and kept as they came', async () => {
    const good = await addDecision();
    const id = randomUUID();
    const deep = `{"id":"${id}","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const broken = `{"id":"${randomUUID()}","a":[1,,2]}`;
    const content = `{"decisions":[${[deep, JSON.stringify(good), broken].join(',')}]}`;
    const answer = await passOn(await sealContent(office.client, content, 3));
    const { results } = handoverReceiptSchema.parse(await answer.json());
    const outcomes = results?.map((one) => (one.kind === 'ditolak' ? one.error.kind : one.kind));
    expect(outcomes).toEqual(['tidak_sah', 'diterima', 'tidak_sah']);
    const kept = await office.server.db
      .selectFrom('handover_refusal')
      .select('payload')
      .where('decision_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(kept.payload).toBe(deep);
  });

  test.each([
    ['more than declared', 1, (one: string) => `{"decisions":[${one},${one}]}`],
    ['fewer than declared', 2, (one: string) => `{"decisions":[${one}]}`],
    ['something else among them', 2, (one: string) => `{"decisions":[${one},0]}`],
    ['no ids', 1, () => '{"decisions":[{"note":"x"}]}'],
    ['a second list', 1, (one: string) => `{"decisions":[${one}],"decisions":[${one}]}`],
    ['nothing that is JSON', 1, (one: string) => `{"decisions":[${one}]`],
  ])('are not taken at all when there are %s', async (_name, count, write) => {
    const decision = await addDecision();
    const content = write(JSON.stringify(decision));
    const answer = await passOn(await sealContent(office.client, content, count));
    const { error } = apiErrorBodySchema.parse(await answer.json());
    expect([answer.status, error.message]).toEqual([400, expect.stringContaining('terpotong')]);
    const row = await office.server.db
      .selectFrom('decision')
      .select('id')
      .where('id', '=', decision.id)
      .executeTakeFirst();
    expect(row).toBeUndefined();
  });
});
