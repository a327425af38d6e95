import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PanelLeftContract20Regular, PanelLeftExpand20Regular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { placeInQueue } from '#renderer/features/workbench/queue/neighbour.ts';
import { QueueList } from '#renderer/features/workbench/queue/queue-list.tsx';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

/** Widths of the queue in pixels, folded and open; and the width of the window from which it stands beside the record. */
export const queueWidths = { folded: 44, open: 248, besideFrom: 1180 } as const;

const besideFrom = `@media (min-width: ${queueWidths.besideFrom}px)`;

const useStyles = makeStyles({
  // Keeps the room of the strip also while the open queue lies over the record.
  room: { position: 'relative', flexShrink: 0, width: `${queueWidths.folded}px` },
  roomOpen: { [besideFrom]: { width: `${queueWidths.open}px` } },
  root: {
    boxSizing: 'border-box',
    position: 'absolute',
    top: 0,
    bottom: 0,
    left: 0,
    width: '100%',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  open: {
    zIndex: 3,
    width: `${queueWidths.open}px`,
    boxShadow: tokens.shadow16,
    [besideFrom]: { boxShadow: 'none' },
  },
  head: {
    flexShrink: 0,
    boxSizing: 'border-box',
    minHeight: '34px',
    padding: '3px 6px 3px 5px',
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  folded: { flexDirection: 'column', gap: '2px' },
  title: { margin: 0, flexGrow: 1, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  place: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', textAlign: 'center' },
  stacked: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  at: { fontWeight: tokens.fontWeightSemibold },
});

interface QueuePanelProps {
  readonly ports: WorkbenchPorts;
  readonly usulId: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The queue beside the record: a strip of marks, or a list. It stays while one usul follows another. */
export function QueuePanel({ ports, usulId, open, onToggle }: QueuePanelProps) {
  const styles = useStyles();
  const queue = useStore(ports.desk.inbox, (inbox) => inbox.queue);
  const loading = useStore(ports.desk.inbox, (inbox) => inbox.loading !== null);
  const textSize = useStore(ports.desk.preferences, (store) => store.preferences.textSize);
  const place = placeInQueue(queue, usulId);
  const toggle = open ? workbenchText.queue.close : workbenchText.queue.open;
  return (
    <div className={mergeClasses(styles.room, open && styles.roomOpen)}>
      <nav
        className={mergeClasses(styles.root, open && styles.open)}
        aria-label={workbenchText.queue.title}
      >
        <div className={mergeClasses(styles.head, !open && styles.folded)}>
          <Button
            size="small"
            appearance="subtle"
            icon={open ? <PanelLeftContract20Regular /> : <PanelLeftExpand20Regular />}
            aria-label={toggle}
            aria-expanded={open}
            title={`${toggle} (${shownKey(caseKeys, 'toggleQueue')})`}
            onClick={onToggle}
          />
          {open && <h2 className={styles.title}>{workbenchText.queue.title}</h2>}
          <QueuePlace place={place} total={loading ? null : queue.length} stacked={!open} />
        </div>
        <QueueList
          queue={queue}
          place={place}
          narrow={!open}
          rowHeight={Math.round(((open ? 46 : 30) * textSize) / 100)}
          onOpen={ports.onOpen}
        />
      </nav>
    </div>
  );
}

interface QueuePlaceProps {
  readonly place: number | null;
  /** Null while the list is not whole. */
  readonly total: number | null;
  readonly stacked: boolean;
}

function QueuePlace({ place, total, stacked }: QueuePlaceProps) {
  const styles = useStyles();
  const at = place === null ? '–' : formatCount(place + 1);
  const title =
    place === null
      ? workbenchText.queue.outside
      : total === null
        ? workbenchText.placeLoading(at)
        : workbenchText.place(at, formatCount(total));
  return (
    <span className={mergeClasses(styles.place, stacked && styles.stacked)} title={title}>
      <span className={styles.at}>{at}</span>
      {total !== null && <span>/{formatCount(total)}</span>}
    </span>
  );
}
