import { create, isAxiosError, type AxiosInstance, type AxiosRequestConfig } from 'axios';
import type { z } from 'zod';
import { readPart } from '#renderer/workers/sync/http/document-answer.ts';
import { readRefusal } from '#renderer/workers/sync/http/read-refusal.ts';
import type { Answer, ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import { apiRoutes, appVersionHeader } from '#shared/contract/api.ts';
import { readChangesPage } from '#shared/contract/changes.ts';
import { readCommandResults } from '#shared/contract/commands.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/**
 * Where and as what the client calls. `stallMs`: a call without a byte for so long is given up; `leaving`: nobody waits
 * for the answers any more.
 */
export interface HttpSettings {
  readonly serverUrl: string;
  readonly appVersion: string;
  readonly stallMs: number;
  readonly leaving?: AbortSignal | undefined;
}

// The server takes the decisions of a file in one after another before it answers.
const handoverStallMs = 300_000;

/** What came back, whatever it is. */
interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

/** The central server over HTTP. Whatever does not parse as the contract is a fault of the network, not data. */
export function makeAxiosApi(settings: HttpSettings): ServerApi {
  const http = create({
    baseURL: settings.serverUrl,
    headers: { [appVersionHeader]: settings.appVersion, accept: 'application/json' },
    // Every status is an answer to look at; a broken body stays text and fails to parse as the contract.
    validateStatus: () => true,
    transitional: { silentJSONParsing: true },
  });
  const call = (config: AxiosRequestConfig, onBytes?: (count: number) => void) =>
    send(http, settings, config, onBytes);

  const callLong = (config: AxiosRequestConfig) =>
    send(http, { ...settings, stallMs: handoverStallMs }, config);

  return {
    health: async () => {
      const answer = await call({ url: apiRoutes.health.path });
      const parsed = parse(answer, apiRoutes.health.answer);
      return parsed.ok ? succeed(undefined) : parsed;
    },
    signIn: async (data) =>
      parse(await call({ ...route(apiRoutes.signIn), data }), apiRoutes.signIn.answer),
    refresh: async (data) =>
      parse(await call({ ...route(apiRoutes.refresh), data }), apiRoutes.refresh.answer),
    signOut: async (accessToken) => {
      const answer = await call({ ...route(apiRoutes.signOut), headers: bearer(accessToken) });
      if (!answer.ok) return answer;
      return answer.value.status === 204 ? succeed(undefined) : refusal(answer.value);
    },
    changes: async (accessToken, params) => {
      const headers = bearer(accessToken);
      const answer = await call({ ...route(apiRoutes.changes), headers, params });
      return read(answer, readChangesPage);
    },
    deliver: async (accessToken, commands) => {
      const headers = bearer(accessToken);
      const answer = await call({ ...route(apiRoutes.commands), headers, data: { commands } });
      return read(answer, readCommandResults);
    },
    passOn: async (accessToken, data) => {
      const { handover } = apiRoutes;
      const headers = bearer(accessToken);
      return parse(await callLong({ ...route(handover), headers, data }), handover.answer);
    },
    handOver: async (data) => {
      const { handoverOfRevoked } = apiRoutes;
      return parse(await callLong({ ...route(handoverOfRevoked), data }), handoverOfRevoked.answer);
    },
    document: async (accessToken, request, onBytes) => {
      const { sha256, offset, length, size } = request;
      const whole = offset === 0 && length >= size;
      const range = `bytes=${offset}-${Math.min(offset + length, size) - 1}`;
      const headers = { ...bearer(accessToken), accept: '*/*', ...(whole ? {} : { range }) };
      const url = apiRoutes.document.path.replace(':sha256', sha256);
      const answer = await call({ url, headers, responseType: 'arraybuffer' }, onBytes);
      return answer.ok ? readPart(answer.value, request) : answer;
    },
  };
}

async function send(
  http: AxiosInstance,
  { stallMs, leaving }: HttpSettings,
  config: AxiosRequestConfig,
  onBytes?: (count: number) => void,
): Promise<Answer<RawAnswer>> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), stallMs);
  try {
    const { status, headers, data } = await http.request<unknown>({
      ...config,
      signal: leaving ? AbortSignal.any([stalled.signal, leaving]) : stalled.signal,
      onDownloadProgress: ({ bytes }) => {
        clearTimeout(timer);
        timer = setTimeout(() => stalled.abort(), stallMs);
        onBytes?.(bytes);
      },
    });
    return succeed({ status, headers: plain(headers), data });
  } catch (cause) {
    if (!isAxiosError(cause)) throw cause;
    return fail({ kind: 'tak_terjangkau' });
  } finally {
    clearTimeout(timer);
  }
}

function plain(headers: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(headers));
}

function parse<T>(answer: Answer<RawAnswer>, schema: z.ZodType<T>): Answer<T> {
  return read(answer, (data) => schema.safeParse(data).data);
}

function read<T>(answer: Answer<RawAnswer>, reader: (data: unknown) => T | undefined): Answer<T> {
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return refusal(answer.value);
  const value = reader(answer.value.data);
  return value === undefined ? fail({ kind: 'bukan_jawaban' }) : succeed(value);
}

function refusal({ status, headers, data }: RawAnswer): Answer<never> {
  return fail(readRefusal(status, headers, data));
}

function route({ method, path }: { readonly method: string; readonly path: string }) {
  return { method, url: path };
}

function bearer(accessToken: string): Record<string, string> {
  return { authorization: `Bearer ${accessToken}` };
}
