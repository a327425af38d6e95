/** How much a finding weighs: `galat` contradicts a rule, `peringatan` deserves a second look, `info` is worth knowing. */
export type FindingLevel = 'galat' | 'peringatan' | 'info';

/** What a rule found in an usul: a sentence in Bahasa Indonesia and the fields it concerns. The person still decides. */
export interface Finding {
  readonly ruleId: string;
  readonly level: FindingLevel;
  readonly fields: readonly string[];
  readonly sentence: string;
}
