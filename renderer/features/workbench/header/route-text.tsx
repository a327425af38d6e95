import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRight12Regular } from '@fluentui/react-icons';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { unseen } from '#renderer/ui/parts/unseen.ts';
import type { Usul } from '#shared/records/usul.ts';
import { stagesAhead } from '#shared/workflow/route-ahead.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    whiteSpace: 'nowrap',
  },
  // Whom BKN validates besides is the rarer way, and the longer one.
  longer: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  icon: { display: 'inline-flex' },
  heard: unseen,
});

/** Where the usul goes when it meets the requirements: to BKPSDM, or to BKN's regional office first. */
export function RouteText({ usul }: { readonly usul: Pick<Usul, 'recordType' | 'position'> }) {
  const styles = useStyles();
  const ahead = stagesAhead(usul.recordType, usul.position);
  if (ahead.length === 0 || usul.position.kind !== 'menunggu') return null;
  const names = ahead.map((stage) => workbenchText.routeStages[stage]);
  return (
    <span
      className={mergeClasses(styles.root, ahead.length > 1 && styles.longer)}
      title={workbenchText.route(names)}
    >
      <span className={styles.heard}>{workbenchText.route(names)}</span>
      {names.map((name) => (
        <span key={name} className={styles.root} aria-hidden="true">
          <span className={styles.icon}>
            <ArrowRight12Regular />
          </span>
          {name}
        </span>
      ))}
    </span>
  );
}
