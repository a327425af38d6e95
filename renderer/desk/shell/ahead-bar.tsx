import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useStore, type StoreApi } from 'zustand';
import { aheadText, statusText } from '#renderer/desk/text/status.ts';
import type { EvidenceStore, ReadAhead } from '#renderer/core/evidence/evidence-contract.ts';
import { formatDuration } from '#renderer/ui/format/amounts.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { sharedText } from '#renderer/frame/shared-text.ts';

const useStyles = makeStyles({
  // What room is left, and none of it where that is too little for the button: never over what waits to be sent.
  room: { flex: '1 1 0', minWidth: 0, overflow: 'hidden', containerType: 'inline-size' },
  root: {
    minWidth: 0,
    display: 'flex',
    justifyContent: 'flex-end',
    '@container (max-width: 79px)': { display: 'none' },
    alignItems: 'center',
    gap: '8px',
    color: tokens.colorNeutralForeground2,
    // At Windows scaling 150 % decisions and connection need the room more; the settings tell the same.
    '@media (max-width: 959px)': { display: 'none' },
  },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  // The bar clips: the ring of the browser would be cut off outside the line.
  link: {
    flexShrink: 0,
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  /** Where there is little room, the count is enough. */
  more: { '@media (max-width: 1279px)': { display: 'none' } },
});

/** How far reading ahead is; it can be paused. Nothing once it is done, or where nothing is read. */
export function AheadBar({ evidence }: { readonly evidence: StoreApi<EvidenceStore> }) {
  const styles = useStyles();
  const ahead = useStore(evidence, (store) => store.ahead);
  const { state, secondsLeft, totalDocuments } = ahead;
  if (totalDocuments === 0 || state === 'mati' || state === 'selesai') return null;
  const paused = state === 'dijeda';
  const text = textOf(ahead);
  return (
    <div className={styles.room}>
      <div className={styles.root}>
        <span className={styles.text} title={text}>
          {text}
        </span>
        {state === 'membaca' && secondsLeft !== null && (
          <span className={styles.more}>{statusText.timeLeft(formatDuration(secondsLeft))}</span>
        )}
        <Link
          as="button"
          className={styles.link}
          title={paused ? aheadText.goOnHint : aheadText.pauseHint}
          onClick={() => evidence.getState().pauseAhead(!paused)}
        >
          {paused ? aheadText.goOn : aheadText.pause}
        </Link>
      </div>
    </div>
  );
}

function textOf({ state, doneDocuments, totalDocuments }: ReadAhead): string {
  const say = state === 'dijeda' ? aheadText.paused : sharedText.documentsRead;
  return say(doneDocuments, totalDocuments);
}
