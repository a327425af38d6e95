import { useRef } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import type { HandoverActions } from '#renderer/features/outbox/use-handover.ts';
import { outboxText } from '#renderer/features/outbox/texts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginLeft: 'auto' },
});

interface HandoverButtonsProps extends Omit<HandoverActions, 'trouble'> {
  /** How many decisions wait to be sent. */
  readonly waiting: number;
}

/** Decisions leave this PC in a file while there is no network, and files of other PCs reach the server from here. */
export function HandoverButtons({ waiting, busy, exportUnsent, passOn }: HandoverButtonsProps) {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.root}>
      {waiting > 0 && (
        <Button size="small" title={outboxText.exportUnsentHint} onClick={exportUnsent}>
          {outboxText.exportUnsent}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        title={outboxText.passOnHint}
        disabledFocusable={busy}
        onClick={() => chooser.current?.click()}
      >
        {busy ? outboxText.passingOn : outboxText.passOn}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".mejaserah"
        aria-label={outboxText.passOn}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) passOn(file);
          // Else the same file could not be chosen a second time.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
