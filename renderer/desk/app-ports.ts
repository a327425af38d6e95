import type { Desk } from '#renderer/core/desk-contract.ts';
import type { WorkerSource } from '#renderer/pdf/worker-source.ts';
import type { Platform } from '#shared/bridge/platform.ts';

/** Everything that the views stand on. */
export interface AppPorts {
  readonly platform: Pick<Platform, 'log'>;
  readonly desk: Desk;
  readonly workers: WorkerSource;
}
