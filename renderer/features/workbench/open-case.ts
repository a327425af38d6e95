import type { CaseState } from '#renderer/state/store-contracts.ts';
import type { FieldVerdict } from '#shared/domain/model/decision.ts';

/** The usul on the desk. */
export type OpenCase = Extract<CaseState, { kind: 'terbuka' }>;

/** Judgement of a field. */
export type Verdict = FieldVerdict['verdict'];
