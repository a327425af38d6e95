import type { ReactNode } from 'react';
import { makeStyles, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    height: '100%',
    padding: '24px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '40px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  action: { maxWidth: '460px' },
});

interface NoticeProps {
  readonly icon?: ReactNode;
  /** What is the matter. */
  readonly title: string;
  /** What to do next. */
  readonly action?: string | undefined;
  readonly children?: ReactNode;
  readonly role?: 'status' | 'alert';
}

/** Fills an empty place with why it is empty and what to do next. */
export function Notice({ icon, title, action, children, role = 'status' }: NoticeProps) {
  const styles = useStyles();
  return (
    <div className={styles.root} role={role}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <Text weight="semibold" size={400}>
        {title}
      </Text>
      {action && (
        <Text className={styles.action} align="center">
          {action}
        </Text>
      )}
      {children}
    </div>
  );
}
