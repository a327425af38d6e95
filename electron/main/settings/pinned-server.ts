import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const pinSchema = z.object({ version: z.literal(1), serverUrl: z.string() });

/** What becomes of an address that the settings name. */
export interface PinPorts {
  /** Absolute path of the file that remembers the server of this desk. */
  readonly file: string;
  /** Asks the person whether the desk may go to another server than before. */
  readonly ask: (before: string, now: string) => boolean;
}

/**
 * Whether the desk goes to this server: the one it went to first, or another one to which a person agreed. Whoever changes
 * the settings file would else be sent tokens and decisions without anybody noticing.
 */
export function mayGoTo(serverUrl: string, { file, ask }: PinPorts): boolean {
  const pinned = readPin(file);
  if (pinned === serverUrl) return true;
  // None: the first start, or the first of a version that remembers.
  if (pinned !== null && !ask(pinned, serverUrl)) return false;
  writePin(file, serverUrl);
  return true;
}

/** Null: there is no file. One that cannot be understood is one of another server. */
function readPin(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
  return pinSchema.safeParse(parseJson(text)).data?.serverUrl ?? '?';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off or written by something else.
    return null;
  }
}

function writePin(file: string, serverUrl: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.baru`;
  writeFileSync(fresh, JSON.stringify({ version: 1, serverUrl }), { flush: true });
  renameSync(fresh, file);
}
