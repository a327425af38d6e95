import type { ReactNode } from 'react';
import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  ChevronLeft20Regular,
  ChevronRight20Regular,
} from '@fluentui/react-icons';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { recordTypes } from '#shared/records/record-types.ts';
import type { Usul } from '#shared/records/usul.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0, margin: '0 -6px' },
  button: { flexShrink: 0, minWidth: '24px', maxWidth: '24px' },
  what: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    flex: '1 1 0',
    minWidth: 0,
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
  },
  badge: { flexShrink: 0 },
  type: {
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  revision: { flexShrink: 0 },
});

/** The way around the queue and out of it. */
export interface CaseNavigation {
  readonly onLeave: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

interface NavigationBarProps {
  readonly usul: Usul;
  readonly navigation: CaseNavigation;
  /** What stands at its end. */
  readonly children?: ReactNode;
}

/** Out, what is proposed, previous and next. */
export function NavigationBar({ usul, navigation, children }: NavigationBarProps) {
  const styles = useStyles();
  const type = recordTypes[usul.recordType].label;
  return (
    <div className={styles.root}>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<ArrowLeft20Regular />}
        aria-label={workbenchText.back}
        title={`${workbenchText.back} (${shownKey(caseKeys, 'leave')})`}
        onClick={navigation.onLeave}
      />
      <div className={styles.what}>
        <Badge
          appearance="filled"
          className={styles.badge}
          color={usul.kind === 'hapus' ? 'danger' : 'brand'}
        >
          {workbenchText.kindSentence[usul.kind]}
        </Badge>
        <span className={styles.type} title={type}>
          {type}
        </span>
        {usul.revision > 1 && (
          <Badge appearance="tint" className={mergeClasses(styles.badge, styles.revision)}>
            {workbenchText.revision(usul.revision)}
          </Badge>
        )}
      </div>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<ChevronLeft20Regular />}
        aria-label={workbenchText.previous}
        title={`${workbenchText.previous} (${shownKey(caseKeys, 'previousCase')})`}
        onClick={navigation.onPrevious}
      />
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={<ChevronRight20Regular />}
        aria-label={workbenchText.next}
        title={`${workbenchText.next} (${shownKey(caseKeys, 'nextCase')})`}
        onClick={navigation.onNext}
      />
      {children}
    </div>
  );
}
