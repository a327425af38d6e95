import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Place, Registry } from '#renderer/desk/registry/registry.ts';
import type { Go } from '#renderer/desk/registry/use-place.ts';
import { appText } from '#renderer/desk/text/app.ts';
import type { Desk } from '#renderer/core/desk-contract.ts';
import { addressOf, type Screen, type ScreenLink } from '#renderer/frame/screen.tsx';
import { chosenTabLook, tabLook } from '#renderer/ui/parts/tab-look.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0, display: 'flex', height: '100%' },
  link: {
    ...tabLook,
    height: '100%',
    // As much above as the line below takes: the words stay in the middle.
    padding: '2px 12px 0',
    ':hover': { color: tokens.colorNeutralForeground1 },
    '@media (max-width: 1099px)': { padding: '2px 8px 0' },
  },
  current: chosenTabLook,
});

interface ScreenLinksProps {
  readonly registry: Pick<Registry, 'screens'>;
  readonly desk: Desk;
  readonly place: Pick<Place, 'screen'>;
  readonly onGo: Go;
}

/** The ways between the screens: those that have a link of their own. */
export function ScreenLinks({ registry, desk, place, onGo }: ScreenLinksProps) {
  const styles = useStyles();
  return (
    <nav className={styles.root} aria-label={appText.navLabel}>
      {registry.screens.map(
        (screen) =>
          screen.link && (
            <Link key={screen.kind} {...{ screen, desk, place, onGo }} link={screen.link} />
          ),
      )}
    </nav>
  );
}

interface LinkProps extends Omit<ScreenLinksProps, 'registry'> {
  readonly screen: Screen;
  readonly link: ScreenLink;
}

function Link({ screen, link, desk, place, onGo }: LinkProps) {
  const styles = useStyles();
  const here = place.screen.kind === screen.kind;
  return (
    <button
      type="button"
      className={mergeClasses(
        styles.link,
        (here || place.screen.under === screen.kind) && styles.current,
      )}
      aria-current={here ? 'page' : undefined}
      onClick={() => onGo(addressOf(screen, {}))}
    >
      {link.icon} {screen.title}
      {link.Badge && <link.Badge desk={desk} />}
    </button>
  );
}
