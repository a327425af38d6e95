import { useState } from 'react';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark16Regular, Warning16Filled } from '@fluentui/react-icons';
import { warningWords } from '#renderer/features/workbench/evidence/warning-words.ts';
import { documentWarningsText } from '#renderer/features/workbench/text/document-warnings.ts';
import { evidenceText } from '#renderer/features/workbench/text/evidence.ts';
import type { DocumentWarning } from '#renderer/core/evidence/evidence-contract.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { findReason } from '#shared/workflow/reasons.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    maxHeight: '30%',
    overflowY: 'auto',
    padding: '4px 10px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorPaletteYellowBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'flex-start', gap: '6px', minWidth: 0 },
  icon: { flexShrink: 0, height: '16px', color: tokens.colorPaletteDarkOrangeForeground1 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  sentence: { fontWeight: tokens.fontWeightSemibold },
  action: { flexShrink: 0, fontSize: 'inherit', lineHeight: 'inherit' },
  taken: { flexShrink: 0, display: 'inline-flex', alignItems: 'center', gap: '3px' },
});

interface DocumentWarningsProps {
  readonly warnings: readonly DocumentWarning[];
  /** The document that was to be uploaded. */
  readonly wanted: string;
  /** Codes of the reasons that the decision has already. */
  readonly reasons: readonly string[];
  /** Null where there is nothing to decide. */
  readonly onTakeReason: ((code: string) => void) | null;
  /** Reads once more what could not be read. */
  readonly onReadAgain: () => void;
}

/** What a person should know about a document before looking; the first of it, the rest on demand. */
export function DocumentWarnings({ warnings, ...line }: DocumentWarningsProps) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const [first, ...rest] = warnings;
  if (!first) return null;
  const shown = all ? warnings : [first];
  return (
    <section className={styles.root} aria-label={documentWarningsText.title}>
      {shown.map((warning, index) => (
        <div key={index} className={styles.line}>
          <WarningLine warning={warning} {...line} />
          {index === 0 && rest.length > 0 && (
            <Link
              as="button"
              className={styles.action}
              aria-expanded={all}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setAll(!all)}
            >
              {all ? evidenceText.warnings.less : evidenceText.warnings.more(rest.length)}
            </Link>
          )}
        </div>
      ))}
    </section>
  );
}

interface WarningLineProps extends Omit<DocumentWarningsProps, 'warnings'> {
  readonly warning: DocumentWarning;
}

function WarningLine(props: WarningLineProps) {
  const { warning, wanted, reasons, onTakeReason, onReadAgain } = props;
  const styles = useStyles();
  const { wrong, advice } = warningWords(warning, wanted);
  const reason = warning.reason === null ? undefined : findReason(warning.reason);
  return (
    <>
      <Warning16Filled className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.sentence}>{wrong}</span>
        {advice !== '' && ` ${documentWarningsText.adviceFor}: ${advice}`}
      </span>
      {mayReadAgain(warning) && (
        <Link
          as="button"
          className={styles.action}
          title={evidenceText.warnings.readAgainHint}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onReadAgain}
        >
          {evidenceText.warnings.readAgain}
        </Link>
      )}
      {reason && onTakeReason && reasons.includes(reason.code) && (
        <span className={styles.taken} title={reason.label}>
          <Checkmark16Regular aria-hidden="true" /> {evidenceText.warnings.taken}
        </span>
      )}
      {reason && onTakeReason && !reasons.includes(reason.code) && (
        <Link
          as="button"
          className={styles.action}
          title={evidenceText.warnings.takeReasonHint(reason.label)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTakeReason(reason.code)}
        >
          {evidenceText.warnings.takeReason}
        </Link>
      )}
    </>
  );
}

/** What failed for the program's sake may go well another time; what is wrong with the file stays so. */
function mayReadAgain({ kind, detail }: DocumentWarning): boolean {
  return kind === 'tidak_dapat_dibaca' && (detail === 'terlalu_lama' || detail === 'gagal');
}
