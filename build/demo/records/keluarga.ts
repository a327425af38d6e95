import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { RecordValues } from '#shared/records/usul.ts';
import { landscape, sheets } from '#build/demo/documents/surface.ts';
import { regency } from '#build/demo/offices/regency.ts';
import type { Person, Relative, Spouse } from '#build/demo/people/person.ts';
import {
  birthRecord,
  deathRecord,
  familyCard,
  marriageBook,
} from '#build/demo/records/family-papers.ts';
import {
  type DraftDocument,
  type RecordBuilder,
  type RecordDraft,
  filled,
} from '#build/demo/records/record-draft.ts';
import { yearOf } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

/** A child, a spouse, or a parent of somebody without either, each with the family card and its own record. */
export const buildKeluarga: RecordBuilder = ({ person, random, today }) => {
  const { spouse, children } = person;
  if (children.length > 0 && random.chance(0.62)) {
    return childDraft(person, children[children.length - 1]!, random, today);
  }
  if (spouse) return spouseDraft(person, spouse, random, today);
  return parentDraft(person, random, today);
};

function childDraft(
  person: Person,
  child: Relative,
  random: Random,
  today: LocalDate,
): RecordDraft {
  const father = person.sex === 'M' ? person.name : (person.spouse?.name ?? '');
  const mother = person.sex === 'F' ? person.name : (person.spouse?.name ?? '');
  const valuesOf = (relative: Relative): RecordValues =>
    filled({
      hubungan: 'anak',
      nama: relative.name,
      jenisKelamin: relative.sex,
      tempatLahir: relative.birthplace,
      tglLahir: relative.born,
      agamaId: person.agamaId,
      isPns: '0',
      jenisAnakId: '1',
      ayahNama: father,
      ibuNama: mother,
      statusHidup: '1',
    });
  const position = person.children.indexOf(child) + 1;
  return {
    values: valuesOf(child),
    others: person.children.filter((other) => other !== child).map(valuesOf),
    documents: [
      cardOf(person, random, today),
      {
        documentId: 'mv-akta-lahir-anak',
        sheet: sheets.a4,
        content: birthRecord({ child, position, father, mother, random, today }),
      },
    ],
  };
}

function spouseDraft(
  person: Person,
  spouse: Spouse,
  random: Random,
  today: LocalDate,
): RecordDraft {
  const dead = yearOf(today) - yearOf(spouse.born) > 38 && random.chance(0.08);
  const died = addDays(today, -random.whole(60, 700));
  const certificate = `9901-KM-${String(died).replaceAll('-', '').slice(6)}${String(died).slice(5, 7)}${yearOf(died)}-${String(random.whole(1, 99)).padStart(4, '0')}`;
  const values = filled({
    hubungan: 'pasangan',
    nama: spouse.name,
    nomorIdentitas: spouse.nik,
    jenisKelamin: spouse.sex,
    tempatLahir: spouse.birthplace,
    tglLahir: spouse.born,
    agamaId: person.agamaId,
    isPns: '0',
    pasanganKe: '1',
    statusPernikahan: dead ? '3' : '1',
    aktaMenikah: spouse.certificate,
    tgglMenikah: spouse.married,
    statusHidup: dead ? '0' : '1',
    aktaMeninggal: dead ? certificate : undefined,
    tglMeninggal: dead ? died : undefined,
  });
  const documents: DraftDocument[] = [
    cardOf(person, random, today),
    {
      documentId: 'mv-buku-nikah',
      sheet: sheets.a4,
      content: marriageBook(person, spouse, random),
    },
  ];
  if (dead) {
    documents.push({
      documentId: 'mv-akta-kematian',
      sheet: sheets.a4,
      content: deathRecord(spouse, certificate, died),
    });
  }
  return { values, others: [], documents };
}

function parentDraft(person: Person, random: Random, today: LocalDate): RecordDraft {
  const [shown, other] = random.shuffle([person.father, person.mother]);
  return {
    values: parentValues(shown!),
    others: [parentValues(other!)],
    documents: [cardOf(person, random, today)],
  };
}

function parentValues(relative: Relative): RecordValues {
  return filled({
    hubungan: 'orang_tua',
    nama: relative.name,
    jenisKelamin: relative.sex,
    tempatLahir: relative.birthplace,
    tglLahir: relative.born,
    statusHidup: '1',
  });
}

function cardOf(person: Person, random: Random, today: LocalDate): DraftDocument {
  return {
    documentId: 'mv-kartu-keluarga',
    sheet: landscape(sheets.a4),
    content: familyCard(person, random, addDays(today, -random.whole(90, 900)), regency.name),
  };
}
