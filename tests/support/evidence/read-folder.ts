// npx tsx tests/support/evidence/read-folder.ts FOLDER FILE.json [PATTERN]
// Reads every PDF of a folder as the application does and writes the readings by file name (without ending).
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openChromiumReader } from '#tests/support/evidence/read-in-chromium.ts';

const [folder = '.', output = 'readings.json', pattern = ''] = process.argv.slice(2);
const names = (await readdir(folder)).filter(
  (name) => name.endsWith('.pdf') && new RegExp(pattern, 'u').test(name),
);
const reader = await openChromiumReader();
const readings: Record<string, unknown> = {};
for (const name of names.toSorted()) {
  const { reading, ms } = await reader.read({ bytes: await readFile(path.join(folder, name)) });
  readings[path.basename(name, '.pdf')] = reading;
  const [first] = reading?.pages ?? [];
  const words = first?.readings[0]?.words.length ?? 0;
  const quality = first ? JSON.stringify(first.quality) : reading?.failure;
  console.log(`${name} ${Math.round(ms)} ms, ${words} words, ${quality}`);
}
await writeFile(output, JSON.stringify(readings));
await reader.close();
