import { useLayoutEffect, useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type {
  TimelineBreak,
  TimelineEntry,
} from '#renderer/features/workbench/record/timeline-entry.ts';
import { useTimelineStyles } from '#renderer/features/workbench/record/timeline-styles.ts';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

/** More than these scroll within the section. */
const shownEntries = 8;

const useStyles = makeStyles({
  scroll: {
    position: 'relative',
    maxHeight: `calc(${lineHeights.dense} * 12)`,
    overflowY: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: textSizes.dense,
    lineHeight: lineHeights.dense,
  },
});

/** Records along a line, the earliest first; what is wrong between two stands between them. */
export function TimelineList({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const styles = useStyles();
  const scroll = useRef<HTMLElement>(null);
  const scrolls = entries.length > shownEntries;
  // The record in question is what the person looks for; only this box scrolls to it.
  const meantKey = entries.find(({ role }) => role !== 'ada')?.key;
  useLayoutEffect(() => {
    const box = scroll.current;
    const meant = box?.querySelector<HTMLElement>(`[data-key="${meantKey ?? ''}"]`);
    if (box && meant) box.scrollTop = meant.offsetTop - box.clientHeight / 2;
  }, [meantKey]);
  // Records of a type that no day orders are a plain list.
  const timed = entries.some(({ period }) => period !== null);
  const list = (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} timed={timed} />
      ))}
    </ol>
  );
  if (!scrolls) return list;
  return (
    <section
      ref={scroll}
      aria-label={recordText.inOrder}
      // Scrolled by keys, too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.scroll}
    >
      {list}
    </section>
  );
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly timed: boolean;
}

function Entry({ entry, timed }: EntryProps) {
  const styles = useTimelineStyles();
  const { role, period, title, details, monthsLater, breaks } = entry;
  const later =
    monthsLater === null || monthsLater < 1
      ? ''
      : recordText.later(Math.floor(monthsLater / 12), monthsLater % 12);
  return (
    <li data-key={entry.key} className={mergeClasses(styles.entry, timed && styles.rail)}>
      {breaks.map((each) => (
        <Break key={each.kind + each.sentence} broken={each} />
      ))}
      <div
        className={mergeClasses(styles.line, timed && styles.timed, role !== 'ada' && styles.meant)}
      >
        <span className={mergeClasses(styles.dot, styles[role])} aria-hidden="true" />
        {timed && <When shown={period?.shown ?? recordText.noDay} />}
        <span className={mergeClasses(styles.title, role === 'dihapus' && styles.struck)}>
          {title}
          {details !== '' && <span className={styles.details}>{details}</span>}
        </span>
        <span className={styles.role}>
          {later}
          {later !== '' && <span className={styles.heard}> {recordText.laterLabel}</span>}
          {later !== '' && role !== 'ada' && ' · '}
          {recordText.roles[role]}
        </span>
      </div>
    </li>
  );
}

/** A period breaks between its days, not within one. */
function When({ shown }: { readonly shown: string }) {
  const styles = useTimelineStyles();
  const [first, last] = shown.split(' – ');
  return (
    <span className={styles.when}>
      <span className={styles.day}>
        {first}
        {last !== undefined && ' –'}
      </span>{' '}
      {last !== undefined && <span className={styles.day}>{last}</span>}
    </span>
  );
}

function Break({ broken }: { readonly broken: TimelineBreak }) {
  const styles = useTimelineStyles();
  return (
    <div className={styles.broken}>
      <span className={styles.brokenRail} aria-hidden="true" />
      <Warning16Filled className={styles.icon} aria-hidden="true" />
      <span>
        <strong className={styles.kind}>{recordText.breakKinds[broken.kind]}:</strong>{' '}
        {broken.sentence}
      </span>
    </div>
  );
}
