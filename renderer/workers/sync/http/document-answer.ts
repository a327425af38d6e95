import { readRefusal } from '#renderer/workers/sync/http/read-refusal.ts';
import type { Answer, DocumentPart } from '#renderer/workers/sync/http/server-api.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/**
 * Reads an answer to a request for a document's bytes. 206 must say the range that was asked for; 200 carries the whole
 * file (a proxy may ignore ranges) and must have its size. Anything else is the server's error or not our server.
 */
export function readPart(
  answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly data: unknown;
  },
  request: { readonly size: number; readonly offset: number; readonly length: number },
): Answer<DocumentPart> {
  const bytes = toArrayBuffer(answer.data);
  if (!bytes) return fail({ kind: 'bukan_jawaban' });
  switch (answer.status) {
    case 200:
      return bytes.byteLength === request.size
        ? succeed({ bytes, whole: true })
        : fail({ kind: 'bukan_jawaban' });
    case 206: {
      const end = Math.min(request.offset + request.length, request.size);
      const range = `bytes ${request.offset}-${end - 1}/${request.size}`;
      // Across origins the header may be hidden; the SHA-256 of the whole decides in any case.
      const said = answer.headers['content-range'] ?? range;
      const fits = said === range && bytes.byteLength === end - request.offset;
      return fits ? succeed({ bytes, whole: false }) : fail({ kind: 'bukan_jawaban' });
    }
    default:
      return readError(answer.status, answer.headers, bytes);
  }
}

function readError(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  bytes: ArrayBuffer,
): Answer<never> {
  try {
    return fail(readRefusal(status, headers, JSON.parse(new TextDecoder().decode(bytes))));
  } catch (cause) {
    // Text that is no JSON is what a captive portal sends.
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  return fail({ kind: 'bukan_jawaban' });
}

// The browser gives an ArrayBuffer, Node a Buffer (a view into a larger one).
function toArrayBuffer(data: unknown): ArrayBuffer | undefined {
  if (data instanceof ArrayBuffer) return data;
  return data instanceof Uint8Array ? new Uint8Array(data).buffer : undefined;
}
