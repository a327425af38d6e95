import path from 'node:path';
import { parseArgs } from 'node:util';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { startTexts } from '#build/start/start-texts.ts';

/** How much demonstration data is made: the whole regency, or a few usul for a quick look. */
export type DemoSize = 'penuh' | 'kecil';

/** What the person asked of `npm start`. */
export interface StartOptions {
  /** Begin anew: delete the data of an earlier start. */
  readonly fresh: boolean;
  /** The port that must be used; null to choose one. */
  readonly port: number | null;
  /** Whether to open the application. */
  readonly open: boolean;
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** How much demonstration data is made. */
  readonly size: DemoSize;
  /** Only show how it is used. */
  readonly help: boolean;
}

/** Where relative paths start. */
export interface StartPlaces {
  /** Folder in which the command was given. */
  readonly cwd: string;
  /** Root of the project. */
  readonly root: string;
}

/** Reads the command line; a wrong one is answered with a sentence. */
export function parseStartOptions(
  argv: readonly string[],
  places: StartPlaces,
): Result<StartOptions, string> {
  const given = readArguments(argv);
  if (!given.ok) return given;
  const { fresh, port, help, data } = given.value;
  const portNumber = port === undefined ? null : Number(port);
  if (portNumber !== null && !isPort(portNumber)) return fail(startTexts.badPort(port ?? ''));
  return succeed({
    fresh: fresh === true,
    port: portNumber,
    open: given.value['no-open'] !== true,
    dataFolder:
      data === undefined ? path.join(places.root, '.meja') : path.resolve(places.cwd, data),
    size: given.value.small === true ? 'kecil' : 'penuh',
    help: help === true,
  });
}

function readArguments(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        fresh: { type: 'boolean' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        small: { type: 'boolean' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return succeed(values);
  } catch {
    // parseArgs throws for what it does not know; its English sentence is not for the person.
    return fail(startTexts.badArguments(argv.join(' ')));
  }
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1024 && port <= 65_535;
}
