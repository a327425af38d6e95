import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { badgeIcons } from '#renderer/features/workbench/evidence/evidence-badge.tsx';
import { summarise } from '#renderer/features/workbench/evidence/field-badge.ts';
import type { EvidenceWork } from '#renderer/features/workbench/evidence/evidence-work.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    padding: '4px 12px 4px 15px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 14px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  part: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  ditemukan: { color: tokens.colorPaletteGreenForeground1 },
  berbeda: {
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  mirip: { color: tokens.colorPaletteDarkOrangeForeground1 },
  periksa: { color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
  next: { marginLeft: 'auto', fontSize: 'inherit', lineHeight: 'inherit' },
});

interface EvidenceLineProps {
  readonly names: readonly string[];
  readonly evidence: EvidenceWork;
}

/** How far reading is, and what came of it, in one line; nothing where nothing is read. */
export function EvidenceLine({ names, evidence }: EvidenceLineProps) {
  const styles = useStyles();
  const { reading, fields } = evidence;
  const parts = summarise(names, fields);
  const progress = progressText(reading);
  if (parts.length === 0 && progress === null) return null;
  // Also those of which nothing is known.
  const toLookAt = parts.length > 0 && names.some((name) => fields[name]?.status !== 'ditemukan');
  return (
    <section className={styles.root} aria-label={evidenceText.summary.label}>
      {parts.map(({ kind, text }) => (
        <span key={kind} className={mergeClasses(styles.part, styles[kind])}>
          {badgeIcons[kind]} {text}
        </span>
      ))}
      {progress !== null && (
        <span className={mergeClasses(styles.part, styles.quiet)}>
          {badgeIcons.membaca} {progress}
        </span>
      )}
      {toLookAt && (
        <Link
          as="button"
          className={styles.next}
          aria-keyshortcuts={keyShortcuts(caseKeys, 'nextToLookAt')}
          title={`${evidenceText.summary.toNext} (${shownKey(caseKeys, 'nextToLookAt')})`}
          onClick={() => evidence.turnToLookAt(1)}
        >
          {evidenceText.summary.next}
        </Link>
      )}
    </section>
  );
}

function progressText(reading: EvidenceWork['reading']): string | null {
  switch (reading.kind) {
    case 'membaca': {
      const page = Math.min(reading.donePages + 1, reading.totalPages);
      return evidenceText.summary.reading(page, reading.totalPages);
    }
    case 'menunggu':
      return evidenceText.summary.waiting;
    case 'selesai':
    case 'terhenti':
      return null;
  }
}
