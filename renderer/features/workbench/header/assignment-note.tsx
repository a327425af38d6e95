import { makeStyles, tokens } from '@fluentui/react-components';
import { assignmentLine } from '#renderer/features/workbench/text/assignment.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import type { ToldAssignment } from '#shared/records/told-assignment.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: '2px 12px',
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** How the usul came to whoever sits here, where there is something to say of it. */
export function AssignmentNote({
  assignment,
}: {
  readonly assignment: ToldAssignment | undefined;
}) {
  const styles = useStyles();
  const line = assignmentLine(assignment);
  if (line === '') return null;
  return (
    <div className={styles.root} title={line}>
      {line}
    </div>
  );
}
