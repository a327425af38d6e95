import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A part of the application that Vite builds. */
export type BuildPart = 'renderer' | 'electron';

const sourcesOf: Readonly<Record<BuildPart, readonly string[]>> = {
  renderer: ['renderer', 'shared', 'resources', 'build/vite', 'package-lock.json'],
  electron: ['electron', 'shared', 'build/vite', 'package-lock.json'],
};

const outputOf: Readonly<Record<BuildPart, string>> = {
  renderer: 'dist/renderer/index.html',
  electron: 'dist/electron/main.js',
};

/** Written after a build that ended well, so that one cut short is not taken for finished. */
function stampOf(root: string, part: BuildPart): string {
  return path.join(root, 'dist', `.built-${part}`);
}

/** Whether a part must be built: never finished, or older than one of its sources. */
export function isStale(root: string, part: BuildPart): boolean {
  const built = statSync(stampOf(root, part), { throwIfNoEntry: false });
  const output = statSync(path.join(root, outputOf[part]), { throwIfNoEntry: false });
  if (built === undefined || output === undefined) return true;
  return sourcesOf[part].some((source) => newest(path.join(root, source)) > built.mtimeMs);
}

/** Remembers that a part was built from the sources as they were at `startedAt` (milliseconds since 1970). */
export function markBuilt(root: string, part: BuildPart, startedAt: number): void {
  const stamp = stampOf(root, part);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // A source saved while the build ran must count as newer.
  utimesSync(stamp, startedAt / 1000, startedAt / 1000);
}

/** Newest change under a path, in milliseconds; folders count too, because a deletion changes nothing else. */
function newest(place: string): number {
  const info = statSync(place, { throwIfNoEntry: false });
  if (info === undefined) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  return readdirSync(place).reduce(
    (latest, name) => Math.max(latest, newest(path.join(place, name))),
    info.mtimeMs,
  );
}
