import { expect, test } from 'vitest';
import { accountsText, chooseAccounts, type ShownAccount } from '#build/start/demo-accounts.ts';

const account = (username: string, openUsul: number): ShownAccount => ({
  username,
  password: 'sandi',
  office: `Kantor ${username}`,
  openUsul,
});

test('the largest inboxes and the smallest are shown, never one that is empty', () => {
  const accounts = [1, 2, 3, 4, 5, 6, 0].map((count) => account(`a${count}`, count));
  expect(chooseAccounts(accounts).map(({ username }) => username)).toEqual([
    'a6',
    'a5',
    'a4',
    'a3',
    'a1',
  ]);
});

test('everybody who decides after the verifikators is shown as well, and the admin', () => {
  const many = [9, 8, 7, 6, 5, 4].map((count) => account(`a${count}`, count));
  const later = { ...account('approver', 3), role: 'approver' } as const;
  const idle = { ...account('monitor', 0), role: 'monitor' } as const;
  const admin = { ...account('admin', 0), role: 'admin' } as const;
  expect(chooseAccounts([...many, later, idle, admin]).map(({ username }) => username)).toEqual([
    'a9',
    'a8',
    'a7',
    'a6',
    'a4',
    'approver',
    'admin',
  ]);
  expect(accountsText([later])).toContain('Approver BKPSDM');
});

test('whoever has two appointments is shown with both', () => {
  const many = [9, 8, 7, 6, 5, 4].map((count) => account(`a${count}`, count));
  const both = { ...account('rangkap', 5), role: 'verifikator', also: ['approver'] } as const;
  const shown = chooseAccounts([...many, both]);
  expect(shown.map(({ username }) => username)).toContain('rangkap');
  expect(accountsText(shown)).toContain('Verifikator OPD, Approver BKPSDM');
});

test('few accounts are all shown', () => {
  expect(chooseAccounts([account('a', 1), account('b', 2)])).toHaveLength(2);
});

test('the table names user, password, office and count', () => {
  expect(accountsText([account('umpeg.x', 12)])).toMatch(
    /umpeg\.x\s+sandi\s+Kantor umpeg\.x\s+12/u,
  );
});
