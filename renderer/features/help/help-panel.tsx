import { useEffect, useRef, type KeyboardEvent } from 'react';
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  InlineDrawer,
  Link,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { helpText } from '#renderer/features/help/texts.ts';
import type { HelpPage } from '#renderer/frame/screen.tsx';
import type { KeyBinding } from '#renderer/ui/keys/key-group.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    zIndex: 20,
    width: '360px',
    maxWidth: '100%',
    height: 'auto',
    boxShadow: tokens.shadow16,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    paddingBottom: '16px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
  },
  heading: { outline: 'none' },
  paragraph: { margin: 0 },
  title: {
    margin: '0 0 4px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: { margin: 0, paddingLeft: '1.4em', display: 'grid', rowGap: '4px' },
  keys: {
    margin: '0 0 4px',
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: '4px 10px',
    alignItems: 'baseline',
  },
  cell: { margin: 0 },
  problem: { fontWeight: tokens.fontWeightMedium },
  remedy: { margin: '0 0 6px', color: tokens.colorNeutralForeground2 },
});

/** Not modal, and not Fluent's own dialog either: it takes the keys of the screen below only while it has the focus. */
const dialog = { role: 'dialog' } as const;

interface HelpPanelProps {
  /** Of the present screen. */
  readonly title: string;
  readonly page: HelpPage;
  readonly onClose: () => void;
  readonly onAllKeys: () => void;
}

/** What the present screen is for and what to do there, beside it: the screen stays as it is and can be used meanwhile. */
export function HelpPanel({ title, page, onClose, onAllKeys }: HelpPanelProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // Before the keys of the screen below, which leaves with Escape.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  }
  return (
    <InlineDrawer
      open
      position="end"
      {...dialog}
      aria-label={helpText.label(title)}
      className={styles.root}
      onKeyDown={onKeyDown}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ ref: heading, tabIndex: -1, className: styles.heading }}
          action={
            <Button
              appearance="subtle"
              icon={<Dismiss20Regular />}
              aria-label={helpText.close}
              title={helpText.closeHint}
              onClick={onClose}
            />
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody tabIndex={0}>
        <HelpContent page={page} onAllKeys={onAllKeys} />
      </DrawerBody>
    </InlineDrawer>
  );
}

function HelpContent(props: { readonly page: HelpPage; readonly onAllKeys: () => void }) {
  const styles = useStyles();
  const { page, onAllKeys } = props;
  return (
    <div className={styles.body}>
      <p className={styles.paragraph}>{page.purpose}</p>
      <section>
        <h3 className={styles.title}>{helpText.steps}</h3>
        <ol className={styles.steps}>
          {page.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3 className={styles.title}>{helpText.keys}</h3>
        <dl className={styles.keys}>
          {page.keys.map((binding) => (
            <HelpKey key={binding.action} {...binding} />
          ))}
        </dl>
        <Link as="button" onClick={onAllKeys}>
          {helpText.allKeys}
        </Link>
      </section>
      <section>
        <h3 className={styles.title}>{helpText.troubles}</h3>
        <dl className={styles.cell}>
          {page.troubles.map(({ problem, remedy }) => (
            <div key={problem}>
              <dt className={styles.problem}>{problem}</dt>
              <dd className={styles.remedy}>{remedy}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function HelpKey({ shown, label }: Pick<KeyBinding, 'shown' | 'label'>) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.cell}>
        <KeyCap shown={shown} spoken />
      </dt>
      <dd className={styles.cell}>{label}</dd>
    </>
  );
}
