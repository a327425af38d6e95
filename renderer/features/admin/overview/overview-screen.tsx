import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, Circle20Regular } from '@fluentui/react-icons';
import { overviewText as texts } from '#renderer/features/admin/overview/texts.ts';
import {
  setupSteps,
  waitingThings,
  type SetupStep,
} from '#renderer/features/admin/overview/steps.ts';
import { AdminPage } from '#renderer/features/admin/parts/admin-page.tsx';
import { Retry } from '#renderer/features/admin/parts/admin-list.tsx';
import { adminKeys } from '#renderer/features/admin/parts/keys.ts';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import { useAnswer } from '#renderer/frame/use-answer.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import type { AdminOverview } from '#shared/contract/admin/overview.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  group: {
    margin: '14px 0 4px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  step: { display: 'flex', alignItems: 'center', gap: '8px', padding: '3px 0' },
  done: { color: tokens.colorPaletteGreenForeground1 },
});

/** "Ringkasan": what waits for the admin, what is still to be prepared, and what nobody looks after. */
export function OverviewScreen({ desk: { query: lane } }: ScreenProps) {
  const { value, failure, reload } = useAnswer((signal) => lane.ask('adminOverview', {}, signal));
  useKeys([adminKeys], { reload });
  return (
    <AdminPage
      title={texts.title}
      summary={texts.summary}
      failure={failure}
      scrolls
      actions={
        <Button size="small" onClick={reload}>
          {adminText.reload}
        </Button>
      }
    >
      {value ? (
        <Overview overview={value} />
      ) : failure ? (
        <Retry onRetry={reload} />
      ) : (
        <Waiting label={adminText.loading} tooLong={adminText.slow} />
      )}
    </AdminPage>
  );
}

function Overview({ overview }: { readonly overview: AdminOverview }) {
  const styles = useStyles();
  const waiting = waitingThings(overview);
  return (
    <>
      <h2 className={styles.group}>{texts.waiting}</h2>
      {waiting.length === 0 && <Text>{texts.nothingWaits}</Text>}
      <ul className={styles.list}>
        {waiting.map(({ text, address }) => (
          <li key={address} className={styles.step}>
            <Link href={`#${address}`}>{text}</Link>
          </li>
        ))}
      </ul>
      <h2 className={styles.group}>{texts.setup}</h2>
      <ol className={styles.list}>
        {setupSteps(overview).map((step) => (
          <Step key={step.text} step={step} />
        ))}
      </ol>
      <Gaps overview={overview} />
    </>
  );
}

function Step({ step: { text, isDone, address } }: { readonly step: SetupStep }) {
  const styles = useStyles();
  return (
    <li className={styles.step}>
      {isDone ? (
        <CheckmarkCircle20Regular className={styles.done} aria-label={texts.done} />
      ) : (
        <Circle20Regular aria-label={texts.open} />
      )}
      <Link href={`#${address}`}>{text}</Link>
    </li>
  );
}

/** So many names are shown; there may be hundreds before anybody was appointed. */
const shownNames = 12;

function Gaps({ overview }: { readonly overview: AdminOverview }) {
  const styles = useStyles();
  const { setup, withoutVerifikator, hasApprover, hasHelpdesk } = overview;
  if (setup === null) return null;
  const rest = withoutVerifikator.length - shownNames;
  const isWhole = withoutVerifikator.length === 0 && hasApprover && hasHelpdesk;
  return (
    <>
      <h2 className={styles.group}>{texts.gaps}</h2>
      {isWhole && <Text>{texts.noGaps}</Text>}
      <ul className={styles.list}>
        {!hasApprover && <li>{texts.noApprover}</li>}
        {!hasHelpdesk && <li>{texts.noHelpdesk}</li>}
        {withoutVerifikator.length > 0 && (
          <li>
            {texts.withoutVerifikator(withoutVerifikator.length)}{' '}
            {withoutVerifikator.slice(0, shownNames).join('; ')}
            {rest > 0 && ` ${texts.andMore(rest)}`}
          </li>
        )}
      </ul>
    </>
  );
}
