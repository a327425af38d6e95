import { describe, expect, test } from 'vitest';
import { withCanned, withoutSent, withTyped } from '#renderer/features/helpdesk/typed-replies.ts';

describe('what was typed in a ticket', () => {
  test('is one message until it is sent', () => {
    const first = withTyped({}, 'a', 'Mohon');
    const longer = withTyped(first, 'a', 'Mohon tunggu.');
    expect(longer['a']).toEqual({ id: first['a']!.id, text: 'Mohon tunggu.' });
    expect(withoutSent(longer, 'a', longer['a']!)).toEqual({});
  });

  test('while it was being sent is the next message', () => {
    const sent = withTyped({}, 'a', 'Mohon tunggu.');
    const next = withoutSent(withTyped(sent, 'a', 'Mohon tunggu.Sudah.'), 'a', sent['a']!);
    expect(next['a']).toEqual({ id: expect.any(String), text: 'Sudah.' });
    expect(next['a']!.id).not.toBe(sent['a']!.id);
    const other = withoutSent(withTyped(sent, 'a', 'Lain.'), 'a', sent['a']!);
    expect(other['a']!.text).toBe('Lain.');
    expect(other['a']!.id).not.toBe(sent['a']!.id);
  });

  test('of other tickets stays', () => {
    const both = withTyped(withTyped({}, 'a', 'Satu.'), 'b', 'Dua.');
    expect(withoutSent(both, 'a', both['a']!)).toEqual({ b: both['b'] });
  });

  test('is not lost when an answer is chosen that is given often', () => {
    expect(withCanned(' \n', 'Salam.')).toBe('Salam.');
    expect(withCanned('Sudah kami periksa.\n', 'Salam.')).toBe('Sudah kami periksa.\n\nSalam.');
  });
});
