import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { addYears, day, romanMonth, yearOf } from '#build/demo/calendar.ts';
import { makeNik } from '#build/demo/people/identity-numbers.ts';
import { birthplaces } from '#build/demo/people/names.ts';
import { makePersonName } from '#build/demo/people/person-name.ts';
import type { Address, Relative, Spouse } from '#build/demo/people/person.ts';
import { subdistricts } from '#build/demo/offices/regency.ts';
import type { Random } from '#build/demo/random.ts';

/** Parents, husband or wife and children of somebody. */
interface Family {
  readonly spouse: Spouse | null;
  readonly children: readonly Relative[];
  readonly father: Relative;
  readonly mother: Relative;
}

const jobs = ['Wiraswasta', 'Karyawan Swasta', 'Petani', 'Pedagang', 'Mengurus Rumah Tangga'];

/** Makes a family whose dates fit together: parents 20 and more years older, children after the wedding. */
export function makeFamily(
  random: Random,
  self: { sex: 'M' | 'F'; born: LocalDate },
  address: Address,
  today: LocalDate,
): Family {
  const father = makeRelative(random, 'M', addYears(self.born, -random.whole(23, 34)), address);
  const mother = makeRelative(random, 'F', addYears(self.born, -random.whole(20, 30)), address);
  const married = day(
    yearOf(self.born) + random.whole(24, 30),
    random.whole(1, 12),
    random.whole(1, 28),
  );
  if (married > addDays(today, -500) || random.chance(0.12)) {
    return { spouse: null, children: [], father, mother };
  }
  const spouseSex = self.sex === 'M' ? 'F' : 'M';
  const spouseBorn = addDays(self.born, random.whole(-1400, 1400));
  const spouse: Spouse = {
    ...makeRelative(random, spouseSex, spouseBorn, address),
    married,
    certificate: `${String(random.whole(11, 789)).padStart(4, '0')}/${String(random.whole(1, 99)).padStart(3, '0')}/${romanMonth(married)}/${yearOf(married)}`,
  };
  const children: Relative[] = [];
  let born = addDays(married, random.whole(320, 900));
  for (let wanted = random.whole(0, 3); wanted > 0 && born < addDays(today, -40); wanted -= 1) {
    children.push({
      ...makeRelative(random, random.pick(['M', 'F'] as const), born, address),
      job: yearOf(today) - yearOf(born) > 6 ? 'Pelajar/Mahasiswa' : 'Belum/Tidak Bekerja',
    });
    born = addDays(born, random.whole(700, 1900));
  }
  return { spouse, children, father, mother };
}

function makeRelative(random: Random, sex: 'M' | 'F', born: LocalDate, address: Address): Relative {
  return {
    name: makePersonName(random, sex),
    sex,
    born,
    birthplace: random.pick(birthplaces),
    nik: makeNik(
      born,
      sex,
      random.chance(0.6) ? address.subdistrictCode : random.pick(subdistricts).code,
      random.whole(9001, 9999),
    ),
    job: sex === 'M' ? random.pick(jobs.slice(0, 4)) : random.pick(jobs),
  };
}
