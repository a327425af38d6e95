import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Why something that was waited for did not come. */
export type Waited = 'terlalu_lama' | 'gagal';

/** Waits for a promise, which may never settle, no longer than so many milliseconds. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<Result<T, Waited>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<T, Waited>>((resolve) => {
    timer = setTimeout(() => resolve(fail('terlalu_lama')), Math.max(0, ms));
  });
  const came = promise.then(
    (value): Result<T, Waited> => succeed(value),
    (): Result<T, Waited> => fail('gagal'),
  );
  try {
    return await Promise.race([came, late]);
  } finally {
    clearTimeout(timer);
  }
}
