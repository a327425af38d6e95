import {
  all,
  asImages,
  brother,
  green,
  nipLine,
  notGreen,
  noteOver,
  numberLine,
  other,
  otherNumber,
  type Brother,
} from '#tests/support/cases/brother.ts';
import { boxOver, print, printedDecree } from '#tests/support/cases/decree-page.ts';
import { firstObject, type MadeObject } from '#tests/support/cases/made-pdf.ts';

/** Text layers that say something else than the page shows, and honest ones beside them. */
export const printedBrothers: readonly Brother[] = [
  brother('a decree as it is printed', { right: all }, () => ({ content: printedDecree() })),
  brother('black box over the NIP', { right: { ...all, nip: notGreen } }, () => ({
    content: `${printedDecree()}\n${boxOver('NIP', 0)}`,
  })),
  brother(
    'white picture over half of the number',
    { right: { ...all, skNomor: notGreen } },
    () => ({
      content: `${printedDecree()}\nq 40 0 0 16 ${numberLine.left + 84} ${numberLine.baseline - 4} cm /I Do Q`,
      resources: asImages('I'),
      objects: [
        {
          head: '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8',
          data: Uint8Array.from([255]),
        },
      ],
    }),
  ),
  brother(
    'note with another number on it',
    { right: { skNomor: notGreen }, others: [other('skNomor', otherNumber, green)] },
    () => ({
      content: printedDecree(),
      page: `/Annots[${firstObject} 0 R]`,
      objects: noteOver(
        '/Subtype/FreeText/DA(/F1 12 Tf)',
        `1 g 0 0 240 22 re f 0 g BT /F1 12 Tf 4 6 Td (${otherNumber}) Tj ET`,
      ),
    }),
  ),
  brother('form switched off in a layer', { right: { ...all, nip: notGreen } }, () => ({
    content: `${printedDecree().replace(/^.*NIP.*$/m, '')}\n/F Do`,
    resources: `/XObject<</F ${firstObject} 0 R>>`,
    catalog: `/OCProperties<</OCGs[${firstObject + 1} 0 R]/D<</OFF[${firstObject + 1} 0 R]>>>>`,
    objects: [
      {
        head: `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC ${firstObject + 1} 0 R/Resources<</Font<</F1 5 0 R>>>>`,
        data: print('NIP : 19850412 201001 2 012', nipLine.left, nipLine.baseline),
      },
      { head: '/Type/OCG/Name(draft)' },
    ],
  })),
  brother('one letter of the name looks otherwise', { right: { ...all, nama: notGreen } }, () => ({
    content: printedDecree({ Nama: 'F2' }).replace('RAHMAWATI', 'RAHMAWUTI'),
    fonts: `/F2 ${firstObject} 0 R`,
    objects: lyingFont('U', 'A'),
  })),
  brother(
    'one figure of the number looks otherwise',
    { right: { ...all, skNomor: notGreen } },
    () => ({
      content: printedDecree({ NOMOR: 'F2' }).replace('/457/', '/467/'),
      fonts: `/F2 ${firstObject} 0 R`,
      objects: lyingFont('6', '5'),
    }),
  ),
  brother('page cut off above the NIP', { right: { skNomor: green, nip: notGreen } }, () => ({
    content: printedDecree(),
    page: `/CropBox[0 ${nipLine.baseline + 16} 595 842]`,
  })),
  brother('NIP cut away by a path', { right: { ...all, nip: notGreen } }, () => ({
    content: `${printedDecree().replace(/^.*NIP.*$/m, '')}\nq 0 0 20 20 re W n ${print('NIP : 19850412 201001 2 012', nipLine.left, nipLine.baseline)} Q`,
  })),
  brother('NIP in white', { right: { ...all, nip: notGreen } }, () => ({
    content: printedDecree().replace(/^.*NIP.*$/m, (line) => `1 g ${line} 0 g`),
  })),
  brother('NIP in a mode that draws nothing', { right: { ...all, nip: notGreen } }, () => ({
    content: printedDecree().replace(/^.*NIP.*$/m, (line) =>
      line.replace('BT', 'BT 3 Tr').replace('ET', '0 Tr ET'),
    ),
  })),
  brother('marked with a pen, which hides nothing', { right: all }, () => ({
    content: printedDecree(),
    page: `/Annots[${firstObject} 0 R]`,
    objects: [
      {
        head: `/Type/Annot/Subtype/Highlight/C[1 1 0]/F 4/Rect[${nipLine.left} ${nipLine.baseline - 4} 330 ${nipLine.baseline + 12}]/QuadPoints[${nipLine.left} ${nipLine.baseline + 12} 330 ${nipLine.baseline + 12} ${nipLine.left} ${nipLine.baseline - 4} 330 ${nipLine.baseline - 4}]`,
      },
    ],
  })),
  ...([90, 180, 270] as const).map((degrees) =>
    brother(`printed page shown turned by ${degrees}`, { right: all }, () => ({
      content: `${turnBack[degrees]}\n${printedDecree()}`,
      page: `/Rotate ${degrees}`,
      size: degrees === 180 ? [595, 842] : [842, 595],
    })),
  ),
  brother('dynamic form that begins otherwise', { right: {}, warnings: ['dynamic form'] }, () => ({
    content: print('Please wait... If this message is not eventually replaced', 60, 700),
    catalog: `/NeedsRendering true/AcroForm<</Fields[]/XFA ${firstObject} 0 R>>`,
    objects: [{ head: '', data: '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>' }],
  })),
];

/** Print that stands upright on a page that is shown turned. */
const turnBack = {
  90: '0 1 -1 0 842 0 cm',
  180: '-1 0 0 -1 595 842 cm',
  270: '0 -1 1 0 0 595 cm',
} as const;

/** Names each letter of the code page itself but one. */
function lyingFont(shown: string, told: string): readonly MadeObject[] {
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange 1 beginbfchar <${hex(shown)}> <00${hex(told)}> endbfchar endcmap end end`;
  return [
    {
      head: `/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode ${firstObject + 1} 0 R`,
    },
    { head: '', data: map },
  ];
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(2, '0');
}
