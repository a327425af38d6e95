import type { ReactNode } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { BatchChips } from '#renderer/features/workbench/header/batch-chips.tsx';
import { CaseMenu } from '#renderer/features/workbench/header/case-menu.tsx';
import { golonganText } from '#renderer/features/workbench/header/golongan-text.ts';
import { RouteText } from '#renderer/features/workbench/header/route-text.tsx';
import { DeadlineText } from '#renderer/features/workbench/header/deadline-text.tsx';
import {
  NavigationBar,
  type CaseNavigation,
} from '#renderer/features/workbench/header/navigation-bar.tsx';
import type { Batches } from '#renderer/features/workbench/header/use-batches.ts';
import type { CaseViews } from '#renderer/features/workbench/use-case-views.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { fullName } from '#shared/records/full-name.ts';
import { employeeKindLabels } from '#shared/records/record-labels.ts';
import type { Usul } from '#shared/records/usul.ts';
import { showNip } from '#shared/records/value-text.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: '3px 12px 5px',
    display: 'flex',
    flexDirection: 'column',
    gap: '1px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    margin: 0,
    minWidth: 0,
    flex: '0 1 auto',
    fontSize: textSizes.title,
    lineHeight: lineHeights.title,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: { display: 'flex', alignItems: 'center', gap: '10px', minWidth: 0, minHeight: '18px' },
  wraps: { flexWrap: 'wrap', rowGap: 0 },
  facts: {
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
  },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  post: { flex: '1 1 0', minWidth: 0 },
  nip: {
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
  },
  copy: { minWidth: '24px', maxWidth: '24px', height: '20px', padding: 0 },
  note: { fontStyle: 'italic' },
});

interface CaseHeaderProps {
  readonly usul: Usul;
  /** That it is one of a sample. */
  readonly sample: ReactNode;
  readonly navigation: CaseNavigation;
  readonly batches: Batches;
  readonly views: CaseViews;
  readonly onCopyNip: () => void;
  readonly onRecords: () => void;
}

/** Who proposes what until when. In the focus mode only that. */
export function CaseHeader(props: CaseHeaderProps) {
  const { usul, navigation, batches, views } = props;
  const styles = useStyles();
  const name = fullName(usul.employee);
  const note = `${workbenchText.asnNote}: ${usul.asnNote}`;
  return (
    <header className={styles.root}>
      <NavigationBar usul={usul} navigation={navigation}>
        <CaseMenu
          batches={batches}
          views={views}
          onRecords={props.onRecords}
          onCopyNip={props.onCopyNip}
        />
      </NavigationBar>
      <div className={styles.line}>
        <h1 className={mergeClasses(styles.name, styles.clip)} title={name}>
          {name}
        </h1>
      </div>
      {!views.focusMode && <IdentityLine usul={usul} onCopyNip={props.onCopyNip} />}
      <div className={mergeClasses(styles.line, styles.facts, styles.wraps)}>
        {props.sample}
        <DeadlineText deadline={usul.deadline} />
        <RouteText usul={usul} />
        <BatchChips batches={batches} />
      </div>
      {usul.asnNote !== '' && (
        <div className={mergeClasses(styles.facts, styles.clip, styles.note)} title={note}>
          {note}
        </div>
      )}
    </header>
  );
}

function IdentityLine({ usul, onCopyNip }: Pick<CaseHeaderProps, 'usul' | 'onCopyNip'>) {
  const styles = useStyles();
  const { employee } = usul;
  const post = [
    employeeKindLabels[employee.kind],
    golonganText(employee.golonganId),
    employee.jabatan,
    usul.unorNama,
  ]
    .filter((text) => text !== '')
    .join(' · ');
  return (
    <div className={mergeClasses(styles.line, styles.facts)}>
      <span className={styles.nip}>
        {showNip(employee.nip)}
        <Button
          size="small"
          appearance="transparent"
          className={styles.copy}
          icon={<Copy16Regular />}
          aria-label={workbenchText.copyNip}
          title={`${workbenchText.copyNip} (${shownKey(caseKeys, 'copyNip')})`}
          onClick={onCopyNip}
        />
      </span>
      <span className={mergeClasses(styles.post, styles.clip)} title={post}>
        {post}
      </span>
    </div>
  );
}
