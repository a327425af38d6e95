import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { viewerText } from '#renderer/viewer/viewer-text.ts';

/** What is wrong with a page: it shows nothing, it could not be drawn, or the program leaves it out. */
type PageTrouble = 'kosong' | 'gagal' | 'dilewati';
/** Page number to what is wrong with it. */
export type PageTroubles = ReadonlyMap<number, PageTrouble>;

/** Says what is wrong with the page in view, if anything. */
export function PageTroubleBar({
  troubles,
  page,
}: {
  readonly troubles: PageTroubles;
  readonly page: number;
}) {
  const trouble = troubles.get(page);
  if (!trouble) return null;
  return (
    <MessageBar intent="warning" shape="square" layout="multiline">
      <MessageBarBody>{sentenceOf(trouble, page)}</MessageBarBody>
    </MessageBar>
  );
}

function sentenceOf(trouble: PageTrouble, page: number): string {
  switch (trouble) {
    case 'kosong':
      return viewerText.blank(page);
    case 'gagal':
      return `${viewerText.pageBroken(page)} ${viewerText.decidable}`;
    case 'dilewati':
      return viewerText.leftOut(page);
  }
}
