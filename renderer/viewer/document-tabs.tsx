import { makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  Document16Regular,
  ErrorCircle16Filled,
  Warning16Filled,
} from '@fluentui/react-icons';
import { viewerText } from '#renderer/viewer/viewer-text.ts';
import type { SeenState } from '#renderer/viewer/document/seen-document.ts';
import type { ViewerDocument } from '#renderer/viewer/document/viewer-ports.ts';
import { ChoiceBar } from '#renderer/ui/parts/choice-bar.tsx';

const useStyles = makeStyles({
  root: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  failed: { color: tokens.colorPaletteRedForeground1 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  icons: { display: 'inline-flex', gap: '3px' },
  warned: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

const markWords = {
  baru: viewerText.documentUnseen,
  dilihat: viewerText.documentSeen,
  gagal: viewerText.documentFailed,
} as const;

interface DocumentTabsProps {
  readonly documents: readonly ViewerDocument[];
  readonly current: number;
  readonly markOf: (sha256: string) => SeenState;
  readonly isWarned: (sha256: string) => boolean;
  readonly onSelect: (index: number) => void;
}

/** One choice for each document of the usul. */
export function DocumentTabs(props: DocumentTabsProps) {
  const { documents, current, onSelect } = props;
  const styles = useStyles();
  const choices = documents.map(({ sha256, label, fileName }, index) => {
    const mark = props.markOf(sha256);
    const warned = props.isWarned(sha256);
    const told = [markWords[mark], ...(warned ? [viewerText.documentWarned] : [])].join(', ');
    return {
      id: String(index),
      label,
      hint: `${fileName} (${told})`,
      icon: (
        <span className={styles.icons}>
          <MarkIcon mark={mark} />
          {warned && <Warning16Filled className={styles.warned} />}
        </span>
      ),
    };
  });
  return (
    // A click leaves the focus where the person works.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.root} onMouseDown={(event) => event.preventDefault()}>
      <ChoiceBar
        label={viewerText.documents}
        choices={choices}
        chosen={String(current)}
        onChoose={(id) => onSelect(Number(id))}
      />
    </div>
  );
}

/** The mark as a picture. */
export function MarkIcon({ mark }: { readonly mark: SeenState }) {
  const styles = useStyles();
  switch (mark) {
    case 'baru':
      return <Document16Regular />;
    case 'dilihat':
      return <CheckmarkCircle16Filled className={styles.done} />;
    case 'gagal':
      return <ErrorCircle16Filled className={styles.failed} />;
  }
}
