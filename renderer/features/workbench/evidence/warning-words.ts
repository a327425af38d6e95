import { documentWarningsText } from '#renderer/features/workbench/text/document-warnings.ts';
import type { DocumentWarning } from '#renderer/core/evidence/evidence-contract.ts';

/** What a person reads of a warning, and what the ASN should be told; empty where there is nothing to advise. */
export interface WarningWords {
  readonly wrong: string;
  readonly advice: string;
}

/** The sentence of a warning with its advice; `wanted` is the document that was to be uploaded. */
export function warningWords(warning: DocumentWarning, wanted: string): WarningWords {
  const { kind, detail } = warning;
  const { missing, otherKind, otherPerson, secondPerson, proves, usedElsewhere } =
    documentWarningsText;
  switch (kind) {
    case 'jenis_lain':
      return { wrong: otherKind.wrong(detail), advice: otherKind.advice(wanted) };
    case 'orang_lain':
      return { wrong: otherPerson.wrong(detail), advice: otherPerson.advice };
    case 'dua_orang':
      return { wrong: secondPerson.wrong(detail), advice: secondPerson.advice };
    case 'dipakai_usul_lain':
      return { wrong: usedElsewhere.wrong(detail), advice: usedElsewhere.advice };
    case 'membuktikan':
      return { wrong: proves.wrong(detail), advice: '' };
    case 'halaman_kurang':
      return isKey(missing, detail) ? missing[detail] : missing.halaman;
    case 'tidak_dapat_dibaca':
      return unreadableWords(warning);
    case 'mutu':
      return qualityWords(warning);
  }
}

function unreadableWords({ page, detail }: DocumentWarning): WarningWords {
  const { failures, pageFailures } = documentWarningsText;
  if (page === null) return isKey(failures, detail) ? failures[detail] : failures.gagal;
  const told = isKey(pageFailures, detail) ? pageFailures[detail] : pageFailures.gagal;
  return { wrong: told(page), advice: '' };
}

function qualityWords({ page, flaws }: DocumentWarning): WarningWords {
  const told = flaws.map((flaw) => documentWarningsText.flaws[flaw]);
  return {
    wrong: documentWarningsText.page(
      page ?? 1,
      told.map(({ wrong }) => wrong),
    ),
    // One thing to do at a time: the gravest flaw stands first.
    advice: told[0]?.advice ?? '',
  };
}

function isKey<Words extends object>(
  words: Words,
  key: string,
): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key);
}
