import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { EmployeeKind } from '#shared/records/record-type.ts';
import type { Opd, Unor } from '#build/demo/offices/offices.ts';

/** One finished education. */
export interface Education {
  /** BKN's id of the level (domain.md 2.3), "40" for S-1. */
  readonly levelId: string;
  readonly programme: string;
  readonly school: string;
  readonly graduated: LocalDate;
  readonly number: string;
  readonly titleFront: string;
  readonly titleBack: string;
}

/** One step of a PNS's career: a rank from a day on, with the service counted at that day. */
export interface RankStep {
  readonly rankId: string;
  readonly tmt: LocalDate;
  /** BKN's jenis KP: 211 is the first rank, 101 regular, 202 functional. */
  readonly jenisKpId: string;
  readonly years: number;
  readonly months: number;
}

/** A post: jenis jabatan 1 structural, 2 functional, 4 general (domain.md 2.2). */
export interface Post {
  readonly kindId: '1' | '2' | '4';
  readonly name: string;
  readonly eselonId: string;
  readonly tmt: LocalDate;
}

/** Somebody in an employee's family. */
export interface Relative {
  readonly name: string;
  readonly sex: 'M' | 'F';
  readonly born: LocalDate;
  readonly birthplace: string;
  readonly nik: string;
  readonly job: string;
}

/** Husband or wife, with the marriage. */
export interface Spouse extends Relative {
  readonly married: LocalDate;
  readonly certificate: string;
}

/** Where somebody lives. */
export interface Address {
  readonly street: string;
  readonly rtRw: string;
  readonly village: string;
  readonly subdistrict: string;
  readonly subdistrictCode: string;
}

/** An invented employee, with all that his or her documents need. */
export interface Person {
  readonly id: string;
  readonly kind: EmployeeKind;
  readonly nip: string;
  readonly nik: string;
  readonly name: string;
  readonly titleFront: string;
  readonly titleBack: string;
  readonly sex: 'M' | 'F';
  readonly birthplace: string;
  readonly born: LocalDate;
  /** TMT CPNS of a PNS, first contract of a PPPK, begin of work of a PPT Non-ASN. */
  readonly start: LocalDate;
  readonly opd: Opd;
  readonly unor: Unor;
  readonly post: Post;
  /** Oldest first, never empty. */
  readonly education: readonly Education[];
  /** Oldest first; empty unless PNS. */
  readonly ladder: readonly RankStep[];
  /** Golongan of a PPPK, "IX"; empty for others. */
  readonly golonganPppk: string;
  readonly agamaId: string;
  readonly spouse: Spouse | null;
  readonly children: readonly Relative[];
  readonly father: Relative;
  readonly mother: Relative;
  readonly familyCard: string;
  readonly address: Address;
  readonly phone: string;
  readonly email: string;
}

/** Name with titles, as a decree prints it. */
export function fullName(person: Pick<Person, 'name' | 'titleFront' | 'titleBack'>): string {
  const front = person.titleFront ? `${person.titleFront} ` : '';
  return `${front}${person.name}${person.titleBack ? `, ${person.titleBack}` : ''}`;
}

/** Rank now; undefined unless PNS. */
export function currentStep(person: Person): RankStep | undefined {
  return person.ladder[person.ladder.length - 1];
}
