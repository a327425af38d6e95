import { describe, expect, test } from 'vitest';
import { PictureShelf } from '#renderer/evidence/reading/picture/grey-image.ts';
import { readingLimits } from '#renderer/evidence/reading/reading-limits.ts';
import { Recogniser } from '#renderer/evidence/reading/recognition/recogniser.ts';
import type { Tesseract } from '#renderer/evidence/reading/recognition/tesseract.ts';

const image = { width: 2, height: 1, pixels: Uint8Array.from([7, 9]) };
const looking = { as: 'halaman', dpi: 150, limitMs: 30 } as const;
const table = '5\t1\t1\t1\t1\t1\t0\t0\t2\t1\t91\tNIP';

/** Started one after another, each answering as it is told; which were ended is kept. */
function tesseracts(...answers: readonly Tesseract['recognise'][]) {
  const ended: number[] = [];
  const files: Uint8Array[] = [];
  let count = 0;
  const start = async (): Promise<Tesseract> => {
    const at = count;
    count += 1;
    return {
      recognise: (file, how) => {
        files.push(file.slice());
        const answer = answers[Math.min(at, answers.length - 1)];
        return answer ? answer(file, how) : Promise.reject(new Error('not told'));
      },
      end: () => void ended.push(at),
    };
  };
  return {
    recogniser: new Recogniser(start, new PictureShelf()),
    ended,
    files,
    started: () => count,
  };
}

const hangs = (): Promise<never> => new Promise(() => undefined);
const answers = async () => ({ table, confidence: 91 });
const rejects = (): Promise<never> => Promise.reject(new Error('Error attempting to read image.'));

describe('the recogniser', () => {
  test('gives the words of the picture, which it hands over as a PGM file', async () => {
    const { recogniser, files } = tesseracts(answers);
    const seen = await recogniser.read(image, looking);
    expect(seen).toMatchObject({ ok: true, value: { confidence: 91, words: [{ text: 'NIP' }] } });
    expect([...(files[0] ?? [])]).toEqual([...new TextEncoder().encode('P5\n2 1\n255\n'), 7, 9]);
  });

  test.each([
    ['hangs', hangs],
    ['fails', rejects],
  ])('a worker that %s is ended, and another one reads the page', async (_name, first) => {
    const { recogniser, ended } = tesseracts(first, answers);
    expect(await recogniser.read(image, looking)).toMatchObject({ ok: true });
    expect(ended).toEqual([0]);
  });

  test('when that one hangs as well the page took too long, and both are ended', async () => {
    const { recogniser, ended } = tesseracts(hangs);
    expect(await recogniser.read(image, looking)).toEqual({ ok: false, error: 'terlalu_lama' });
    expect(ended).toEqual([0, 1]);
  });

  test('the worker stays for the next page, but not for ever', async () => {
    const { recogniser, ended, started } = tesseracts(answers);
    for (let page = 0; page < readingLimits.pagesPerRecogniser; page += 1) {
      await recogniser.read(image, looking);
    }
    expect(started()).toBe(1);
    await recogniser.read(image, looking);
    expect([started(), ended]).toEqual([2, [0]]);
  });
});
