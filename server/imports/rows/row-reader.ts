import type { Columns } from '#server/imports/columns/column.ts';
import { dayOfSerial } from '#server/imports/rows/excel-day.ts';
import type { RowProblem } from '#server/imports/rows/row-problem.ts';
import { cellText, type Cell } from '#server/imports/table/table.ts';
import { parseDateText } from '#shared/kernel/date-text.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import {
  parseEmployeeNumber,
  type EmployeeNumber,
} from '#shared/records/identity/employee-number.ts';
import { stripGrouping, type IdentityProblem } from '#shared/records/identity/identity-problem.ts';
import { parseNik } from '#shared/records/identity/nik.ts';
import type { Result } from '#shared/kernel/result.ts';

/** So much of a value is repeated in a sentence. */
const shownText = 60;
/** A spreadsheet keeps fifteen figures of a number. */
const keptFigures = 15;
const formulaFaults = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i;
/** As spreadsheets show long numbers: 1,98E+17. */
const scientific = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** A day as the number that a spreadsheet has for it, from 1927 to 2099, with or without a time. */
const serialNumber = /^[1-7]\d{4}(?:\.\d+)?$/;
/** What people write where there is nothing. */
const nothing = /^[-–—]?$/;

/** Reads the values of one row by their kinds, and keeps what is wrong with them. What is empty is undefined. */
export class RowReader<Field extends string> {
  readonly problems: RowProblem[] = [];

  private readonly columns: Columns<Field>;
  private readonly cellOf: (field: Field) => Cell | undefined;

  constructor(columns: Columns<Field>, cellOf: (field: Field) => Cell | undefined) {
    this.columns = columns;
    this.cellOf = cellOf;
  }

  label(field: Field): string {
    return this.columns[field].label;
  }

  /** What the cell holds; several gaps are one. */
  text(field: Field, most = 200): string | undefined {
    const raw = cellText(this.cellOf(field)).trim();
    if (raw.length > most * 4)
      return this.refuse({ kind: 'panjang', label: this.label(field), most });
    const text = raw.replaceAll(/[ \u00a0]+/gu, ' ');
    if (nothing.test(text)) return this.empty(field);
    const label = this.label(field);
    if (formulaFaults.test(text)) return this.refuse({ kind: 'rumus', label, text });
    if (
      /[\p{Cc}\p{Surrogate}\ufffd\p{Noncharacter_Code_Point}\u2028\u2029]|[\u202a-\u202e\u2066-\u2069]/u.test(
        text,
      )
    ) {
      return this.refuse({ kind: 'tanda', label });
    }
    // Wherever this goes out again, somebody's spreadsheet would obey it.
    if (/^[=@]/.test(text)) return this.refuse({ kind: 'awal_rumus', label, text });
    if (text.length > most) return this.refuse({ kind: 'panjang', label, most });
    return text;
  }

  /** A code, which a spreadsheet may have made a number of; one that was too long for that is refused. */
  code(field: Field): string | undefined {
    if (this.lostFigures(field)) return undefined;
    return this.text(field);
  }

  /** A NIP or NI PPPK. */
  employeeNumber(field: Field): EmployeeNumber | undefined {
    return this.identity(field, (text) => parseEmployeeNumber(text, this.label(field)));
  }

  /** The digits of a NIK. */
  nik(field: Field): string | undefined {
    return this.identity(field, parseNik)?.digits;
  }

  /** A day in any form of domain.md section 6, or the number that a spreadsheet has for it. */
  day(field: Field): LocalDate | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const day = serialNumber.test(text) ? dayOfSerial(Number(text)) : parseDateText(text);
    return day ?? this.refuse({ kind: 'tanggal', label: this.label(field), text });
  }

  /** Yes or no. */
  flag(field: Field): boolean | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    if (/^(?:ya|y|1|true|aktif|benar)$/i.test(text)) return true;
    if (/^(?:tidak|t|0|false|tidak aktif|nonaktif|non aktif|salah)$/i.test(text)) return false;
    return this.refuse({
      kind: 'pilihan',
      label: this.label(field),
      text,
      known: 'Isi Ya atau Tidak.',
    });
  }

  /** A whole number. */
  wholeNumber(field: Field, most: number): number | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    if (/^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
    const known = `Isi bilangan 1 sampai ${most}.`;
    return this.refuse({ kind: 'pilihan', label: this.label(field), text, known });
  }

  /** Notes what is wrong; the value is not there then. */
  refuse(problem: RowProblem): undefined {
    const isLong = 'text' in problem && problem.text.length > shownText;
    this.problems.push(
      isLong ? { ...problem, text: `${problem.text.slice(0, shownText)}…` } : problem,
    );
  }

  private empty(field: Field): undefined {
    if (this.columns[field].required) this.refuse({ kind: 'kosong', label: this.label(field) });
  }

  private identity<T>(
    field: Field,
    parse: (text: string) => Result<T, IdentityProblem>,
  ): T | undefined {
    if (this.lostFigures(field)) return undefined;
    const text = this.text(field)?.replace(/^['`’]/, '');
    if (text === undefined) return undefined;
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    const label = this.label(field);
    // Eighteen figures of which the last three are nought: all that a spreadsheet keeps of them are fifteen.
    const isCut = parsed.error.kind === 'nomor_urut' && /0{3}$/.test(stripGrouping(text));
    if (isCut) return this.refuse({ kind: 'angka_hilang', label, text });
    return this.refuse({ kind: 'nomor', label, sentence: parsed.error.sentence });
  }

  /** Whether the cell was a number, or was saved as one, of which figures are lost; never guessed back. */
  private lostFigures(field: Field): boolean {
    const cell = this.cellOf(field);
    const text = cellText(cell).trim().replace(/^'/, '');
    const isLong = typeof cell === 'number' && Math.abs(cell) >= 10 ** keptFigures;
    if (!isLong && !scientific.test(text)) return false;
    this.refuse({ kind: 'angka_hilang', label: this.label(field), text });
    return true;
  }
}
