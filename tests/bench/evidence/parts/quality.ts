import type { DocumentReading, PageQuality } from '#renderer/evidence/matching/document-reading.ts';
import {
  barelyReadable,
  isReadable,
  unreadableVariants,
} from '#tests/bench/evidence/fixtures/variants.ts';
import { percent } from '#tests/bench/evidence/measure/share.ts';
import type { FixtureReading } from '#tests/bench/evidence/read-all.ts';
import type { Part } from '#tests/bench/evidence/world.ts';

const levels = ['baik', 'kurang_tajam', 'tidak_terbaca'] as const;

/** Whether pages that nobody can read are told apart from those that one can. */
export const quality: Part = {
  name: 'quality',
  needsFixtures: true,
  async run(world) {
    const scans = (await world.readings()).filter(({ file }) => file.variant !== 'digital');
    const variants = [...new Set(scans.map(({ file }) => file.variant))];
    const readable = scans.filter(({ file }) => isReadable(file.variant));
    const unreadable = scans.filter(({ file }) => unreadableVariants.includes(file.variant));
    const barely = scans.filter(({ file }) => barelyReadable.includes(file.variant));
    return {
      lines: [
        `${'pages by variant'.padEnd(20)}${['good', 'soft', 'unreadable'].map((text) => text.padStart(11)).join('')}   edge acuity   flaws named`,
        ...variants.map((variant) => lineOf(variant, scans)),
      ],
      figures: {
        unreadableNotFlaggedPercent: shareNot(unreadable, (level) => level === 'tidak_terbaca'),
        barelyReadableNotFlaggedPercent: shareNot(barely, (level) => level !== 'baik'),
        readableFlaggedPercent: shareNot(readable, (level) => level === 'baik'),
        readableFlaggedUnreadablePercent: shareNot(readable, (level) => level !== 'tidak_terbaca'),
      },
      budgets: {
        unreadableNotFlaggedPercent: 5,
        barelyReadableNotFlaggedPercent: 5,
        readableFlaggedPercent: 2,
      },
    };
  },
};

type Level = PageQuality['level'];

function shareNot(own: readonly FixtureReading[], is: (level: Level) => boolean): number {
  return percent(own.filter(({ reading }) => !is(levelOf(reading))).length, own.length);
}

/** A page that is not there at all cannot be read. */
function levelOf(reading: DocumentReading): Level {
  return reading.pages[0]?.quality.level ?? 'tidak_terbaca';
}

function lineOf(variant: string, scans: readonly FixtureReading[]): string {
  const own = scans.filter(({ file }) => file.variant === variant).map(({ reading }) => reading);
  const counts = levels.map((level) =>
    String(own.filter((reading) => levelOf(reading) === level).length).padStart(11),
  );
  const acuities = own.flatMap(({ pages }) => pages[0]?.quality.acuity ?? []);
  const range =
    acuities.length === 0
      ? '–'
      : `${Math.min(...acuities).toFixed(3)}–${Math.max(...acuities).toFixed(3)}`;
  const flaws = [...new Set(own.flatMap(({ pages }) => pages[0]?.quality.flaws ?? []))];
  return `${variant.padEnd(20)}${counts.join('')}   ${range.padEnd(11)}   ${flaws.join(', ')}`;
}
