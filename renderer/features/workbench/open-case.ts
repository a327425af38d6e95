import type { CaseState } from '#renderer/core/case/case-contract.ts';
import type { FieldVerdict } from '#shared/workflow/decision.ts';

/** The usul on the desk. */
export type OpenCase = Extract<CaseState, { kind: 'terbuka' }>;

/** Judgement of a field. */
export type Verdict = FieldVerdict['verdict'];
