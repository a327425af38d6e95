import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { caseKeys } from '#renderer/features/workbench/keys.ts';
import type { Batch } from '#renderer/features/workbench/header/batches.ts';
import type { Batches } from '#renderer/features/workbench/header/use-batches.ts';
import type { CaseViews } from '#renderer/features/workbench/use-case-views.ts';
import { workbenchText } from '#renderer/features/workbench/text/workbench.ts';
import { documentKeys } from '#renderer/viewer/document-keys.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';
import { shownKey } from '#renderer/ui/keys/key-group.ts';

const useStyles = makeStyles({
  button: { flexShrink: 0, minWidth: '24px', maxWidth: '24px' },
  popover: { minWidth: '300px' },
});

interface CaseMenuProps {
  readonly batches: Batches;
  readonly views: CaseViews;
  readonly onRecords: () => void;
  readonly onCopyNip: () => void;
}

/** What is done now and then: batches and ways to look, each with its key. */
export function CaseMenu({ batches, views, onRecords, onCopyNip }: CaseMenuProps) {
  const styles = useStyles();
  const { person, type } = batches;
  const checked = [person, type].filter((batch) => batch.active).map((batch) => batch.kind);
  const modes = views.focusMode ? ['focus'] : [];
  return (
    <Menu hasCheckmarks checkedValues={{ batch: checked, mode: modes }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          icon={<MoreHorizontal20Regular />}
          aria-label={workbenchText.more}
          title={workbenchText.more}
        />
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {[person, type].map((batch) => (
            <MenuItemCheckbox
              key={batch.kind}
              name="batch"
              value={batch.kind}
              secondaryContent={shownKey(
                caseKeys,
                batch.kind === 'person' ? 'batchOfPerson' : 'batchOfType',
              )}
              onClick={() => batches.toggle(batch.kind)}
            >
              {batchLabel(batch, batches.whole)}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItemCheckbox
            name="mode"
            value="focus"
            secondaryContent={shownKey(caseKeys, 'focusMode')}
            onClick={views.toggleFocusMode}
          >
            {workbenchText.focusMode}
          </MenuItemCheckbox>
          <MenuItem
            secondaryContent={shownKey(documentKeys, 'fullDocument')}
            onClick={views.toggleFull}
          >
            {workbenchText.fullDocument}
          </MenuItem>
          <MenuItem secondaryContent={shownKey(caseKeys, 'showRecords')} onClick={onRecords}>
            {workbenchText.toRecords}
          </MenuItem>
          <MenuItem secondaryContent={shownKey(caseKeys, 'copyNip')} onClick={onCopyNip}>
            {workbenchText.copyNip}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function batchLabel({ label, count }: Batch, counted: boolean): string {
  return counted ? workbenchText.batch(label, formatCount(count)) : label;
}
