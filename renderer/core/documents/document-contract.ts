import type { ShownError } from '#renderer/core/shown-error.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Reads a document's bytes from this PC; a failure says whether it is still on its way or damaged. */
export type LoadDocument = (sha256: string) => Promise<Result<ArrayBuffer, ShownError>>;
