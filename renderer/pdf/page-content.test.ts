import '#tests/support/pdfjs-in-node.ts';
import { OPS, type PDFPageProxy } from 'pdfjs-dist';
import { describe, expect, test } from 'vitest';
import { readPageContent, type PageContent } from '#renderer/pdf/page-content.ts';

type Step = readonly [number, ...unknown[]];

/** What is read of a page that draws this. */
async function contentOf(...steps: readonly Step[]): Promise<PageContent> {
  const page = {
    getViewport: () => ({ width: 600, height: 800, transform: [1, 0, 0, -1, 0, 800] }),
    getOperatorList: async () => ({
      fnArray: steps.map(([operation]) => operation),
      argsArray: steps.map(([, ...given]) => given),
    }),
  };
  // The part of a page that is asked.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return readPageContent(page as unknown as PDFPageProxy);
}

const scan: readonly Step[] = [
  [OPS.save],
  [OPS.transform, 600, 0, 0, 800, 0, 0],
  [OPS.paintImageXObject, 'img_1', 1240, 1754],
  [OPS.restore],
];

function rectangle(left: number, bottom: number, right: number, top: number): readonly unknown[] {
  const path = [0, left, bottom, 1, right, bottom, 1, right, top, 1, left, top, 4];
  return [[new Float32Array(path)], new Float32Array([left, bottom, right, top])];
}

const clippedTo = (...box: readonly [number, number, number, number]): readonly Step[] => [
  [OPS.clip],
  [OPS.constructPath, OPS.endPath, ...rectangle(...box)],
];

describe('a page is its picture', () => {
  test.each<readonly [string, readonly Step[]]>([
    ['where nothing else is drawn', scan],
    [
      'under text in a mode that leaves no mark',
      [...scan, [OPS.setTextRenderingMode, 3], [OPS.showText, []]],
    ],
    ['within a path as large as the paper', [...clippedTo(0, 0, 600, 800), ...scan]],
    [
      'with a state that changes nothing',
      [
        [
          OPS.setGState,
          [
            ['ca', 1],
            ['BM', 'source-over'],
            ['SMask', false],
          ],
        ],
        ...scan,
      ],
    ],
    [
      'within a form as large as the paper',
      [
        [OPS.paintFormXObjectBegin, [1, 0, 0, 1, 0, 0], [0, 0, 600, 800]],
        ...scan,
        [OPS.paintFormXObjectEnd],
      ],
    ],
    [
      'within tags that are no layer',
      [[OPS.beginMarkedContentProps, 'Artifact', null], ...scan, [OPS.endMarkedContent]],
    ],
  ])('%s', async (_name, steps) => {
    const content = await contentOf(...steps);
    expect(content.onlyPictures).toBe(true);
    expect(content.pictures).toMatchObject([{ name: 'img_1', coverage: 1 }]);
  });
});

describe('a page is not just its picture', () => {
  test.each<readonly [string, readonly Step[]]>([
    [
      'where an area is filled',
      [...scan, [OPS.constructPath, OPS.fill, ...rectangle(90, 500, 300, 520)]],
    ],
    [
      'where a line is drawn',
      [...scan, [OPS.constructPath, OPS.stroke, ...rectangle(90, 500, 300, 520)]],
    ],
    ['where text shows', [...scan, [OPS.showText, []]]],
    ['where faint text shows', [...scan, [OPS.setGState, [['ca', 0.1]]], [OPS.showText, []]]],
    [
      'where an annotation has a picture of its own',
      [...scan, [OPS.beginAnnotation, 'a'], [OPS.endAnnotation]],
    ],
    [
      'where it lies in a layer',
      [[OPS.beginMarkedContentProps, 'OC', { type: 'OCG' }], ...scan, [OPS.endMarkedContent]],
    ],
    ['where it is masked', [[OPS.setGState, [['SMask', true]]], ...scan]],
    ['where it is not opaque', [[OPS.setGState, [['ca', 0.5]]], ...scan]],
    ['where it is blended', [[OPS.setGState, [['BM', 'multiply']]], ...scan]],
    ['where a path shows a part of it', [...clippedTo(0, 400, 600, 800), ...scan]],
    [
      'where a form shows a part of it',
      [[OPS.paintFormXObjectBegin, null, [0, 400, 600, 800]], ...scan, [OPS.paintFormXObjectEnd]],
    ],
    [
      'where a path of another form shows it',
      [
        [OPS.clip],
        [
          OPS.constructPath,
          OPS.endPath,
          [new Float32Array([0, 0, 0, 1, 600, 0, 1, 300, 800, 4])],
          new Float32Array([0, 0, 600, 800]),
        ],
        ...scan,
      ],
    ],
    [
      'where it reaches over the edge of the paper',
      [
        [OPS.save],
        [OPS.transform, 600, 0, 0, 900, 0, -100],
        [OPS.paintImageXObject, 'img_1', 1240, 1754],
        [OPS.restore],
      ],
    ],
    [
      'where it is turned a little',
      [
        [OPS.save],
        [OPS.transform, 590, 40, -40, 790, 5, 5],
        [OPS.paintImageXObject, 'img_1', 1240, 1754],
        [OPS.restore],
      ],
    ],
    [
      'where another picture is inked over it',
      [...scan, [OPS.paintImageMaskXObject, { width: 10, height: 10 }]],
    ],
    ['where colours run', [...scan, [OPS.shadingFill, []]]],
  ])('%s', async (_name, steps) => {
    expect((await contentOf(...steps)).onlyPictures).toBe(false);
  });
});

test('a picture with a mask of its own, and a stencil, are told from others', async () => {
  const { pictures } = await contentOf(
    [OPS.save],
    [OPS.setGState, [['SMask', false]]],
    [OPS.paintImageXObject, 'img_1', 10, 10],
    [OPS.restore],
    [OPS.paintImageXObject, 'img_2', 10, 10],
    [OPS.paintImageMaskXObject, { width: 10, height: 10 }],
  );
  expect(pictures).toMatchObject([
    { name: 'img_1', masked: true, stencil: false },
    { name: 'img_2', masked: false, stencil: false },
    { name: null, masked: false, stencil: true },
  ]);
});

describe('what is drawn shows', () => {
  const crest: readonly Step[] = [[OPS.constructPath, OPS.fill, ...rectangle(90, 700, 140, 760)]];
  const text: Step = [OPS.showText, []];
  const pale: Step = [OPS.setGState, [['ca', 0.75]]];
  const opaque: Step = [OPS.setGState, [['ca', 1]]];

  test.each<readonly [string, readonly Step[]]>([
    ['beside a pale crest', [[OPS.save], pale, ...crest, [OPS.restore], text]],
    [
      'beside a pale crest that is a group',
      [[OPS.save], pale, [OPS.beginGroup, {}], ...crest, [OPS.endGroup], [OPS.restore], text],
    ],
    ['after the state is opaque again', [pale, ...crest, opaque, text]],
    ['beside pale lines', [[OPS.save], [OPS.setGState, [['CA', 0.5]]], [OPS.restore], text]],
  ])('%s', async (_name, steps) => {
    expect((await contentOf(...steps)).isLayered).toBe(false);
  });

  test.each<readonly [string, readonly Step[]]>([
    ['where the print itself is pale', [pale, text]],
    ['where only one word is', [text, [OPS.save], pale, text, [OPS.restore], text]],
    ['where its outline is', [[OPS.setGState, [['CA', 0.5]]], text]],
    ['in a pale group', [pale, [OPS.beginGroup, {}], opaque, text, [OPS.endGroup]]],
    ['where it is blended', [[OPS.setGState, [['BM', 'multiply']]], text]],
    ['where it is masked', [[OPS.setGState, [['SMask', true]]], text]],
    ['in a layer', [[OPS.beginMarkedContentProps, 'OC', { type: 'OCG' }], text]],
  ])('or need not, %s', async (_name, steps) => {
    expect((await contentOf(...steps)).isLayered).toBe(true);
  });

  test('a pale mark over print is a mark as another is', async () => {
    expect((await contentOf(text, pale, ...crest)).marks).toHaveLength(1);
  });

  test('text in a group that hardly shows is hidden', async () => {
    const faint: Step = [OPS.setGState, [['ca', 0.1]]];
    const content = await contentOf(faint, [OPS.beginGroup, {}], opaque, text, [OPS.endGroup]);
    expect(content).toMatchObject({ hidesText: true, showsText: false });
  });
});
