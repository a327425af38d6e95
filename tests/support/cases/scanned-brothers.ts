import {
  all,
  asImages,
  brother,
  green,
  located,
  nipLine,
  notGreen,
  noteOver,
  other,
  otherNumber,
  readable,
  wholePage,
  type Brother,
} from '#tests/support/cases/brother.ts';
import {
  bilevelDecree,
  boxOver,
  coarsePaper,
  pictureOf,
  printedDecree,
  scannedDecree,
  turnedPicture,
} from '#tests/support/cases/decree-page.ts';
import { firstObject } from '#tests/support/cases/made-pdf.ts';

/** Scans over which something is drawn, and honest ones beside them. */
export const scannedBrothers: readonly Brother[] = [
  brother('black box over a scan', { right: { ...all, nip: notGreen } }, () => ({
    content: `${wholePage('S')}\n${boxOver('NIP', 0)}`,
    resources: asImages('S'),
    objects: [scannedDecree()],
  })),
  brother('square annotation over a scan', { right: { ...all, nip: notGreen } }, () => ({
    content: wholePage('S'),
    resources: asImages('S'),
    page: `/Annots[${firstObject + 1} 0 R]`,
    objects: [
      scannedDecree(),
      {
        head: `/Type/Annot/Subtype/Square/F 4/C[1 1 1]/IC[1 1 1]/Rect[80 ${nipLine.baseline - 8} 340 ${nipLine.baseline + 16}]`,
      },
    ],
  })),
  brother('scan cut off above the NIP', { right: { skNomor: green, nip: notGreen } }, () => ({
    content: wholePage('S'),
    resources: asImages('S'),
    page: `/CropBox[0 ${nipLine.baseline + 16} 595 842]`,
    objects: [scannedDecree()],
  })),
  brother(
    'scan of which a path shows the upper part',
    { right: { skNomor: green, nip: notGreen } },
    () => ({
      content: `q 0 ${nipLine.baseline + 16} 595 842 re W n ${wholePage('S')} Q`,
      resources: asImages('S'),
      objects: [scannedDecree()],
    }),
  ),
  brother('scan in a layer that is off', { right: { skNomor: notGreen, nip: notGreen } }, () => ({
    content: `/OC /L BDC ${wholePage('S')} EMC`,
    resources: `${asImages('S')}/Properties<</L ${firstObject + 1} 0 R>>`,
    catalog: `/OCProperties<</OCGs[${firstObject + 1} 0 R]/D<</OFF[${firstObject + 1} 0 R]>>>>`,
    objects: [scannedDecree(), { head: '/Type/OCG/Name(draft)' }],
  })),
  brother('scan under a hidden text of its own', { right: all, ...readable }, () => ({
    content: `${wholePage('S')}\n${printedDecree().replaceAll('BT', 'BT 3 Tr')}`,
    resources: asImages('S'),
    objects: [scannedDecree()],
  })),
  brother('scan cut at the edge of its paper', { right: all, ...readable }, () => ({
    content: `q 0 0 595 842 re W n ${wholePage('S')} Q`,
    resources: asImages('S'),
    objects: [scannedDecree()],
  })),
  ...([90, 180, 270] as const).map((degrees) =>
    brother(`scan shown turned by ${degrees}`, { right: all, ...readable }, async () => {
      const [width, height] = degrees === 180 ? [595, 842] : [842, 595];
      return {
        content: `q ${width} 0 0 ${height} 0 0 cm /S Do Q`,
        resources: asImages('S'),
        page: `/Rotate ${degrees}`,
        size: [width, height],
        objects: [await turnedPicture(scannedDecree(), degrees)],
      };
    }),
  ),
  brother(
    'note with another number on a scan',
    { right: { skNomor: notGreen, nip: green }, others: [other('skNomor', otherNumber, located)] },
    () => ({
      content: wholePage('S'),
      resources: `/XObject<</S ${firstObject + 2} 0 R>>`,
      page: `/Annots[${firstObject} 0 R]`,
      objects: [
        ...noteOver(
          '/Subtype/Stamp',
          `1 g 0 0 240 22 re f 0 g BT /F1 12 Tf 4 6 Td (${otherNumber}) Tj ET`,
        ),
        scannedDecree(),
      ],
    }),
  ),
  brother(
    'two scans on one another',
    {
      right: { skNomor: notGreen, nama: green },
      others: [other('skNomor', otherNumber, located)],
    },
    () => ({
      content: `${wholePage('A')}\n${wholePage('B')}`,
      resources: asImages('A', 'B'),
      objects: [scannedDecree(), scannedDecree({ NOMOR: `NOMOR : ${otherNumber}` })],
    }),
  ),
  brother(
    'small picture of another NIP on a scan',
    {
      right: { skNomor: green, nip: notGreen },
      others: [other('nip', '198504122010012019', located)],
    },
    () => ({
      content: `${wholePage('S')}\nq 190 0 0 17 ${nipLine.left - 2} ${nipLine.baseline - 5} cm /P Do Q`,
      resources: asImages('S', 'P'),
      objects: [scannedDecree(), pictureOf('NIP : 19850412 201001 2 019')],
    }),
  ),
  brother('scan masked as a whole', { right: { ...all, nip: notGreen } }, () => ({
    content: `q /G gs ${wholePage('S')} Q`,
    resources: `${asImages('S')}/ExtGState<</G ${firstObject + 1} 0 R>>`,
    objects: [
      scannedDecree(),
      { head: `/Type/ExtGState/SMask<</Type/Mask/S/Luminosity/G ${firstObject + 2} 0 R>>` },
      {
        head: '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>',
        data: `1 g 0 0 595 842 re f ${boxOver('NIP', 0)}`,
      },
    ],
  })),
  brother('compact scan with a stencil', { right: all, ...readable }, async () => ({
    content: `${wholePage('B')}\n0 g ${wholePage('P')}`,
    resources: asImages('B', 'P'),
    objects: [coarsePaper(), await bilevelDecree(300, [210, 297], true)],
  })),
  brother('copier at 600 dots per inch, F4', { right: all, ...readable }, async () => ({
    content: 'q 609.4 0 0 935.4 0 0 cm /S Do Q',
    resources: asImages('S'),
    size: [609.4, 935.4],
    objects: [await bilevelDecree(600, [215, 330])],
  })),
  brother('copier at 600 dots per inch, as a stencil', { right: all, ...readable }, async () => ({
    content: `0 g ${wholePage('S')}`,
    resources: asImages('S'),
    objects: [await bilevelDecree(600, [210, 297], true)],
  })),
];
