import { describe, expect, test } from 'vitest';
import { evidenceOf, isRead, openUsul, shaOf } from '#tests/support/desk/evidence-pc.ts';
import type { RunningDesk } from '#renderer/core/desk.ts';
import { pageWith } from '#tests/support/desk/fake-evidence.ts';
import { sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { givenEvidence } from '#tests/support/evidence/evidence-desk.ts';
import { until } from '#tests/support/until.ts';

const given = givenEvidence({
  count: 3,
  pages: (n) => [pageWith([`Organisasi ${n}`, 'Sekretaris'])],
  readsAhead: false,
});

function draftOf(desk: RunningDesk) {
  const { current } = desk.currentCase.getState();
  if (current.kind !== 'terbuka') throw new Error(`not open: ${current.kind}`);
  return current.draft;
}

/** The first usul is open and read; decisions are sent at once. */
async function found(): Promise<RunningDesk> {
  const desk = await given.seated({ holdMs: 0 });
  await openUsul(desk, 1);
  await isRead(desk, 1);
  return desk;
}

describe('everything that was found', () => {
  test('is marked in one stroke, which a step back takes back', async () => {
    const desk = await found();
    const actions = desk.currentCase.getState();
    actions.judgeFoundAsMatching(['namaOrganisasi', 'jabatanOrganisasi']);
    expect(draftOf(desk).verdicts).toEqual({
      namaOrganisasi: { field: 'namaOrganisasi', verdict: 'sesuai', seen: '', basis: 'ditemukan' },
    });
    actions.undoStep();
    expect(draftOf(desk).verdicts).toEqual({});
  });

  test('says in the decision what stands on it, and no longer what a person judged', async () => {
    given.reader.pages.set(shaOf(1), [pageWith(['Organisasi 1', 'Anggota'])]);
    const desk = await found();
    const actions = desk.currentCase.getState();
    actions.judgeFoundAsMatching(['namaOrganisasi', 'jabatanOrganisasi']);
    actions.judgeField('jabatanOrganisasi', 'sesuai');
    actions.documentOpened(shaOf(1), 1);
    actions.pageShown(shaOf(1), 1);
    actions.acknowledge();
    expect((await actions.decide()).ok).toBe(true);
    await until(() => expect(given.at.server.received).toHaveLength(1));
    expect(given.at.server.received[0]?.verdicts).toEqual([
      { field: 'namaOrganisasi', verdict: 'sesuai', seen: '', basis: 'ditemukan' },
      { field: 'jabatanOrganisasi', verdict: 'sesuai', seen: '' },
    ]);
  });

  test('a person’s confirmation is a step of its own', async () => {
    const desk = await found();
    const actions = desk.currentCase.getState();
    actions.judgeFoundAsMatching(['namaOrganisasi']);
    actions.judgeField('namaOrganisasi', 'sesuai');
    expect(draftOf(desk).verdicts['namaOrganisasi']?.basis).toBeUndefined();
    actions.undoStep();
    expect(draftOf(desk).verdicts['namaOrganisasi']?.basis).toBe('ditemukan');
  });

  test('is not marked where the server does not allow it', async () => {
    given.at.server.markFoundAllowed = false;
    const desk = await found();
    desk.currentCase.getState().judgeFoundAsMatching(['namaOrganisasi']);
    expect(draftOf(desk).verdicts).toEqual({});
  });
});

describe('a place that a person shows', () => {
  test('stands before what was found, with what was read there, and is kept with the draft', async () => {
    const desk = await given.seated();
    await openUsul(desk, 1);
    await isRead(desk, 1);
    // Drawn from the lower right corner over the second word.
    const box = [0.9, 0.125, 0.05, 0.108] as const;
    evidenceOf(desk).correctPlace('jabatanOrganisasi', { sha256: shaOf(1), page: 1, box });
    const shown = {
      status: 'mirip',
      correctedByPerson: true,
      sha256: shaOf(1),
      place: { page: 1, boxes: [[0.05, 0.108, 0.9, 0.125]], printed: 'Sekretaris' },
    };
    expect(evidenceOf(desk).fields['jabatanOrganisasi']).toMatchObject(shown);
    await desk.flush();
    given.at.pc.close();
    const again = await given.seated();
    await openUsul(again, 1);
    await isRead(again, 1);
    expect(evidenceOf(again).fields['jabatanOrganisasi']).toMatchObject(shown);
    expect(again.inbox.getState().rows.find((row) => row.id === sampleUsul(1).id)?.hasDraft).toBe(
      true,
    );
    evidenceOf(again).correctPlace('jabatanOrganisasi', null);
    expect(evidenceOf(again).fields['jabatanOrganisasi']?.status).toBe('tidak_ditemukan');
  });

  test('that has no extent is not kept', async () => {
    const desk = await given.seated();
    await openUsul(desk, 1);
    const box = [0.2, 0.2, 0.2, 0.3] as const;
    evidenceOf(desk).correctPlace('jabatanOrganisasi', { sha256: shaOf(1), page: 1, box });
    expect(draftOf(desk).places).toBeUndefined();
  });
});
