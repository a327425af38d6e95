import { bridgeCalls, type Bridge, type BridgeCallName } from '#shared/bridge/bridge-contract.ts';
import { isTrustedSender, type SenderFrame } from '#electron/ipc/sender-guard.ts';

/** One function for each call of the bridge; the same signatures as the object in the page. */
export type BridgeHandlers = Bridge;

/** Why a call was refused. */
export type Refusal = 'sender' | 'arguments' | 'answer';

/** Told of every refused call; never of its arguments, which may hold personal data. */
export type RefusalSink = (call: BridgeCallName, refusal: Refusal) => void;

/**
 * Answers one call: the sender must be our own page, the arguments and the answer must be what the contract says.
 *
 * @throws Error naming call and reason only; Electron hands it to the page as the rejection of the call
 */
export async function answerCall(
  call: BridgeCallName,
  handlers: BridgeHandlers,
  frame: SenderFrame | null,
  args: readonly unknown[],
  refused: RefusalSink,
): Promise<unknown> {
  const refuse = (refusal: Refusal): never => {
    refused(call, refusal);
    throw new Error(`bridge call ${call} refused: ${refusal}`);
  };
  if (!isTrustedSender(frame)) refuse('sender');
  const { args: argsSchema, answer: answerSchema } = bridgeCalls[call];
  const parsedArgs = argsSchema.safeParse(args);
  if (!parsedArgs.success) return refuse('arguments');
  // The map ties each handler to its own schema; TypeScript cannot follow that through a union of calls.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by this very call's schema above
  const handler = handlers[call] as (...given: readonly unknown[]) => Promise<unknown>;
  const answer = answerSchema.safeParse(await handler(...parsedArgs.data));
  return answer.success ? answer.data : refuse('answer');
}
