import type { ValueKind } from '#renderer/evidence/matching/field-evidence.ts';
import { findDate, findMonth, findYear } from '#renderer/evidence/matching/values/dates.ts';
import { findDigitString } from '#renderer/evidence/matching/values/digit-strings.ts';
import { findDocumentNumber } from '#renderer/evidence/matching/values/document-numbers.ts';
import { findText } from '#renderer/evidence/matching/values/free-texts.ts';
import { findGolongan } from '#renderer/evidence/matching/values/golongan.ts';
import { findNumber } from '#renderer/evidence/matching/values/numbers.ts';
import { findName } from '#renderer/evidence/matching/values/person-names.ts';
import { findTitle } from '#renderer/evidence/matching/values/titles.ts';
import type { ValueFinder } from '#renderer/evidence/matching/values/value-span.ts';

/** How each kind of value is found. */
export const finders: Readonly<Record<ValueKind, ValueFinder>> = {
  nomor: findDocumentNumber,
  tanggal: findDate,
  bulan: findMonth,
  tahun: findYear,
  nip: findDigitString,
  nik: findDigitString,
  golongan: findGolongan,
  angka: findNumber,
  uang: findNumber,
  nama: findName,
  gelar: findTitle,
  teks: findText,
};
