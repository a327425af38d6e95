import { useEffect, useRef, useState } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { auditText as texts } from '#renderer/features/admin/audit/texts.ts';
import { offerBlob } from '#renderer/features/admin/parts/offer-file.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import type { ShownError } from '#renderer/core/shown-error.ts';
import type { RouteAnswer, RouteInput } from '#shared/contract/route-call.ts';
import type { Result } from '#shared/kernel/result.ts';

type Piece = Result<RouteAnswer<'adminExportAudit'>, ShownError>;

interface ExportAuditProps {
  readonly query: QueryDesk;
  /** What is asked for on the screen. */
  readonly asked: RouteInput<'adminExportAudit'>['body'];
  readonly announce: (sentence: string) => void;
}

/** What the screen asks for as one file; its pieces are put together here, and nothing of them is kept. */
export function ExportAudit({ query, asked, announce }: ExportAuditProps) {
  const [rows, setRows] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function run(): Promise<void> {
    const mine = new AbortController();
    stop.current = mine;
    setFailure(null);
    const pieces: string[] = [];
    let count = 0;
    let body: typeof asked | null = asked;
    while (body !== null) {
      setRows(count);
      const piece: Piece = await query.ask('adminExportAudit', { body }, mine.signal);
      if (mine.signal.aborted) return;
      if (!piece.ok) {
        setRows(null);
        return setFailure(`${piece.error.message} ${piece.error.action}`);
      }
      const { text, rows: more, name } = piece.value;
      const next: string | null = piece.value.next;
      pieces.push(text);
      count += more;
      body = next === null ? null : { ...asked, after: next };
      if (next === null) offerBlob(name, new Blob(pieces, { type: 'text/csv;charset=utf-8' }));
    }
    setRows(null);
    announce(texts.exported(count));
  }
  const halt = (): void => {
    stop.current?.abort();
    setRows(null);
  };
  if (rows !== null) {
    return (
      <>
        <output>{texts.exporting(rows)}</output>
        <Button size="small" onClick={halt}>
          {texts.stopExport}
        </Button>
      </>
    );
  }
  return (
    <>
      {failure !== null && <Text role="alert">{failure}</Text>}
      <Button size="small" onClick={() => void run()}>
        {texts.export}
      </Button>
    </>
  );
}
