import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '#shared/records/judged-fields.ts';
import { recordTypeIds } from '#shared/records/record-type.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import { isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { longDate, shortDate } from '#build/demo/calendar.ts';
import type { DocumentRecipe, ScanSettings } from '#build/demo/documents/recipe.ts';
import { renderDocument, renderPages } from '#build/demo/documents/render-document.ts';
import { type PlannedUsul, ruleFaultKinds } from '#build/demo/plan/demo-plan.ts';
import { planDemo } from '#build/demo/plan/plan-demo.ts';

// pdf.js 6 expects this of a newer Node; everything else that it needs for text is there.
if (!('withResolvers' in Promise)) {
  Object.assign(Promise, {
    withResolvers() {
      let resolve: unknown;
      let reject: unknown;
      const promise = new Promise((onResolve, onReject) => {
        resolve = onResolve;
        reject = onReject;
      });
      return { promise, resolve, reject };
    },
  });
}

const plan = planDemo({ seed: 'uji', today: day('2026-11-22'), size: 'small' });
const clean = plan.usuls.filter((usul) => usul.fault === null);
const settings: ScanSettings = { dpi: 100, quality: 56, degrees: 0.7, paper: 1, shaded: true };

describe('a born-digital document', { timeout: 30_000 }, () => {
  it.each(recordTypeIds)('prints the numbers and dates of its usul as text: %s', async (type) => {
    // The paper of a deletion may say what is wrong with the record that is to go.
    const proving = clean.filter(({ recordType, kind }) => recordType === type && kind !== 'hapus');
    const usuls = proving.slice(0, 3);
    expect(usuls.length).toBeGreaterThan(0);
    for (const usul of usuls) {
      const texts = await Promise.all(
        usul.documents.map((document) => textOf(digital(document.recipe))),
      );
      const all = compact(texts.join(''));
      for (const { label, forms } of expectedPrints(usul)) {
        expect(
          forms.some((form) => all.includes(compact(form))),
          `${type} ${label}: ${forms[0]}`,
        ).toBe(true);
      }
    }
  });

  it.each(ruleFaultKinds)('prints what the truth says where the usul has %s', async (kind) => {
    const planted = plan.usuls.filter((usul) => usul.fault?.kind === kind);
    expect(planted.length).toBeGreaterThan(0);
    for (const usul of planted) {
      const texts = usul.documents.map((document) => textOf(digital(document.recipe)));
      const all = compact((await Promise.all(texts)).join(''));
      const truth = { ...usul, values: { ...usul.values, ...usul.fault?.documentSays } };
      for (const { label, forms } of expectedPrints(truth)) {
        const printed = forms.some((form) => all.includes(compact(form)));
        expect(printed, `${usul.recordType} ${label}: ${forms[0]}`).toBe(true);
      }
    }
  });

  it('is a small PDF, the same bytes every time', async () => {
    for (const usul of clean.slice(0, 12)) {
      for (const { recipe } of usul.documents) {
        const bytes = await renderDocument(digital(recipe));
        expect(startOf(bytes)).toBe('%PDF-');
        expect(bytes.length).toBeLessThan(1_000_000);
        expect(Buffer.compare(await renderDocument(digital(recipe)), bytes)).toBe(0);
      }
    }
  });
});

describe('a scan', { timeout: 30_000 }, () => {
  it('is an image alone: no text, JPEG kept as JPEG, at most 1 MB, the same bytes every time', async () => {
    for (const usul of clean.slice(0, 6)) {
      const recipe = scanned(usul.documents[0]!.recipe);
      const { bytes, pageCount } = await renderPages(recipe);
      const raw = Buffer.from(bytes);
      expect(startOf(bytes)).toBe('%PDF-');
      expect(bytes.length).toBeLessThan(1_000_000);
      expect(raw.toString('latin1').match(/\/DCTDecode/g)).toHaveLength(pageCount);
      expect(raw.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(true);
      expect(await textOf(recipe)).toBe('');
      expect(Buffer.compare(await renderDocument(recipe), bytes)).toBe(0);
    }
  });

  it('can be blurred or blank, and lack pages', async () => {
    const training = clean.find((usul) => usul.recordType === 'diklat')!.documents[0]!.recipe;
    const whole = await renderPages(scanned(training));
    const short = await renderPages({ ...scanned(training), omittedPages: [2] });
    const blank = await renderPages(scanned(training, 'blank'));
    const blurred = await renderPages(scanned(training, 'blurred'));
    expect(whole.pageCount).toBe(2);
    expect(short.pageCount).toBe(1);
    expect(blank.bytes.length).toBeLessThan(whole.bytes.length / 1.5);
    expect(blurred.bytes.length).toBeLessThan(whole.bytes.length);
  });
});

/** What must stand in the documents of an usul: numbers as they are, dates in one of the two printed forms. */
function expectedPrints(usul: PlannedUsul): { label: string; forms: string[] }[] {
  const uploaded = new Set(usul.documents.map((document) => document.documentId));
  return fieldsOf(recordTypes[usul.recordType]).flatMap((field) => {
    const value = usul.values[field.name];
    if (value === undefined || !field.provenBy.some((id) => uploaded.has(id))) return [];
    const { kind } = field.format;
    if (kind === 'date')
      return [{ label: field.label, forms: [longDate(value), shortDate(value)] }];
    const verbatim = kind === 'documentNumber' || kind === 'nik' || kind === 'personName';
    return verbatim ? [{ label: field.label, forms: [value] }] : [];
  });
}

const compact = (text: string): string => text.replaceAll(/\s+/g, '').toLowerCase();
const startOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 5)).toString('latin1');

function digital(recipe: DocumentRecipe): DocumentRecipe {
  return { ...recipe, medium: { kind: 'digital' } };
}

function scanned(recipe: DocumentRecipe, damage?: 'blank' | 'blurred'): DocumentRecipe {
  return {
    ...recipe,
    medium: { kind: 'scan', settings: damage ? { ...settings, damage } : settings },
  };
}

async function textOf(recipe: DocumentRecipe): Promise<string> {
  const data = new Uint8Array(await renderDocument(recipe));
  const task = getDocument({ data, verbosity: 0 });
  const pdf = await task.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    for (const item of content.items)
      if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
  }
  await task.destroy();
  return text;
}

function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`No such day: ${text}`);
  return text;
}
