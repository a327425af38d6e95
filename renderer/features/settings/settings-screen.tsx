import { useEffect, useRef, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { AheadSetting } from '#renderer/features/settings/ahead-setting.tsx';
import { FactorSetting } from '#renderer/features/settings/factor-setting.tsx';
import { LooksSettings } from '#renderer/features/settings/looks-settings.tsx';
import { LockSetting } from '#renderer/features/settings/lock-setting.tsx';
import { PasswordSetting } from '#renderer/features/settings/password-setting.tsx';
import { ResetSettings } from '#renderer/features/settings/reset-settings.tsx';
import { WorkSettings } from '#renderer/features/settings/work-settings.tsx';
import { settingsKeys } from '#renderer/features/settings/keys.ts';
import { settingsText } from '#renderer/features/settings/texts.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';
import { useRole } from '#renderer/frame/role.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { queueRoles } from '#shared/workflow/queues.ts';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', boxSizing: 'border-box', padding: '12px 24px 24px' },
  // Grows with the text, so that what stands in one row stays in one row.
  inner: { maxWidth: `calc(70 * ${textSizes.body})`, margin: '0 auto' },
  back: { marginLeft: '-8px' },
  title: {
    margin: '4px 0 0',
    outline: 'none',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
  group: {
    margin: '16px 0 6px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    fontWeight: tokens.fontWeightSemibold,
  },
  rows: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

/** "Pengaturan": what a person may set for himself on this PC; every change applies at once. */
export function SettingsScreen({ desk, policy, ways, announce }: ScreenProps) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const hasQueue = queueRoles.includes(useRole());
  // Who came by key or menu goes on from here with Tab.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  useKeys([settingsKeys], { leaveSettings: ways.back });
  return (
    <section className={styles.root} aria-label={settingsText.title}>
      <div className={styles.inner}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          className={styles.back}
          title={`${settingsText.backHint} (${shownKey(settingsKeys, 'leaveSettings')})`}
          onClick={ways.back}
        >
          {settingsText.back}
        </Button>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {settingsText.title}
        </h1>
        <p className={styles.intro}>{settingsText.intro}</p>
        <Group title={settingsText.groups.looks}>
          <LooksSettings store={desk.preferences} />
        </Group>
        {hasQueue && (
          <Group title={settingsText.groups.work}>
            <WorkSettings store={desk.preferences} />
            <AheadSetting evidence={desk.evidence} />
          </Group>
        )}
        <Group title={settingsText.groups.safety}>
          <LockSetting store={desk.preferences} longestLockMinutes={policy.lockAfterMinutes} />
          <PasswordSetting passwords={desk.passwords} announce={announce} />
          <FactorSetting query={desk.query} session={desk.session} announce={announce} />
        </Group>
        <Group title={settingsText.groups.reset}>
          <ResetSettings store={desk.preferences} onInbox={ways.toInbox} announce={announce} />
        </Group>
      </div>
    </section>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <h2 className={styles.group}>{title}</h2>
      <div className={styles.rows}>{children}</div>
    </>
  );
}
