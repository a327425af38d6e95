import { makeStyles } from '@fluentui/react-components';
import { unseen } from '#renderer/ui/parts/unseen.ts';

const useStyles = makeStyles({ root: unseen });

/** Says what the eye sees anyhow: for a screen reader alone, each time the sentence changes. */
export function LiveRegion({ sentence }: { readonly sentence: string }) {
  const styles = useStyles();
  return <output className={styles.root}>{sentence}</output>;
}
