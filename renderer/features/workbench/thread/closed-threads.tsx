import { useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Conversation } from '#renderer/frame/conversation.tsx';
import { threadText } from '#renderer/features/workbench/text/thread.ts';
import type { ShownThread } from '#renderer/core/threads/thread-contract.ts';
import { FoldingSection } from '#renderer/ui/parts/folding-section.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  count: {
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
});

/** Conversations that are over, where more was written than the question and its answer, which stand over the fields. */
export function ClosedThreads({ threads }: { readonly threads: readonly ShownThread[] }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const written = threads.flatMap(({ messages }) => messages);
  if (!written.some(({ kind }) => kind === 'pesan')) return null;
  return (
    <FoldingSection
      title={threadText.closedTitle}
      summary={<span className={styles.count}>{threadText.summary(written.length)}</span>}
      open={open}
      onToggle={() => setOpen((now) => !now)}
    >
      <Conversation messages={written} />
    </FoldingSection>
  );
}
