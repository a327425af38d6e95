import { expect, test } from 'vitest';
import { makeNoteError } from '#renderer/core/note-error.ts';

function noted(cause: unknown): string {
  const lines: string[] = [];
  const noteError = makeNoteError({
    log: ({ level, event, detail }) => {
      lines.push(`${level} ${event} ${detail}`);
      return Promise.resolve();
    },
  });
  noteError(cause);
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

test('a failure is noted by kind and place, without its message', () => {
  const line = noted(new RangeError('Siti Aminah, NIP 198001012005011001'));
  expect(line).toMatch(/^error desk RangeError .*note-error[.]test[.]ts/);
  expect(line).not.toContain('Siti');
  expect(line).not.toContain('1980');
});

test('what was thrown and is no error is noted by its type alone', () => {
  expect(noted('Siti Aminah')).toBe('error desk string ');
});

test('a long trace is cut', () => {
  const error = new Error('x');
  error.stack = `Error: x\n    at ${'jauh/'.repeat(1000)}`;
  expect(noted(error).length).toBeLessThanOrEqual('error desk '.length + 2000);
});
