import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { GuidePicture } from '#renderer/features/guide/guide-picture.tsx';
import { guideSteps, type GuideStep } from '#renderer/features/guide/guide-steps.ts';
import type { Guide } from '#renderer/features/guide/use-guide.ts';
import { guideStepsOf, guideText } from '#renderer/features/guide/texts.ts';
import { useRole } from '#renderer/frame/role.ts';
import { generalKeys } from '#renderer/frame/general-keys.ts';
import { keyShortcuts, shownKey } from '#renderer/ui/keys/key-group.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { KeyCap } from '#renderer/ui/parts/key-cap.tsx';
import { focusMain } from '#renderer/ui/parts/focus-main.ts';
import { lineHeights, textSizes } from '#renderer/ui/sizes.ts';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    right: '24px',
    bottom: '16px',
    zIndex: 10,
    boxSizing: 'border-box',
    width: '340px',
    maxWidth: 'calc(100% - 32px)',
    padding: '14px 16px 12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    fontSize: textSizes.body,
    lineHeight: lineHeights.body,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
    // Where there is little room it takes less of it.
    '@media (max-height: 640px)': {
      right: '16px',
      bottom: '8px',
      width: '320px',
      padding: '8px 12px',
      gap: '4px',
      fontSize: textSizes.dense,
      lineHeight: lineHeights.dense,
    },
  },
  picture: { '@media (max-height: 640px)': { display: 'none' } },
  step: {
    color: tokens.colorNeutralForeground2,
    fontSize: textSizes.small,
    lineHeight: lineHeights.small,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-height: 640px)': { fontSize: textSizes.body, lineHeight: lineHeights.body },
  },
  /** As high as the longest text: the buttons stay where they are from step to step. */
  body: {
    margin: 0,
    minHeight: `calc(4 * ${lineHeights.body})`,
    '@media (max-height: 640px)': { minHeight: `calc(4 * ${lineHeights.dense})` },
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  skip: { marginRight: 'auto', marginLeft: '-8px', whiteSpace: 'nowrap' },
  narrow: { minWidth: 0, whiteSpace: 'nowrap' },
});

interface GuideCardProps {
  readonly step: GuideStep;
  readonly guide: Pick<Guide, 'tell' | 'end'>;
  /** Without its picture: over a document it takes as little room as it can. */
  readonly brief: boolean;
}

/** One step of the guide: beside the work, never before it; takes no focus, and one key that nothing else has. */
export function GuideCard({ step, guide, brief }: GuideCardProps) {
  const styles = useStyles();
  const at = guideSteps.indexOf(step);
  const last = at === guideSteps.length - 1;
  const { title, body } = guideStepsOf(useRole())[step];
  function skip(): void {
    guide.end();
    focusMain();
  }
  function goOn(): void {
    guide.tell('berikutnya');
    if (last) focusMain();
  }
  useKeys([generalKeys], { turnGuide: goOn });
  return (
    <aside className={styles.root} aria-label={guideText.label} data-testid="panduan">
      {!brief && (
        <div className={styles.picture}>
          <GuidePicture step={step} />
        </div>
      )}
      <span className={styles.step}>{guideText.step(at + 1, guideSteps.length)}</span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.body}>{body}</p>
      <div className={styles.actions}>
        {!last && (
          <Button size="small" appearance="subtle" className={styles.skip} onClick={skip}>
            {guideText.skip}
          </Button>
        )}
        {at > 0 && (
          <Button
            size="small"
            className={styles.narrow}
            style={last ? { marginLeft: 'auto' } : {}}
            onClick={() => guide.tell('sebelumnya')}
          >
            {guideText.back}
          </Button>
        )}
        <Button
          size="small"
          appearance="primary"
          className={styles.narrow}
          aria-keyshortcuts={keyShortcuts(generalKeys, 'turnGuide')}
          onClick={goOn}
        >
          {last ? guideText.done : guideText.next}{' '}
          <KeyCap shown={shownKey(generalKeys, 'turnGuide')} />
        </Button>
      </div>
    </aside>
  );
}
