import path from 'node:path';
import { expect, test } from 'vitest';
import { parseStartOptions } from '#build/start/start-options.ts';

const places = { cwd: path.resolve('/home/ani'), root: path.resolve('/srv/meja') };

test('without options the data lies in .meja of the project and a window is opened', () => {
  expect(parseStartOptions([], places)).toEqual({
    ok: true,
    value: {
      fresh: false,
      port: null,
      open: true,
      dataFolder: path.resolve('/srv/meja/.meja'),
      size: 'penuh',
      help: false,
    },
  });
});

test('every option is read; a folder is relative to where the command was given', () => {
  const argv = ['--fresh', '--port', '5000', '--no-open', '--data', 'uji', '--small', '--help'];
  expect(parseStartOptions(argv, places)).toMatchObject({
    value: {
      fresh: true,
      port: 5000,
      open: false,
      dataFolder: path.resolve('/home/ani/uji'),
      size: 'kecil',
      help: true,
    },
  });
});

test.each([
  [['--frsh']],
  [['fresh']],
  [['--port']],
  [['--port', 'abc']],
  [['--port', '80']],
  [['--port', '70000']],
  [['--port', '4680.5']],
])('%j is answered with a sentence that says what to do', (argv) => {
  const parsed = parseStartOptions(argv, places);
  expect(parsed).toMatchObject({ ok: false, error: expect.stringMatching(/--help|--port/u) });
});
