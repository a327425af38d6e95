/** `tersimpan`: a decision was saved; the offer to take it back tells the same. */
export type SaidKind = 'tersimpan';

/** Says a sentence to people who do not see the screen change; `kind` where something else on the screen tells it too. */
export type Announce = (sentence: string, kind?: SaidKind) => void;
