import { expect, type Browser } from '@playwright/test';
import { findAccountByLogin } from '#server/accounts/accounts.ts';
import type { RecordTypeId } from '#shared/records/record-type.ts';
import { stagesOf } from '#shared/workflow/authority/authority.ts';
import { catchUp, open, sitDown } from '#tests/e2e/support/at-the-desk.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import * as road from '#tests/e2e/support/road/choose-usul.ts';
import { resubmit, withdraw } from '#tests/e2e/support/road/employee.ts';
import {
  expectNoneAt,
  expectRoads,
  expectWholeChain,
  type Road,
  type ToldDeed,
} from '#tests/e2e/support/road/expect-whole.ts';
import * as steps from '#tests/e2e/support/road/steps.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';
import type { Verifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk();
const names = ['umpeg.disdik', 'umpeg2.disdik', 'validator', 'approver'] as const;
const why = 'Rekan sedang dinas luar.';
/** Taken over; asked about; with a value that is put right. */
const [taken, asked, corrected] = ['kursus', 'diklat', 'penghargaan'] as const;
const plain: readonly RecordTypeId[] = road.ownTypes.filter(
  (type) => type !== taken && type !== asked && type !== corrected,
);

const look: steps.Look = async (page, screen) => {
  const sizes = [{ width: 1024, height: 700 }, windowSizes.usual];
  await expectSoundLayout(page, screen, sizes, 'jalan panjang');
  await expectNoViolations(page, screen);
  await page.setViewportSize(windowSizes.usual);
};

/** Who has decided what, for the end. */
interface Told {
  readonly usuls: road.RoadUsul;
  /** Found in the sample, and who handed it in again. */
  readonly drawn: string;
  readonly asn: string;
}

test('from the ASN to selesai: every record type, by everybody whose part it is', async ({
  browser,
}) => {
  // Sixteen usul and four people.
  test.setTimeout(400_000);
  const usuls = await road.chooseUsul(desk);
  const { approved, ofType } = usuls;
  const first = (await findAccountByLogin(desk.db, names[0]))!;
  await road.giveByHand(desk, ofType(taken), first.id);
  await road.drawOne(desk, ofType(taken));
  const [holder, colleague] = await seat(browser, names[0], names[1]);

  await test.step('two verifikators forward, one of them without network; a colleague takes over', async () => {
    await holder.page.context().setOffline(true);
    await expect(holder.statusBar).toContainText('Luring');
    await Promise.all([workOffline(holder, usuls), workBeside(colleague, usuls)]);
    await holder.page.context().setOffline(false);
    await steps.letGoOfTaken(holder, why, look);
    await withdraw(desk, usuls.withdrawn.id);
    await expectNoneAt(desk.db, 'verifikasi');
  });

  const [validator, approver] = await seat(browser, names[2], names[3]);
  const drawn =
    await test.step('BKN validates; BKPSDM answers, and finds a fault in a sample', async () => {
      await expect(
        validator.page.getByRole('button', { name: /^Menunggu validasi/ }),
      ).toBeVisible();
      const validate = async (): Promise<void> => {
        for (const type of road.bknTypes) await steps.validate(validator, ofType(type).id);
        await steps.refuse(validator, usuls.refused.id);
        await expectNoneAt(desk.db, 'validasi');
      };
      const [found] = await Promise.all([answerAndSample(approver, usuls), validate()]);
      return found;
    });

  const asn = await resubmit(desk, drawn);
  await test.step('what came back is forwarded once more', async () => {
    await Promise.all([catchUp(holder), catchUp(colleague)]);
    await Promise.all([steps.forward(holder, ofType(asked).id), steps.forward(colleague, drawn)]);
    await expectNoneAt(desk.db, 'verifikasi');
  });

  await test.step('BKPSDM approves each', async () => {
    await catchUp(approver);
    for (const { id, recordType } of approved) {
      // The question and its answer are told, too.
      const judgedBy = recordType === asked ? 3 : stagesOf(recordType).length - 1;
      await steps.approve(approver, id, judgedBy, {
        ...(recordType === 'pmk' && { look }),
        ...(recordType === corrected && { read: /periksa sendiri/i }),
      });
    }
    await expectNoneAt(desk.db, 'persetujuan');
  });

  await expectEnd({ usuls, drawn, asn });
});

/** Two people at PCs of their own. */
async function seat(browser: Browser, one: string, other: string) {
  const offices = { browser, desk };
  return Promise.all([sitDown(offices, one), sitDown(offices, other)]);
}

async function workOffline(holder: Verifikator, { ofType, refused }: road.RoadUsul): Promise<void> {
  await open(holder, ofType(taken).id);
  await expect(
    holder.page.getByText('Ditugaskan kepada Anda: Pembagian tugas minggu ini.'),
  ).toBeVisible();
  await holder.sendBack();
  await steps.ask(holder, ofType(asked).id, 'Apakah sertifikat dari luar daerah diterima?');
  await steps.correctAndForward(holder, ofType(corrected).id, '12/TK/Tahun 2026');
  for (const type of road.bknTypes) await steps.forward(holder, ofType(type).id);
  await steps.forward(holder, refused.id);
}

async function workBeside(colleague: Verifikator, { ofType }: road.RoadUsul): Promise<void> {
  await steps.takeOver(colleague, ofType(taken).id, why, look);
  for (const type of plain) await steps.forward(colleague, ofType(type).id);
}

/** Answers which usul was drawn. */
async function answerAndSample(approver: Verifikator, { ofType }: road.RoadUsul): Promise<string> {
  await steps.answer(approver, ofType(asked).id, 'Diterima, sudah dicocokkan.');
  return steps.findFaultInSample(approver);
}

/** What the server has in the end. */
async function expectEnd({ usuls, drawn, asn }: Told): Promise<void> {
  const { withdrawn, refused } = usuls;
  const accounts = await Promise.all(names.map((name) => findAccountByLogin(desk.db, name)));
  const [holder = '', colleague = '', validator = '', approver = ''] = accounts.map(
    (account) => account!.displayName,
  );
  const forwarded = (type: RecordTypeId): ToldDeed =>
    type === taken || plain.includes(type) ? [colleague, 'teruskan'] : [holder, 'teruskan'];
  const approved = usuls.approved.map((usul): Road => {
    const { id, recordType, employee } = usul;
    const question: ToldDeed[] = [
      [holder, 'koordinasi'],
      [approver, 'jawab'],
    ];
    const again: ToldDeed[] = [
      forwarded(recordType),
      [approver, 'perbaikan'],
      [asn, 'ajukan_ulang'],
    ];
    return {
      id,
      position: { kind: 'selesai', result: 'disetujui' },
      deeds: [
        [employee.nama, 'ajukan'],
        ...(recordType === asked ? question : []),
        ...(id === drawn ? again : []),
        forwarded(recordType),
        ...(road.bknTypes.includes(recordType) ? [[validator, 'teruskan'] as const] : []),
        [approver, 'teruskan'],
      ],
    };
  });
  const others: Road[] = [
    {
      id: withdrawn.id,
      position: { kind: 'selesai', result: 'ditarik' },
      deeds: [
        [withdrawn.employee.nama, 'ajukan'],
        [withdrawn.employee.nama, 'tarik'],
      ],
    },
    {
      id: refused.id,
      position: { kind: 'selesai', result: 'ditolak' },
      deeds: [
        [refused.employee.nama, 'ajukan'],
        [holder, 'teruskan'],
        [validator, 'tolak'],
      ],
    },
  ];
  const roads = [...approved, ...others];
  await expectRoads(desk.db, roads);
  await expectWholeChain(
    desk.db,
    roads.map(({ id }) => id),
  );
}
