import type { RecordTypeId } from '#shared/records/record-type.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { addMonths } from '#build/demo/calendar.ts';
import type { Random } from '#build/demo/random.ts';

/** What somebody might have entered instead of the right value; `''` leaves the field empty. */
type Slip = (right: string, random: Random) => string;

/** Slips after which a field contradicts another one of the same record, or what such a field can hold at all. */
export const contradictions: Partial<
  Readonly<Record<RecordTypeId, readonly (readonly [field: string, slip: Slip])[]>>
> = {
  personal: [['nomorIdDocument', swapDigits]],
  jabatan: [['tmtJabatan', monthsOff(-2)]],
  pendidikan: [
    ['tahunLulus', yearOff],
    ['gelarBelakang', () => ''],
  ],
  diklat: [['tahun', yearOff]],
  kursus: [
    ['jenisKursusSertipikat', (right) => (right === 'T' ? 'F' : 'T')],
    ['tahunKursus', yearOff],
  ],
  skp: [['kuadranKinerjaNilai', (right) => (right === '1' ? '2' : '1')]],
  penghargaan: [
    ['hargaId', (right) => ({ '201': '202', '202': '203' })[right] ?? right],
    ['tahun', yearOff],
  ],
  golongan: [
    ['noPertekBkn', (right) => right.slice(0, -1)],
    ['masaKerjaGolonganBulan', moreBy(12)],
    ['tmtGolongan', (right) => right.replace(/-01$/, '-10')],
  ],
  keluarga: [
    ['nomorIdentitas', (right) => swapAt(right, 10)],
    ['jenisKelamin', (right) => (right === 'M' ? 'F' : 'M')],
  ],
  pmk: [
    ['tasaKerjaTahun', moreBy(6)],
    ['masaKerjaBulan', moreBy(12)],
  ],
  cpns_pns: [['tmtCpns', monthsOff(1)]],
};

function yearOff(right: string, random: Random): string {
  return String(Number(right) - random.pick([1, 1, 2]));
}

function moreBy(more: number): Slip {
  return (right) => String(Number(right) + more);
}

function monthsOff(count: number): Slip {
  return (right) => (isLocalDate(right) ? addMonths(right, count) : right);
}

/** Two neighbouring digits near the end in the wrong order, where they differ. */
function swapDigits(right: string): string {
  for (let place = right.length - 2; place > right.length / 2; place -= 1) {
    if (right[place] !== right[place + 1]) return swapAt(right, place);
  }
  return right;
}

function swapAt(text: string, place: number): string {
  return text.slice(0, place) + text[place + 1]! + text[place]! + text.slice(place + 2);
}
