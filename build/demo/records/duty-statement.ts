import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { DocumentContent } from '#build/demo/documents/recipe.ts';
import { regency } from '#build/demo/offices/regency.ts';
import type { Person } from '#build/demo/people/person.ts';
import { identityOf, officeHead, opdSigner, rankLine } from '#build/demo/records/paperwork.ts';
import { longDate } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

/** The statement of taking up duty (SPMT) of the person's office. */
export function dutyStatement(
  person: Person,
  random: Random,
  facts: {
    number: string;
    decree: { number: string; date: LocalDate };
    tmt: LocalDate;
    post: string;
  },
): DocumentContent {
  const signer = opdSigner(person.opd);
  return {
    layout: 'letter',
    data: {
      head: officeHead(person.opd.name),
      title: 'SURAT PERNYATAAN MELAKSANAKAN TUGAS',
      number: facts.number,
      parts: [
        { kind: 'text', text: 'Yang bertanda tangan di bawah ini:' },
        {
          kind: 'particulars',
          items: [
            { label: 'Nama', value: signer.name },
            { label: 'NIP', value: signer.nip },
            { label: 'Pangkat', value: signer.rank },
            { label: 'Jabatan', value: signer.title },
          ],
        },
        { kind: 'text', text: 'dengan ini menyatakan dengan sesungguhnya bahwa:' },
        {
          kind: 'particulars',
          items: [
            ...identityOf(person, random),
            { label: 'Pangkat/Gol. ruang', value: rankLine(person, facts.tmt) },
            { label: 'Jabatan', value: facts.post },
            { label: 'Unit kerja', value: person.unor.name },
          ],
        },
        {
          kind: 'text',
          text: `berdasarkan Keputusan Bupati ${regency.shortName} Nomor ${facts.decree.number} tanggal ${longDate(facts.decree.date)}, terhitung mulai tanggal ${longDate(facts.tmt)} telah nyata melaksanakan tugas pada ${person.unor.name}, ${person.opd.name}.`,
        },
        {
          kind: 'text',
          text: 'Demikian surat pernyataan ini dibuat dengan sesungguhnya dengan mengingat sumpah jabatan.',
        },
      ],
      place: regency.seat,
      date: longDate(facts.tmt),
      signer,
      copies: ['Kepala BKPSDM', 'Kepala BPKAD', 'Yang bersangkutan'],
    },
  };
}
