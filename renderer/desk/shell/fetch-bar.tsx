import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { statusText } from '#renderer/desk/text/status.ts';
import type { ListLoading } from '#renderer/core/inbox/inbox-contract.ts';
import type { FetchProgress } from '#renderer/core/sync/sync-contract.ts';
import { formatBytes, formatCount, formatDuration } from '#renderer/ui/format/amounts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '10px' },
  paused: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  bar: { width: '140px', '@media (max-width: 1099px)': { width: '60px' } },
  /** Where there is little room, bytes and bar are enough. */
  more: { '@media (max-width: 1279px)': { display: 'none' } },
});

interface FetchBarProps {
  readonly progress: FetchProgress;
  /** The list itself is still on its way. */
  readonly loading: ListLoading | null;
  /** Set while fetching waits for room on the disk: how many bytes are left. */
  readonly diskLeftBytes: number | null;
}

/** How much of the documents is on this PC. */
export function FetchBar({ progress, loading, diskLeftBytes }: FetchBarProps) {
  const styles = useStyles();
  const { doneDocuments, totalDocuments, doneBytes, totalBytes, secondsLeft } = progress;
  if (loading) return <span>{statusText.loading(loading.here, loading.of)}</span>;
  if (totalDocuments === 0) return null;
  if (doneDocuments >= totalDocuments) return <span>{statusText.fetched}</span>;
  if (diskLeftBytes !== null) {
    return (
      <output className={styles.paused} title={statusText.fetchPausedHint}>
        <Warning16Filled /> {statusText.fetchPaused(formatBytes(diskLeftBytes))}
      </output>
    );
  }
  const label = statusText.fetching(formatBytes(doneBytes), formatBytes(totalBytes));
  return (
    <div className={styles.root}>
      <span>{label}</span>
      <ProgressBar
        className={styles.bar}
        thickness="large"
        aria-label={label}
        value={totalBytes === 0 ? 0 : doneBytes / totalBytes}
      />
      <span className={styles.more}>
        {statusText.documents(formatCount(doneDocuments), formatCount(totalDocuments))}
      </span>
      {secondsLeft !== null && (
        <span className={styles.more}>{statusText.timeLeft(formatDuration(secondsLeft))}</span>
      )}
    </div>
  );
}
