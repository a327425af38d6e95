import { create, isAxiosError, type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { readPart } from '#renderer/workers/sync/http/document-answer.ts';
import { readRefusal } from '#renderer/workers/sync/http/read-refusal.ts';
import type { Answer, CallOptions, ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import {
  isHarmless,
  makeTrustGuard,
  type TrustGuard,
  type TrustServer,
} from '#renderer/workers/sync/http/server-trust.ts';
import { noteWhatIsAsked, signCall } from '#renderer/workers/sync/http/sign-call.ts';
import type { DeviceSigner } from '#renderer/data/keyring/device-signer.ts';
import { apiRoutes, appVersionHeader, type ApiRoute } from '#shared/contract/api.ts';
import { readChangesPage } from '#shared/contract/changes.ts';
import { readCommandResults } from '#shared/contract/commands.ts';
import {
  fillPath,
  readRouteAnswer,
  type AnyRouteInput,
  type RouteName,
} from '#shared/contract/route-call.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/**
 * Where and as what the client calls. `stallMs`: a call without a byte for so long is given up; `leaving`: nobody waits
 * for the answers any more; `signer`: signs as this PC; `trust`: says whether whoever answers is the server that this PC
 * knows.
 */
export interface HttpSettings {
  readonly serverUrl: string;
  readonly appVersion: string;
  readonly stallMs: number;
  readonly leaving?: AbortSignal | undefined;
  readonly signer?: DeviceSigner | undefined;
  readonly trust?: TrustServer | undefined;
}

// The server takes the decisions of a file in one after another before it answers.
const patienceMs: Partial<Record<RouteName, number>> = {
  handover: 300_000,
  handoverOfRevoked: 300_000,
};

/** So many bytes may come from somebody who has not shown who it is. */
const mostOfAnybody = 65_536;

/** What came back, whatever it is. */
interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

interface SendOptions extends CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly onBytes?: (count: number) => void;
}

/** The central server over HTTP. Whatever does not parse as the contract is a fault of the network, not data. */
export function makeAxiosApi(settings: HttpSettings): ServerApi {
  const http = create({
    baseURL: settings.serverUrl,
    headers: { [appVersionHeader]: settings.appVersion },
    // Every status is an answer to look at; a broken body stays text and fails to parse as the contract.
    validateStatus: () => true,
    transitional: { silentJSONParsing: true },
  });
  const send: Send = (route, input, options = {}) =>
    sendGuarded(guard, route, () => sendOver(http, settings, { route, input, options }));
  const guard = makeTrustGuard(settings.trust, async (nonce) =>
    read(await send('identity', { body: { nonce } }), (data) => readRouteAnswer('identity', data)),
  );
  const heard = <T>(answer: Answer<T>): Answer<T> => {
    if (!answer.ok) guard.heard(answer.error);
    return answer;
  };

  return {
    call: async (route, input, options) => {
      const success = apiRoutes[route].answer === 'empty' ? 204 : 200;
      const answer = await send(route, input, options);
      if (answer.ok) await noteWhatIsAsked(settings.signer, route, answer.value.data);
      return heard(read(answer, (data) => readRouteAnswer(route, data), success));
    },
    changes: async (accessToken, query) =>
      heard(read(await send('changes', { query }, { accessToken }), readChangesPage)),
    deliver: async (accessToken, commands) =>
      heard(
        read(await send('commands', { body: { commands } }, { accessToken }), readCommandResults),
      ),
    document: async (accessToken, request, onBytes) => {
      const { sha256, offset, length, size } = request;
      const whole = offset === 0 && length >= size;
      const range = `bytes=${offset}-${Math.min(offset + length, size) - 1}`;
      const options = { accessToken, onBytes, headers: whole ? {} : { range } };
      const answer = await send('document', { params: { sha256 } }, options);
      return heard(answer.ok ? readPart(answer.value, request) : answer);
    },
  };
}

type Send = (
  route: RouteName,
  input: AnyRouteInput,
  options?: SendOptions,
) => Promise<Answer<RawAnswer>>;

/** Sends nothing to whoever is not the server that this PC knows. */
async function sendGuarded(
  guard: TrustGuard,
  route: RouteName,
  send: () => Promise<Answer<RawAnswer>>,
): Promise<Answer<RawAnswer>> {
  const fault = await guard.before(route);
  return fault ? fail(fault) : send();
}

interface Call {
  readonly route: RouteName;
  readonly input: AnyRouteInput;
  readonly options: SendOptions;
}

async function sendOver(
  http: AxiosInstance,
  settings: HttpSettings,
  { route, input, options }: Call,
): Promise<Answer<RawAnswer>> {
  const { signal, onBytes, accessToken } = options;
  const { body, headers: proof } = await signCall(settings.signer, route, input, accessToken);
  const stallMs = patienceMs[route] ?? settings.stallMs;
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), stallMs);
  const ends = [stalled.signal, settings.leaving, signal].filter((one) => one !== undefined);
  try {
    const { status, headers, data } = await http.request<unknown>({
      ...configOf(
        apiRoutes[route],
        { ...input, body },
        {
          ...options,
          headers: { ...options.headers, ...proof },
        },
      ),
      signal: AbortSignal.any(ends),
      ...(isHarmless(route) && { maxContentLength: mostOfAnybody }),
      onDownloadProgress: ({ bytes, loaded }) => {
        // A stranger could go on for ever, byte by byte.
        if (isHarmless(route)) return loaded > mostOfAnybody ? stalled.abort() : undefined;
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

function configOf(
  { method, path, answer }: ApiRoute,
  { params, query, body }: AnyRouteInput,
  { accessToken, headers }: SendOptions,
): AxiosRequestConfig {
  const binary = answer === 'binary';
  return {
    method,
    url: fillPath(path, params),
    params: query,
    data: body,
    headers: {
      accept: binary ? '*/*' : 'application/json',
      ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
      ...headers,
    },
    ...(binary && { responseType: 'arraybuffer' }),
  };
}

function plain(headers: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(headers));
}

function read<T>(
  answer: Answer<RawAnswer>,
  reader: (data: unknown) => T | undefined,
  success = 200,
): Answer<T> {
  if (!answer.ok) return answer;
  const { status, headers, data } = answer.value;
  if (status !== success) return fail(readRefusal(status, headers, data));
  const value = reader(data);
  return value === undefined ? fail({ kind: 'bukan_jawaban' }) : succeed(value);
}
