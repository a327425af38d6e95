import { expect, test } from 'vitest';
import { enrolmentAnswer, type EnrolmentQuestion } from '#server/session/enrolment-rules.ts';

const ask = (
  change: Partial<EnrolmentQuestion> & {
    approval?: EnrolmentQuestion['policy']['approval'];
    keyRequired?: boolean;
  },
) => {
  const { approval = 'after-revocation', keyRequired = false, ...rest } = change;
  return enrolmentAnswer({
    policy: { approval, keyRequired },
    standing: null,
    hadOneRevoked: false,
    hasKeys: false,
    proof: 'none',
    ...rest,
  });
};

test.each([
  ['a new PC', {}, 'masuk'],
  ['a new PC with a key', { proof: 'other' }, 'masuk'],
  ['a new PC where every one is approved', { approval: 'always' }, 'menunggu'],
  ['a new PC after a revocation', { hadOneRevoked: true, proof: 'other' }, 'menunggu'],
  [
    'a new PC after a revocation where none is',
    { hadOneRevoked: true, approval: 'automatic' },
    'masuk',
  ],
  ['one that waits still', { standing: 'menunggu', hadOneRevoked: true }, 'menunggu'],
  ['one that waited until the policy changed', { standing: 'menunggu' }, 'masuk'],
  ['one that was refused', { standing: 'ditolak', approval: 'automatic' }, 'ditolak'],
  ['one of before, without a key', { standing: 'berlaku', hadOneRevoked: true }, 'masuk'],
  [
    'one of before, with its first key',
    { standing: 'berlaku', hadOneRevoked: true, proof: 'other' },
    'masuk',
  ],
  [
    'one with its key',
    { standing: 'berlaku', hadOneRevoked: true, hasKeys: true, proof: 'fits' },
    'masuk',
  ],
  ['one that lost its key', { standing: 'berlaku', hasKeys: true, proof: 'other' }, 'masuk'],
  [
    'one whose application went back to a version without keys',
    { standing: 'berlaku', hasKeys: true },
    'masuk',
  ],
  [
    'the id of another PC of its own, after a revocation',
    { standing: 'berlaku', hadOneRevoked: true, hasKeys: true, proof: 'other' },
    'menunggu',
  ],
  [
    'the same, without a key',
    { standing: 'berlaku', hadOneRevoked: true, hasKeys: true },
    'perlu_kunci',
  ],
  ["somebody else's PC", { hasKeys: true, proof: 'other' }, 'pc_lain'],
  ["somebody else's PC, without a key", { hasKeys: true }, 'perlu_kunci'],
  ['a PC that two people share', { hasKeys: true, proof: 'fits' }, 'masuk'],
  [
    'a PC that two people share, after a revocation',
    { hasKeys: true, proof: 'fits', hadOneRevoked: true },
    'menunggu',
  ],
  [
    'an application without a key, where one is required',
    { standing: 'berlaku', keyRequired: true },
    'perlu_kunci',
  ],
  [
    'one with a key, where one is required',
    { standing: 'berlaku', keyRequired: true, proof: 'other' },
    'masuk',
  ],
] as const)('%s', (_name, change, answer) => {
  expect(ask(change)).toBe(answer);
});
