import { recogniseKind } from '#renderer/evidence/matching/document/document-kind.ts';
import { trueKinds } from '#tests/bench/evidence/fixtures/true-kind.ts';
import { isReadable } from '#tests/bench/evidence/fixtures/variants.ts';
import { percent } from '#tests/bench/evidence/measure/share.ts';
import type { Part } from '#tests/bench/evidence/world.ts';

/** Whether the kind of paper is recognised, on everything that can be read. */
export const kinds: Part = {
  name: 'kinds',
  needsFixtures: true,
  async run(world) {
    const readable = (await world.readings()).filter(({ file }) => isReadable(file.variant));
    const judged = readable.flatMap(({ file, reading }) => {
      const right = trueKinds(file.document.title);
      if (right.length === 0) return [];
      const said = recogniseKind(reading);
      return [{ file, right, said, ok: said !== null && right.includes(said.kind) }];
    });
    const wrong = judged.filter(({ ok }) => !ok);
    const sureAndWrong = wrong.filter(({ said }) => said?.certainty === 'sure');
    const untold = [...new Set(readable.map(({ file }) => file.document.title))].filter(
      (title) => trueKinds(title).length === 0,
    );
    return {
      lines: [
        `Kind of paper right: ${judged.length - wrong.length} of ${judged.length} readable documents; of the wrong ones ${sureAndWrong.length} said as certain.`,
        ...wrong.map(
          ({ file, right, said }) =>
            `  ${file.name}: ${said ? `${said.kind} (${said.certainty})` : 'nothing'} for ${right.join(' or ')}`,
        ),
        ...(untold.length > 0
          ? [`Not judged, for the title tells no kind: ${untold.join('; ')}.`]
          : []),
      ],
      figures: {
        kindWrongPercent: percent(wrong.length, judged.length),
        kindSurelyWrong: sureAndWrong.length,
      },
      budgets: { kindWrongPercent: 2, kindSurelyWrong: 0 },
    };
  },
};
