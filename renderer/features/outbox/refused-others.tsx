import { useCallback, useRef, useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissCircle16Filled } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { outboxText } from '#renderer/features/outbox/texts.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import { ErrorBar } from '#renderer/ui/parts/error-bar.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '34%',
    margin: '0 16px 8px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
    minHeight: '30px',
    padding: '2px 8px 2px 12px',
  },
  title: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', overflowY: 'auto' },
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '4px 8px 4px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0, marginTop: '2px', color: tokens.colorPaletteRedForeground1 },
  words: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  typed: { color: tokens.colorNeutralForeground2 },
  button: { flexShrink: 0 },
});

interface RefusedOthersProps {
  readonly desk: Pick<Desk, 'outbox'>;
  readonly announce: (sentence: string) => void;
  /** The last of them is gone, and its button with it. */
  readonly onNothingLeft: () => void;
}

/** What was done here beside decisions and that the server did not take, until it is let go; nothing while there is none. */
export function RefusedOthers({ desk, announce, onNothingLeft }: RefusedOthersProps) {
  const styles = useStyles();
  const refused = useStore(desk.outbox, ({ refusedOthers }) => refusedOthers);
  const heading = useRef<HTMLHeadingElement>(null);
  const { failure, letGo } = useLettingGo({ desk, announce, onNothingLeft, heading });
  if (refused.length === 0) return null;
  return (
    <section className={styles.root} aria-label={outboxText.others(refused.length)}>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {outboxText.others(refused.length)}
        </h2>
        {refused.length > 1 && (
          <Button size="small" onClick={() => letGo(refused.map(({ id }) => id))}>
            {outboxText.letAllGo}
          </Button>
        )}
      </div>
      {failure && <ErrorBar message={failure.message} action={failure.action} />}
      <ul className={styles.list}>
        {refused.map(({ id, sentence, typed }) => (
          <li key={id} className={styles.line}>
            <DismissCircle16Filled className={styles.icon} />
            <div className={styles.words}>
              {sentence}
              {typed !== '' && <div className={styles.typed}>{outboxText.typed(typed)}</div>}
            </div>
            <Button
              size="small"
              className={styles.button}
              aria-label={outboxText.letOtherGoLabel(sentence)}
              onClick={() => letGo([id])}
            >
              {outboxText.letGo}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LettingGo extends RefusedOthersProps {
  readonly heading: { readonly current: HTMLElement | null };
}

function useLettingGo({ desk, announce, onNothingLeft, heading }: LettingGo) {
  const [failure, setFailure] = useState<ShownError | null>(null);
  const run = useCallback(
    async (ids: readonly string[]): Promise<void> => {
      setFailure(null);
      for (const id of ids) {
        const done = await desk.outbox.getState().letGo(id);
        if (!done.ok) return setFailure(done.error);
      }
      announce(outboxText.othersLetGo(ids.length));
      if (desk.outbox.getState().refusedOthers.length === 0) onNothingLeft();
      else heading.current?.focus();
    },
    [desk, announce, onNothingLeft, heading],
  );
  return { failure, letGo: useCallback((ids: readonly string[]) => void run(ids), [run]) };
}
