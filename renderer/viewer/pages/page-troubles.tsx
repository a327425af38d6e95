import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { viewerText } from '#renderer/viewer/viewer-text.ts';

/** Page number to what is wrong with it. */
export type PageTroubles = ReadonlyMap<number, 'kosong' | 'gagal'>;

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
      <MessageBarBody>
        {trouble === 'kosong'
          ? viewerText.blank(page)
          : `${viewerText.pageBroken(page)} ${viewerText.decidable}`}
      </MessageBarBody>
    </MessageBar>
  );
}
