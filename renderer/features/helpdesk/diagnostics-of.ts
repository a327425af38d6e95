import type { Desk } from '#renderer/core/desk-contract.ts';
import type { Diagnostics } from '#shared/workflow/helpdesk/ticket-commands.ts';

/** How the application stands here: counters and the state of the exchange, nothing of a person or an usul. */
export function diagnosticsOf({
  sync,
  inbox,
  outbox,
  threads,
}: Pick<Desk, 'sync' | 'inbox' | 'outbox' | 'threads'>): Diagnostics {
  const { connection, lastContact, rounds, inboxComplete, notices, progress } = sync.getState();
  const { waiting, refused, unreadable } = outbox.getState();
  return {
    sambungan: connection.kind,
    terakhirTerhubung: lastContact ?? '',
    pertukaran: rounds,
    daftarLengkap: inboxComplete,
    usul: inbox.getState().rows.length,
    dokumen: `${progress.doneDocuments}/${progress.totalDocuments}`,
    menunggu: waiting,
    pesanMenunggu: threads.getState().waiting,
    ditolak: refused,
    takTerbaca: unreadable + notices.unreadable,
    bedaJamMs: notices.clockAheadMs,
    diskHampirPenuh: notices.diskLeftBytes !== null,
    layar: `${globalThis.innerWidth}x${globalThis.innerHeight}`,
    peramban: navigator.userAgent.slice(0, 200),
  };
}
