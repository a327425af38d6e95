import { shownError, type OtherServer, type ShownError } from '#renderer/core/shown-error.ts';
import type { Fault } from '#renderer/workers/sync/client.ts';
import type { ToldInstead } from '#shared/records/told-assignment.ts';
import type { Usul, UsulPosition } from '#shared/records/usul.ts';
import type { Account } from '#shared/workflow/authority/account.ts';
import { isOwnUsul } from '#shared/workflow/authority/own-usul.ts';
import type { QueueTask } from '#shared/workflow/authority/roles.ts';
import { queueOf } from '#shared/workflow/queues.ts';
import { isHeldByOther, openThread } from '#shared/workflow/threads/thread-rules.ts';
import { fingerprintOf } from '#shared/contract/server-identity.ts';
import { fromBase64Url } from '#renderer/data/sealing/base64.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { barredInstead } from '#shared/workflow/assignment/may-decide.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';

/** Sentences that more than one store says; every other one stands with its store. */
export const sharedSentences = {
  notSignedIn: shownError('belum_masuk', 'Anda belum masuk.', 'Masuk dahulu dengan akun Anda.'),
  workerFailed: shownError(
    'pekerja_rusak',
    'Bagian aplikasi yang menghubungi server tidak dapat dijalankan.',
    'Periksa sambungan jaringan, lalu muat ulang aplikasi. Yang tersimpan di PC ini tetap aman.',
  ),
} as const satisfies Record<string, ShownError>;

/** Why this account can neither decide an usul now nor answer a question about it; null when it can. */
export function whyNotDecidable(usul: Usul, account: Account, now = new Date()): string | null {
  const { position, employee } = usul;
  const task = queueOf(account.role, account.scope, position);
  const own = (task === 'decide' || task === 'answer') && isOwnUsul(account, employee.nip);
  if (own) return 'Usul ini milik Anda sendiri; diputuskan petugas lain dengan wewenang yang sama.';
  if (task === 'decide' && usul.decidedByYou) {
    return 'Anda sudah memutus usul ini pada tahap sebelumnya; tahap ini diputuskan pejabat lain.';
  }
  const instead = task === 'decide' ? barredInstead(usul.actingFor, localDateOf(now)) : undefined;
  if (instead) return insteadBarred(instead);
  const thread = task === 'answer' ? openThread(usul) : undefined;
  if (thread?.holder && isHeldByOther(thread, now)) {
    return `Pertanyaan ini sedang ditangani ${thread.holder.name}.`;
  }
  return notDecidable(position, task);
}

/** That of whoever is stood in for keeps a person from an usul, who may have nothing to do with it. */
function insteadBarred({ name, bar }: ToldInstead): string {
  return bar === 'milik_sendiri'
    ? `Usul ini milik ${name}, yang Anda gantikan; diputuskan petugas lain dengan wewenang yang sama.`
    : `${name}, yang Anda gantikan, sudah memutus usul ini pada tahap sebelumnya; tahap ini diputuskan pejabat lain.`;
}

function notDecidable(position: UsulPosition, task: QueueTask | null): string | null {
  switch (position.kind) {
    case 'menunggu':
      return task === 'decide' ? null : 'Usul ini sedang diperiksa pada tahap lain.';
    case 'koordinasi':
      return task === 'answer' ? null : 'Usul ini menunggu jawaban BKPSDM.';
    case 'perbaikan':
      return 'Usul ini dikembalikan dan menunggu perbaikan dari ASN.';
    case 'selesai':
      return 'Usul ini sudah selesai.';
    default:
      return assertNever(position);
  }
}

/** Somebody else answers in the place of the server that this PC knows. */
function otherServer(key: string | null): OtherServer {
  const shown =
    key === null
      ? 'Server itu tidak menunjukkan kunci.'
      : `Sidik kuncinya: ${fingerprintOf(fromBase64Url(key))}.`;
  return {
    kind: 'server_lain',
    key,
    message: 'Yang menjawab bukan server yang dikenal PC ini; tidak ada yang dikirim kepadanya.',
    action: `Tanyakan kepada admin BKPSDM apakah server memang diganti. ${shown}`,
  };
}

/** A failed call to the server, for people; the server's own words where it gave some. */
export function faultShown(fault: Fault): ShownError {
  switch (fault.kind) {
    case 'tak_terjangkau':
      return {
        kind: 'tak_terjangkau',
        message: 'Server tidak terjangkau.',
        action: 'Periksa sambungan jaringan. Pekerjaan dapat dilanjutkan tanpa jaringan.',
      };
    case 'bukan_jawaban':
      return {
        kind: 'bukan_jawaban',
        message:
          'Jawaban yang diterima bukan dari server pusat. Pekerjaan tetap tersimpan dan dikirim nanti.',
        action: 'Bila memakai Wi-Fi yang meminta masuk, masuklah dahulu lewat peramban.',
      };
    case 'server':
      return fault.error;
    case 'server_lain':
      return otherServer(fault.key);
    case 'penyimpanan':
      return {
        kind: 'penyimpanan_gagal',
        message: 'Data dari server tidak dapat disimpan di PC ini.',
        action: 'Kosongkan ruang disk. Keputusan yang sudah tersimpan tetap aman.',
      };
    default:
      return assertNever(fault);
  }
}
