import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Makes a temporary folder for a PostgreSQL of tests. Everybody may pass through, because that of a root runs as another
 * user: where he could not, its files would lie in the system's folders, on a disk, even when a run keeps its own in memory.
 */
export async function makeClusterFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), prefix));
  await chmod(folder, 0o711);
  return folder;
}
