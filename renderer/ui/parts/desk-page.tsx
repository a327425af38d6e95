import type { ReactNode } from 'react';
import { Card, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  page: {
    height: '100vh',
    boxSizing: 'border-box',
    display: 'grid',
    justifyItems: 'center',
    alignContent: 'safe center',
    padding: '16px',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: {
    boxSizing: 'border-box',
    width: '420px',
    maxWidth: 'calc(100vw - 32px)',
    // What a low window does not hold is scrolled to: a card would cut it off.
    minHeight: 'min-content',
    padding: '32px',
    gap: '16px',
    '@media (max-height: 640px)': { padding: '16px 32px', gap: '8px' },
  },
  head: { display: 'flex', flexDirection: 'column', gap: '4px' },
  over: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  title: {
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-height: 640px)': {
      fontSize: tokens.fontSizeBase500,
      lineHeight: tokens.lineHeightBase500,
    },
  },
  foot: {
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
});

interface DeskPageProps {
  /** A word above the title. */
  readonly over?: string;
  readonly title: string;
  readonly subtitle: string;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}

/** The page before the desk: one card in the middle, used to sign in and to unlock. */
export function DeskPage({ over, title, subtitle, children, foot }: DeskPageProps) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <Card className={styles.card}>
        <div className={styles.head}>
          {over !== undefined && <Text className={styles.over}>{over}</Text>}
          <Title2 as="h1" className={styles.title}>
            {title}
          </Title2>
          <Text>{subtitle}</Text>
        </div>
        {children}
        <div className={styles.foot}>{foot}</div>
      </Card>
    </main>
  );
}
