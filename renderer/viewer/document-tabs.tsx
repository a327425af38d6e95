import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Document16Regular } from '@fluentui/react-icons';
import { viewerText } from '#renderer/ui/text/viewer.ts';
import type { ViewerDocument } from '#renderer/viewer/document/viewer-ports.ts';

const useStyles = makeStyles({
  root: { overflowX: 'auto', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  done: { color: tokens.colorPaletteGreenForeground1 },
});

interface DocumentTabsProps {
  readonly documents: readonly ViewerDocument[];
  readonly current: number;
  /** Whether every page of the document was seen. */
  readonly isSeen: (sha256: string) => boolean;
  readonly onSelect: (index: number) => void;
}

/** One tab for each document of the usul. */
export function DocumentTabs({ documents, current, isSeen, onSelect }: DocumentTabsProps) {
  const styles = useStyles();
  return (
    <TabList
      size="small"
      className={styles.root}
      aria-label={viewerText.documents}
      selectedValue={current}
      onTabSelect={(_, data) => onSelect(Number(data.value))}
    >
      {documents.map((document, index) => (
        <Tab
          key={document.sha256 + String(index)}
          value={index}
          title={document.fileName}
          icon={isSeen(document.sha256) ? <CheckmarkCircle16Filled className={styles.done} /> : <Document16Regular />}
        >
          {document.label}
        </Tab>
      ))}
    </TabList>
  );
}
