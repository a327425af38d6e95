import { createStore, type StoreApi } from 'zustand/vanilla';
import { watchUsulVersion } from '#renderer/data/repositories/usul.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import type { CasePorts, Seat } from '#renderer/state/case/case-ports.ts';
import { decideCase } from '#renderer/state/case/decide.ts';
import { withPageSeen } from '#renderer/state/case/draft.ts';
import { makeDraftSaver } from '#renderer/state/case/draft-saver.ts';
import { gapsOf, loadCase, type OpenCase } from '#renderer/state/case/open-case.ts';
import { nextInQueue } from '#renderer/state/inbox/inbox-list.ts';
import { decidedHere, leftThisDesk, sentences } from '#renderer/state/sentences.ts';
import type { CaseStore } from '#renderer/state/store-contracts.ts';
import { fieldsToJudge } from '#shared/domain/model/judged-fields.ts';
import { fail, succeed } from '#shared/kernel/result.ts';

/** The store of the usul on the desk, with what the composition needs beside it. */
export interface CaseDesk {
  readonly store: StoreApi<CaseStore>;
  /** Gives the desk to an account, or (null) takes it away. */
  seat(seat: Seat | null): void;
  /** Resolves when everything typed is on the disk. */
  flush(): Promise<void>;
}

/** Builds the desk for one usul. */
export function makeCaseStore(ports: CasePorts): CaseDesk {
  const saver = makeDraftSaver(ports.autosaveMs, ports.onError);
  let seat: Seat | null = null;
  let stopWatching = (): void => {};
  // Counts openings: an answer that belongs to an older one is dropped.
  let opening = 0;
  let deciding = false;

  const store = createStore<CaseStore>()((set, get) => {
    const editDraft = (edit: (draft: Draft, open: OpenCase) => Draft): void => {
      const open = get().current;
      if (!seat || deciding || open.kind !== 'terbuka' || open.readOnlyBecause !== null) return;
      const draft = edit(open.draft, open);
      if (draft === open.draft) return;
      set({ current: { ...open, draft, gaps: gapsOf(open.usul, draft) } });
      saver.later(seat.database, draft);
    };
    return {
      current: { kind: 'tertutup' },
      open: (usulId) => openUsul(usulId),
      close: () => {
        leave();
        set({ current: { kind: 'tertutup' } });
      },
      ...draftActions(editDraft),
      decide: async () => {
        const open = get().current;
        if (!seat || open.kind !== 'terbuka' || deciding) {
          return fail(sentences.tidakAdaUsulTerbuka);
        }
        const nextUsulId = nextInQueue(ports.queue(), open.usul.id);
        const opened = opening;
        deciding = true;
        try {
          await saver.flush();
          const decided = await decideCase(open, seat, ports);
          if (!decided.ok) return decided;
          saver.drop();
          if (opened === opening) set({ current: { ...open, readOnlyBecause: decidedHere.menunggu } });
          ports.onDecided();
          return succeed({ nextUsulId });
        } finally {
          deciding = false;
        }
      },
    };
  });

  function leave(): void {
    opening += 1;
    stopWatching();
    stopWatching = () => {};
    void saver.flush();
  }

  async function openUsul(usulId: string): Promise<void> {
    leave();
    const mine = opening;
    if (!seat) return;
    const { database } = seat;
    store.setState({ current: { kind: 'memuat', usulId } });
    await saver.flush();
    await reload(usulId, mine);
    if (mine !== opening) return;
    stopWatching = watchUsulVersion(database, usulId, (version) => {
      const { current } = store.getState();
      if (mine !== opening || current.kind !== 'terbuka') return;
      if (version === null) {
        store.setState({ current: { ...current, readOnlyBecause: leftThisDesk } });
      } else if (version !== current.usul.version) {
        void saver.flush().then(() => reload(usulId, mine));
      }
    });
  }

  async function reload(usulId: string, mine: number): Promise<void> {
    if (!seat) return;
    const loaded = await loadCase(seat, usulId, ports.now());
    if (mine !== opening) return;
    store.setState({ current: loaded ?? { kind: 'tidak_ada', usulId } });
  }

  return {
    store,
    seat: (next) => {
      leave();
      seat = next;
      store.setState({ current: { kind: 'tertutup' } });
    },
    flush: () => saver.flush(),
  };
}

type DraftActions = Omit<CaseStore, 'current' | 'open' | 'close' | 'decide'>;

function draftActions(
  editDraft: (edit: (draft: Draft, open: OpenCase) => Draft) => void,
): DraftActions {
  return {
    judgeField: (field, verdict, seen) =>
      editDraft((draft) => {
        const { [field]: before, ...others } = draft.verdicts;
        if (verdict === null) return { ...draft, verdicts: others };
        const judged = { field, verdict, seen: seen ?? before?.seen ?? '' };
        return { ...draft, verdicts: { ...others, [field]: judged } };
      }),
    judgeRestAsMatching: () =>
      editDraft((draft, { usul }) => {
        const matching = fieldsToJudge(usul).map(({ name }) => [
          name,
          draft.verdicts[name] ?? { field: name, verdict: 'sesuai' as const, seen: '' },
        ]);
        return { ...draft, verdicts: { ...draft.verdicts, ...Object.fromEntries(matching) } };
      }),
    chooseOutcome: (outcome) => editDraft((draft) => ({ ...draft, outcome })),
    toggleReason: (code) =>
      editDraft((draft) => {
        const chosen = draft.reasons.includes(code);
        const others = draft.reasons.filter((reason) => reason !== code);
        return { ...draft, reasons: chosen ? others : [...others, code] };
      }),
    writeNote: (note) => editDraft((draft) => ({ ...draft, note })),
    documentOpened: (sha256, pageCount) =>
      editDraft((draft) => {
        const known = draft.evidence[sha256];
        if (known?.pageCount === pageCount) return draft;
        const entry = { sha256, pageCount, pagesSeen: known?.pagesSeen ?? [] };
        return { ...draft, evidence: { ...draft.evidence, [sha256]: entry } };
      }),
    documentFailed: (sha256) =>
      editDraft((draft) => {
        const entry = { sha256, pageCount: null, pagesSeen: [] };
        return { ...draft, evidence: { ...draft.evidence, [sha256]: entry } };
      }),
    pageShown: (sha256, page) =>
      editDraft((draft) => {
        const known = draft.evidence[sha256];
        if (!known || known.pagesSeen.includes(page)) return draft;
        const entry = withPageSeen(known, page);
        return { ...draft, evidence: { ...draft.evidence, [sha256]: entry } };
      }),
  };
}
