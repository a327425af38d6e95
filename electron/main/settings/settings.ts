import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** An https origin, or plain http on this very machine (development and demonstration). */
const serverUrlSchema = z
  .url({ protocol: /^https?$/u })
  .refine((text) => {
    const url = new URL(text);
    return url.protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  })
  .transform((text) => new URL(text).origin);

const settingsSchema = z.object({ serverUrl: serverUrlSchema });

/** What the shell is told from outside. */
export type Settings = z.infer<typeof settingsSchema>;

/** Why there are no settings: the file is missing or unreadable, or does not hold what it must. */
export type SettingsFault = 'unreadable' | 'invalid';

/** Where settings come from. */
export interface SettingsSource {
  /** Absolute path of the settings file (JSON), which the administrator of the installation edits. */
  readonly file: string;
  /** Value of `MEJA_SERVER_URL`; it wins over the file, and is heeded only when not packaged. */
  readonly serverUrl: string | undefined;
}

/** Reads the settings; nothing is guessed when they are wrong. */
export function readSettings(source: SettingsSource): Result<Settings, SettingsFault> {
  if (source.serverUrl !== undefined) return parseSettings({ serverUrl: source.serverUrl });
  let text: string;
  try {
    text = readFileSync(source.file, 'utf8');
  } catch {
    return fail('unreadable');
  }
  try {
    return parseSettings(JSON.parse(text));
  } catch {
    return fail('invalid');
  }
}

function parseSettings(value: unknown): Result<Settings, SettingsFault> {
  const parsed = settingsSchema.safeParse(value);
  return parsed.success ? succeed(parsed.data) : fail('invalid');
}
