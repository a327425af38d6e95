import { useEffect, useRef, useState } from 'react';
import { Button, makeStyles, ProgressBar, Select, Text } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { ImportRows } from '#renderer/features/admin/imports/import-rows.tsx';
import { importsText as texts } from '#renderer/features/admin/imports/texts.ts';
import { AdminPage } from '#renderer/features/admin/parts/admin-page.tsx';
import { offerFile } from '#renderer/features/admin/parts/offer-file.ts';
import { adminText } from '#renderer/features/admin/parts/texts.ts';
import { useAct } from '#renderer/features/admin/parts/use-act.ts';
import { makeImportRun, type ImportRun } from '#renderer/core/admin/import-run.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ScreenProps } from '#renderer/frame/screen.tsx';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import {
  importKindNames,
  type ImportKindId,
  type ImportState,
} from '#shared/contract/admin/imports.ts';

const useStyles = makeStyles({
  told: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '0 16px 8px',
  },
  file: { display: 'none' },
});

const busyPhases: readonly ImportState['phase'][] = ['membaca', 'menilai', 'mengambil'];

/** "Impor": a file is sent, every row of it judged, and the good ones taken. */
export function ImportsScreen({ desk: { query: lane }, announce }: ScreenProps) {
  const [store] = useState(() => makeImportRun(lane));
  useEffect(() => () => store.getState().leave(), [store]);
  const run = useStore(store);
  const { state, failure, sent } = run;
  const act = useAct();
  const phase = state?.phase;
  useEffect(() => {
    if (phase === 'selesai') announce(texts.done);
  }, [phase, announce]);
  const fault = state?.fault ? { kind: 'berkas', ...texts.fault(state.fault) } : null;
  const isBusy = sent !== null || (phase !== undefined && busyPhases.includes(phase));
  return (
    <AdminPage
      title={texts.title}
      summary={texts.summary}
      failure={failure ?? act.failure ?? fault}
      bar={<FileChoice isBusy={isBusy} onChoose={run.send} />}
      actions={<Steps {...{ run, isBusy, act, query: lane }} />}
    >
      <Told run={run} />
      {state && !isBusy && phase !== 'gagal' ? (
        // Another file, or another step, begins the list anew.
        <ImportRows key={`${state.id} ${state.phase}`} query={lane} id={state.id} />
      ) : (
        <Notice title={isBusy ? '' : texts.start.title} action={isBusy ? '' : texts.start.action} />
      )}
    </AdminPage>
  );
}

interface FileChoiceProps {
  readonly isBusy: boolean;
  readonly onChoose: (kind: ImportKindId, file: Blob) => Promise<void>;
}

function FileChoice({ isBusy, onChoose }: FileChoiceProps) {
  const styles = useStyles();
  const [kind, setKind] = useState<ImportKindId>('opd');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Select
        size="small"
        aria-label={texts.kind}
        value={kind}
        onChange={(_, data) => setKind(importKindNames.find((name) => name === data.value) ?? kind)}
      >
        {importKindNames.map((name) => (
          <option key={name} value={name}>
            {texts.kinds[name]}
          </option>
        ))}
      </Select>
      <input
        ref={input}
        type="file"
        className={styles.file}
        aria-label={texts.choose}
        accept=".csv,.xlsx,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void onChoose(kind, file);
          // The same file again is another choice.
          event.target.value = '';
        }}
      />
      <Button size="small" disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {texts.choose}
      </Button>
    </>
  );
}

interface StepsProps {
  readonly run: ImportRun;
  readonly isBusy: boolean;
  readonly act: ReturnType<typeof useAct>;
  readonly query: QueryDesk;
}

/** What can be done with the file now. */
function Steps({ run, isBusy, act, query }: StepsProps) {
  const { state } = run;
  if (!state) return null;
  const { id, phase, counts } = state;
  const good = counts.baru + counts.berubah;
  const canTake = phase === 'dinilai' || phase === 'dihentikan';
  return (
    <>
      {run.failure && (
        <Button size="small" onClick={() => void run.look()}>
          {adminText.reload}
        </Button>
      )}
      {isBusy && (
        <Button size="small" onClick={() => void run.stop()}>
          {texts.stop}
        </Button>
      )}
      {!isBusy && counts.ditolak > 0 && phase !== 'gagal' && (
        <Button
          size="small"
          disabledFocusable={act.busy}
          onClick={() =>
            act.run(
              () => query.ask('adminImportRejected', { query: { id } }),
              ({ name, bytes, mediaType }) => offerFile(name, bytes, mediaType),
            )
          }
        >
          {texts.rejected}
        </Button>
      )}
      {canTake && (
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={good === 0}
          onClick={() => void run.take()}
        >
          {good === 0 ? texts.takeNothing : texts.take(good)}
        </Button>
      )}
    </>
  );
}

/** How far it came, in words and as a bar. */
function Told({ run: { sent, state } }: { readonly run: ImportRun }) {
  const styles = useStyles();
  if (sent !== null) {
    const text = texts.sending(Math.floor(sent * 100));
    return (
      <output className={styles.told}>
        <Text>{text}</Text>
        <ProgressBar value={sent} aria-label={text} />
      </output>
    );
  }
  if (!state) return null;
  const { phase, done, total, secondsLeft, notes } = state;
  const goesOn = phase === 'menilai' || phase === 'mengambil';
  return (
    <output className={styles.told}>
      <Text>{[texts.phases[phase], ...notes].join(' ')}</Text>
      {goesOn && (
        <>
          <Text>{texts.progress(done, total, secondsLeft)}</Text>
          <ProgressBar
            value={total === 0 ? 0 : done / total}
            aria-label={texts.progress(done, total, secondsLeft)}
          />
        </>
      )}
    </output>
  );
}
