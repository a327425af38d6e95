import { expect } from 'vitest';
import type { RunningDesk } from '#renderer/core/desk.ts';
import type { EvidenceStore } from '#renderer/core/evidence/evidence-contract.ts';
import type { EvidenceSources } from '#renderer/core/evidence/evidence-sources.ts';
import type { TestPc } from '#tests/support/desk/fake-desk.ts';
import { setUpFakePc } from '#tests/support/desk/fake-pc.ts';
import type { FakeServer } from '#tests/support/desk/fake-server.ts';
import { sampleDocument, sampleUsul } from '#tests/support/desk/sample-usul.ts';
import { until } from '#tests/support/until.ts';

/** A PC with a server that has some usul, each with one document. */
export interface EvidencePc {
  readonly pc: TestPc;
  readonly server: FakeServer;
  /** A window at which the person sits, once every document has come. */
  sit(evidence: EvidenceSources, holdMs?: number): Promise<RunningDesk>;
}

/** SHA-256 of the document of the usul `n`. */
export function shaOf(n: number): string {
  return sampleDocument(`usul ${n}`).sha256;
}

/** Sets the PC up with the usul 1 to `count`. */
export function setUpEvidencePc(count: number): EvidencePc {
  const { pc, server } = setUpFakePc(count);
  return {
    pc,
    server,
    sit: async (evidence, holdMs = 60_000) => {
      const desk = pc.openDesk({ holdMs, evidence });
      await until(() => expect(desk.session.getState().session.kind).not.toBe('memuat'));
      const isLocked = desk.session.getState().session.kind === 'terkunci';
      const entered = isLocked
        ? await desk.session.getState().unlock('benar')
        : await desk.session.getState().signIn('verifikator', 'benar');
      expect(entered).toEqual({ ok: true });
      await documentsAreHere(desk, count);
      return desk;
    },
  };
}

/** Resolves when so many usul have all their documents on the PC. */
export async function documentsAreHere(desk: RunningDesk, count: number): Promise<void> {
  await until(() => {
    const { rows } = desk.inbox.getState();
    expect(rows.filter((row) => row.documentsReady)).toHaveLength(count);
  });
}

/** What the desk shows of its documents. */
export function evidenceOf(desk: RunningDesk): EvidenceStore {
  return desk.evidence.getState();
}

/** Opens the usul `n`. */
export async function openUsul(desk: RunningDesk, n: number): Promise<void> {
  await desk.currentCase.getState().open(sampleUsul(n).id);
}

/** Resolves when all that can be read of the usul `n`, which is open, has been. */
export async function isRead(desk: RunningDesk, n: number): Promise<void> {
  const expected = { usulId: sampleUsul(n).id, reading: { kind: 'selesai' } };
  await until(() => expect(evidenceOf(desk)).toMatchObject(expected));
}
