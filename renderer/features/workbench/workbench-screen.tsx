import { Button } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { CaseView } from '#renderer/features/workbench/case-view.tsx';
import type { WorkbenchPorts } from '#renderer/features/workbench/workbench-ports.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import { Waiting } from '#renderer/ui/parts/waiting.tsx';
import { workbenchText } from '#renderer/ui/text/workbench.ts';

/** "Meja Periksa": the data of an usul beside its documents. */
export function WorkbenchScreen({ ports }: { readonly ports: WorkbenchPorts }) {
  const current = useStore(ports.desk.currentCase, (store) => store.current);
  const back = <Button onClick={ports.onLeave}>{workbenchText.toInbox}</Button>;
  switch (current.kind) {
    case 'tertutup':
    case 'memuat':
      return (
        <Waiting label={workbenchText.opening} tooLong={workbenchText.openSlow}>
          {back}
        </Waiting>
      );
    case 'tidak_ada':
      return (
        <Notice
          icon={<DocumentSearchRegular />}
          title={workbenchText.gone}
          action={workbenchText.goneAction}
        >
          {back}
        </Notice>
      );
    case 'terbuka':
      return (
        <CaseView key={`${current.usul.id}/${current.usul.version}`} open={current} ports={ports} />
      );
  }
}
