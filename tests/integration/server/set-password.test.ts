import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { runCli } from '#server/app/run-cli.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import { sessionSchema } from '#shared/contract/session.ts';
import { runServerCommand } from '#tests/support/server-cli.ts';
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
    askSecret: () => Promise.resolve(password),
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
  // It was typed by somebody else: its person chooses another one with it.
  const device = { id: randomUUID(), name: 'PC' };
  const enter = async (password: string, newPassword?: string) =>
    (await postJson(server, '/api/v1/session', { username, password, newPassword, device })).status;
  expect(await enter('filter kopi IV lumut')).toBe(403);
  expect(await enter('filter kopi IV lumut', 'ﬁlter Ⅴ teh lumut')).toBe(200);
  expect(await enter('filter V teh lumut')).toBe(200);
  expect(await enter('ﬁlter Ⅴ teh lumut')).toBe(200);
});

test('who signs in with one of before the policy is asked for another, and an admin sees who that is', async () => {
  const { server } = office;
  const { username, id } = await addVerifikator(server.db, 'bidang-a');
  const set = async (password: string) => {
    const passwordHash = await hashPassword(password);
    await server.db
      .updateTable('account')
      .set({ password_hash: passwordHash })
      .where('id', '=', id)
      .execute();
  };
  const asked = async (password: string, newPassword?: string) => {
    const device = { id: randomUUID(), name: 'PC' };
    const body = { username, password, newPassword, device };
    const answer = await postJson(server, '/api/v1/session', body);
    return sessionSchema.parse(await answer.json()).newPasswordAsked;
  };
  const listed = async () => {
    const { text } = await runServerCommand(server, ['password', 'list']);
    return text.split('\n').find((line) => line.startsWith(`${username} `)) ?? null;
  };
  expect(await listed()).toContain('belum diketahui');
  await set('rahasia123');
  expect(await asked('rahasia123')).toBe(true);
  expect(await listed()).toContain('tidak memenuhi ketentuan');
  expect(await setPassword(username, 'lumut perahu kopi')).toMatchObject({ code: 0 });
  expect(await listed()).toBeNull();
  expect(await asked('lumut perahu kopi', 'kopi perahu senja')).toBeUndefined();
  expect(await asked('kopi perahu senja')).toBeUndefined();
});

test('one that everybody could guess changes nothing, and all that is wrong is said', async () => {
  const answer = await setPassword('verifikator-dinas-a', 'petugas1');
  expect(answer).toMatchObject({ code: 1 });
  expect(answer.text).toMatch(/paling sedikit 12.*memuat nama.*belum diganti/);
  expect(await setPassword('tidak.ada', 'lumut perahu kopi')).toMatchObject({ code: 1 });
  await signIn(office.server, 'verifikator-dinas-a');
});
