import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

const run = promisify(execFile);

/** The system's own `tesseract` with the model that the application ships. */
export interface NativeTesseract {
  readonly version: string;
  /** How long it takes to read one JPEG on one core, in milliseconds, with its start. */
  read(jpeg: Buffer): Promise<number>;
  close(): Promise<void>;
}

/** Null where it is not installed and cannot be (another system, not the administrator, no network). */
export async function findTesseract(): Promise<NativeTesseract | null> {
  const version = (await versionOf()) ?? (await install());
  if (version === null) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'meja-tesseract-'));
  const model = createRequire(import.meta.url).resolve(
    '@tesseract.js-data/ind/4.0.0_best_int/ind.traineddata.gz',
  );
  await writeFile(path.join(folder, 'ind.traineddata'), gunzipSync(await readFile(model)));
  const settings = ['-l', 'ind', '--tessdata-dir', folder, '--oem', '1', '--psm', '3'];
  return {
    version,
    async read(jpeg) {
      const image = path.join(folder, 'page.jpg');
      await writeFile(image, jpeg);
      const began = performance.now();
      await run('tesseract', [image, 'stdout', ...settings, 'tsv'], {
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        maxBuffer: 2 ** 26,
      });
      return performance.now() - began;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function versionOf(): Promise<string | null> {
  return run('tesseract', ['--version']).then(
    ({ stdout, stderr }) => (stdout || stderr).split('\n')[0] ?? '',
    () => null,
  );
}

async function install(): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  console.log('Installing tesseract-ocr to measure beside …');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 };
  const apt = async (...words: readonly string[]): Promise<boolean> =>
    run('apt-get', [...words], options).then(
      () => true,
      () => false,
    );
  const packages = ['install', '-y', '--no-install-recommends', 'tesseract-ocr'];
  const done = (await apt(...packages)) || ((await apt('update')) && (await apt(...packages)));
  return done ? versionOf() : null;
}
