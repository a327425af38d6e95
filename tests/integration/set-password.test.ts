import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { runCli } from '#server/app/run-cli.ts';
import { addVerifikator } from '#tests/support/builders.ts';
import { testServerKey } from '#tests/support/database.ts';
import { useOffice } from '#tests/support/office.ts';
import { postJson, signIn } from '#tests/support/server.ts';

const office = useOffice();

async function setPassword(login: string, password: string) {
  const lines: string[] = [];
  const code = await runCli(['set-password', login], {
    env: {
      DATABASE_URL: office.server.databaseUrl,
      MEJA_DATA_DIR: office.server.documentFolder,
      MEJA_SERVER_KEY: testServerKey,
      MEJA_LOG_LEVEL: 'silent',
    },
    print: (line) => void lines.push(line),
    untilStopped: () => Promise.resolve(),
    ask: () => Promise.resolve(password),
  });
  return { code, text: lines.join(' ') };
}

test('a new password opens from then on, in every spelling; the old one and the sessions of before do not', async () => {
  const { server } = office;
  const { username } = await addVerifikator(server.db, 'dinas-b');
  const before = await signIn(server, username);
  const answer = await setPassword(username, 'ﬁlter kopi Ⅳ lumut');
  expect(answer.code).toBe(0);
  expect(answer.text).not.toContain('lumut');
  expect((await before.fetch('/api/v1/changes')).status).toBe(401);
  await expect(signIn(server, username)).rejects.toThrow('401');
  for (const password of ['filter kopi IV lumut', 'ﬁlter kopi Ⅳ lumut']) {
    const device = { id: randomUUID(), name: 'PC' };
    expect((await postJson(server, '/api/v1/session', { username, password, device })).status).toBe(
      200,
    );
  }
});

test('one that everybody could guess changes nothing, and all that is wrong is said', async () => {
  const answer = await setPassword('verifikator-dinas-a', 'petugas1');
  expect(answer).toMatchObject({ code: 1 });
  expect(answer.text).toMatch(/paling sedikit 12.*memuat nama.*belum diganti/);
  expect(await setPassword('tidak.ada', 'lumut perahu kopi')).toMatchObject({ code: 1 });
  await signIn(office.server, 'verifikator-dinas-a');
});
