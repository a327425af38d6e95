/** What the server asks of a PC before an account may use it. */
export interface EnrolmentPolicy {
  /**
   * When an account's next PC waits until an admin approves it: never; once one of its PCs was revoked (else its person
   * would only take a new id); always.
   */
  readonly approval: 'automatic' | 'after-revocation' | 'always';
  /** Whether every PC must have a key; until then older applications, which have none, go on. */
  readonly keyRequired: boolean;
}

/** What is known of an account that signs in on a PC. */
export interface EnrolmentQuestion {
  readonly policy: EnrolmentPolicy;
  /** How the account stands with this PC; null: it was never here. */
  readonly standing: 'berlaku' | 'menunggu' | 'ditolak' | null;
  /** Whether another PC of this account was revoked. */
  readonly hadOneRevoked: boolean;
  /** Whether the PC has a key that was enrolled. */
  readonly hasKeys: boolean;
  /** The key that the caller proved to hold: one of the PC's, another one, none. */
  readonly proof: 'fits' | 'other' | 'none';
}

/**
 * What becomes of a sign-in. `menunggu`: for an admin to approve; `ditolak`: an admin has refused; `pc_lain`: the PC is
 * somebody else's; `perlu_kunci`: an application without a key is not enough here.
 */
export type EnrolmentAnswer = 'masuk' | 'menunggu' | 'ditolak' | 'pc_lain' | 'perlu_kunci';

/** Whether an account may use a PC. Its password was right; whether the PC itself was revoked is asked before. */
export function enrolmentAnswer(question: EnrolmentQuestion): EnrolmentAnswer {
  const { policy, standing, hadOneRevoked, hasKeys, proof } = question;
  const waits =
    policy.approval === 'always' || (policy.approval === 'after-revocation' && hadOneRevoked);
  if (policy.keyRequired && proof === 'none') return 'perlu_kunci';
  if (standing === 'ditolak') return 'ditolak';
  const isThisPc = !hasKeys || proof === 'fits';
  if (standing !== 'berlaku') {
    // A PC that is known takes nobody in who cannot show that he sits at it.
    if (!isThisPc) return proof === 'none' ? 'perlu_kunci' : 'pc_lain';
    return waits ? 'menunggu' : 'masuk';
  }
  if (isThisPc || !waits) return 'masuk';
  // The id of one's other PC is no secret: after a revocation it proves nothing.
  return proof === 'none' ? 'perlu_kunci' : 'menunggu';
}
