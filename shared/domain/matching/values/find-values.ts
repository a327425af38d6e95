import type { ValueKind } from '#shared/domain/matching/field-evidence.ts';
import { findDate, findMonth, findYear } from '#shared/domain/matching/values/dates.ts';
import { findDigitString } from '#shared/domain/matching/values/digit-strings.ts';
import { findDocumentNumber } from '#shared/domain/matching/values/document-numbers.ts';
import { findText } from '#shared/domain/matching/values/free-texts.ts';
import { findGolongan } from '#shared/domain/matching/values/golongan.ts';
import { findNumber } from '#shared/domain/matching/values/numbers.ts';
import { findName } from '#shared/domain/matching/values/person-names.ts';
import { findTitle } from '#shared/domain/matching/values/titles.ts';
import type { ValueFinder } from '#shared/domain/matching/values/value-span.ts';

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
