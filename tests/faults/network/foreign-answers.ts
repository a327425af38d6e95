import type { Answer } from '#tests/faults/network/forward.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { ApiErrorKind } from '#shared/contract/api-error.ts';

/** What a captive portal answers to everything. */
export function portalAnswer(): Answer {
  return html(200, '<html><body>Silakan masuk ke Wi-Fi hotel</body></html>');
}

/** An error that does not come from our server: as a gateway words it, or (`contract`) in the very words of ours. */
export function errorAnswer(status: 401 | 429 | 500, contract: boolean): Answer {
  const more: Readonly<Record<string, string>> = status === 429 ? { 'retry-after': '1' } : {};
  if (!contract) return html(status, `<html><body>${status}</body></html>`, more);
  const kinds: Readonly<Record<401 | 429 | 500, ApiErrorKind>> = {
    401: 'belum_masuk',
    429: 'terlalu_sering',
    500: 'gangguan_server',
  };
  const body = Buffer.from(JSON.stringify({ error: makeApiError(kinds[status]) }));
  return { status, headers: { 'content-type': 'application/json', ...more }, body };
}

function html(status: number, text: string, more: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'text/html', ...more }, body: Buffer.from(text) };
}
