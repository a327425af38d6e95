import { mergeDrafts } from '#renderer/data/drafts/draft-merge.ts';
import type { Draft } from '#renderer/data/schema/rows.ts';
import { rebaseDraft } from '#renderer/core/case/draft.ts';
import type { Typed } from '#renderer/core/case/draft-saver.ts';
import type { LoadedCase } from '#renderer/core/case/open-case.ts';

/** What was typed here while an usul was read anew, over what lay on the disk by then. */
export function withTyped(
  { base, mine }: Typed,
  loaded: Omit<LoadedCase, 'hasSaved'>,
  hasSaved: boolean,
): Draft {
  if (base === mine && hasSaved) return loaded.draft;
  const { usul } = loaded;
  const stored = hasSaved ? loaded.draft : undefined;
  return mergeDrafts(rebaseDraft(base, usul), rebaseDraft(mine, usul), stored);
}
