import { expect, test } from 'vitest';
import { isOwnUsul, taskFor } from '#shared/workflow/authority/own-usul.ts';

const nip = '198013012005011001';

test.each([
  ['the account says its NIP', { nip }, true],
  ['as it is printed', { nip: '19801301 200501 1 001' }, true],
  ['the user name is the NIP', { nip: null, username: nip }, true],
  [
    'the account says another NIP than the user name',
    { nip: '198013012005011009', username: nip },
    true,
  ],
  ['another NIP', { nip: '198013012005011002', username: 'verifikator' }, false],
  ['no NIP is known', { username: 'verifikator' }, false],
  ['a beginning of it', { nip: nip.slice(0, 17) }, false],
])('%s: own is %s', (_name, person, own) => {
  expect(isOwnUsul(person, nip)).toBe(own);
});

test('an employee without a number is nobody', () => {
  expect(isOwnUsul({ nip: '', username: '' }, '')).toBe(false);
});

test('an own usul is followed, whatever the queue would have it be; what lies in no queue stays so', () => {
  for (const task of ['decide', 'answer', 'follow'] as const) {
    expect(taskFor({ nip }, nip, task)).toBe('follow');
    expect(taskFor({ nip: null }, nip, task)).toBe(task);
  }
  expect(taskFor({ nip }, nip, null)).toBeNull();
});
