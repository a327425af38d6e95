import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { recordText } from '#renderer/features/workbench/text/record.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { OpenWarning } from '#shared/records/open-warning.ts';

const useStyles = makeStyles({
  root: {
    padding: '4px 12px 4px 15px',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'flex-start', gap: '5px', minWidth: 0 },
  icon: { flexShrink: 0, height: '16px', color: tokens.colorPaletteDarkOrangeForeground1 },
  link: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    textAlign: 'start',
  },
});

interface DocumentProblemsProps {
  /** Of documents: `about` is the SHA-256. */
  readonly warnings: readonly OpenWarning[];
  readonly onShow: (sha256: string) => void;
}

/** What is wrong with the documents, where the fields are looked at too: each leads to its document. */
export function DocumentProblems({ warnings, onShow }: DocumentProblemsProps) {
  const styles = useStyles();
  if (warnings.length === 0) return null;
  return (
    <section aria-label={recordText.documentProblems} className={styles.root}>
      {warnings.map(({ subject, about = '', sentence }) => (
        <div key={`${subject} ${about}`} className={styles.line}>
          <Warning16Filled className={styles.icon} aria-hidden="true" />
          <Link
            as="button"
            className={styles.link}
            title={recordText.showDocument}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onShow(about)}
          >
            {sentence}
          </Link>
        </div>
      ))}
    </section>
  );
}
