import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss12Regular, Filter12Filled } from '@fluentui/react-icons';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import type { Batches } from '#renderer/features/workbench/header/use-batches.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { textSizes } from '#renderer/ui/sizes.ts';

/** Beside deadline and route there is no room for the whole sentence. */
const narrow = '@container (max-width: 34em)';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '6px',
    // In a line of its own where even the short form has no room.
    flex: '1 1 auto',
    minWidth: 0,
  },
  link: { fontSize: textSizes.small, whiteSpace: 'nowrap' },
  long: { [narrow]: { display: 'none' } },
  short: { display: 'none', [narrow]: { display: 'inline' } },
  chip: {
    minWidth: 0,
    padding: '0 6px',
    display: 'flex',
    alignItems: 'center',
    gap: '5px',
    fontFamily: 'inherit',
    fontSize: textSizes.small,
    lineHeight: '16px',
    cursor: 'pointer',
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { flexShrink: 0, whiteSpace: 'nowrap' },
  icon: { flexShrink: 0, display: 'flex' },
});

/** Says that the queue holds one batch only, with the way out of it; and that the ASN has more usul. */
export function BatchChips({ batches }: { readonly batches: Batches }) {
  const styles = useStyles();
  const { person, type, whole, toggle } = batches;
  const more = formatCount(person.count - 1);
  const both = person.active && type.active;
  return (
    <span className={styles.root}>
      {whole && !person.active && person.count > 1 && (
        <Link
          as="button"
          className={styles.link}
          aria-label={workbenchText.samePerson(more)}
          title={`${workbenchText.onlyPerson} (${shownKey(caseKeys, 'batchOfPerson')})`}
          onClick={() => toggle('person')}
        >
          <span className={styles.long}>{workbenchText.samePerson(more)}</span>
          <span className={styles.short}>{workbenchText.samePersonShort(more)}</span>
        </Link>
      )}
      {[person, type]
        .filter((batch) => batch.active)
        .map(({ kind, label, short, count }) => (
          <button
            key={kind}
            type="button"
            className={styles.chip}
            title={`${workbenchText.endBatch(label)} (${shownKey(caseKeys, kind === 'person' ? 'batchOfPerson' : 'batchOfType')})`}
            onClick={() => toggle(kind)}
          >
            <span className={styles.icon}>
              <Filter12Filled />
            </span>
            <span className={styles.text}>{both ? short : label}</span>
            {whole && <span className={styles.count}>· {formatCount(count)}</span>}
            <span className={styles.icon}>
              <Dismiss12Regular />
            </span>
          </button>
        ))}
    </span>
  );
}
