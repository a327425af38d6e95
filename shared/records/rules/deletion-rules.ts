import { deletionReasonField } from '#shared/records/deletion/deletion-claim.ts';
import {
  deletionFactsOf,
  type DeletionFacts,
  type DeletionLoss,
} from '#shared/records/deletion/deletion-facts.ts';
import { orderOf } from '#shared/records/deletion/record-keys.ts';
import { recordTitle } from '#shared/records/deletion/record-title.ts';
import type { FindingLevel } from '#shared/records/rules/finding.ts';
import type { Rule, RuleContext } from '#shared/records/rules/rule.ts';

/** A deletion for which no reason is given: the verifikator has nothing to judge (domain.md 0.5, 0.6). */
export const deletionReasonGiven: Rule = deletionRule(
  'HAPUS_TANPA_ALASAN',
  'peringatan',
  ({ claim }) => (claim.kind === 'tidak_disebut' ? 'Alasan penghapusan tidak disebut.' : null),
);

/** The person's own records contradict the reason given for a deletion. */
export const deletionReasonHolds: Rule = deletionRule(
  'HAPUS_ALASAN_TERBANTAH',
  'galat',
  ({ claim, claimHolds }) => {
    if (claim.kind !== 'disebut' || claimHolds !== 'tidak') return null;
    return claim.reason === 'ganda'
      ? 'Disebut tercatat ganda, tetapi tidak ada riwayat kembar.'
      : 'Disebut bukan riwayat terakhir, tetapi tidak ada riwayat yang lebih baru.';
  },
);

/**
 * A record on which the career stands, CPNS/PNS, golongan, jabatan or the education at first appointment, would be gone
 * without another one for the same event (domain.md 1.2, 1.3a, 1.6, 1.11).
 */
export const basicRecordStays: Rule = deletionRule(
  'HAPUS_RIWAYAT_POKOK',
  'galat',
  (facts, context) => {
    if (!lacks(facts, 'pokok')) return null;
    const { recordType } = context;
    if (lacks(facts, 'satu_satunya')) {
      return `${recordType.label} ini satu-satunya; sesudah dihapus, dasar karier ASN ini tidak tercatat lagi.`;
    }
    const title = recordTitle(recordType, facts.record);
    return `${recordType.label} ${title} tidak tercatat lagi sesudah dihapus.`;
  },
);

/** The only record of its kind would be gone. */
export const someRecordStays: Rule = deletionRule(
  'HAPUS_SATU_SATUNYA',
  'peringatan',
  (facts, { recordType }) =>
    lacks(facts, 'satu_satunya') && !lacks(facts, 'pokok')
      ? `${recordType.label} ini satu-satunya; sesudah dihapus tidak ada lagi.`
      : null,
);

/** The latest record, what the person is today, would be gone; an earlier one takes its place. */
export const latestRecordStays: Rule = deletionRule(
  'HAPUS_RIWAYAT_TERAKHIR',
  'peringatan',
  (facts, { recordType }) => {
    if (!lacks(facts, 'terakhir')) return null;
    const [next] = facts.remaining.toSorted((a, b) =>
      (orderOf(recordType.id, b) ?? '').localeCompare(orderOf(recordType.id, a) ?? ''),
    );
    return next
      ? `Ini riwayat terakhir; sesudah dihapus, yang terakhir menjadi ${recordTitle(recordType, next)}.`
      : null;
  },
);

/** Every rule about what a deletion claims and takes away. */
export const deletionRules: readonly Rule[] = [
  deletionReasonGiven,
  deletionReasonHolds,
  basicRecordStays,
  someRecordStays,
  latestRecordStays,
];

function lacks({ losses }: DeletionFacts, loss: DeletionLoss): boolean {
  return losses.includes(loss);
}

function deletionRule(
  id: string,
  level: FindingLevel,
  judge: (facts: DeletionFacts, context: RuleContext) => string | null,
): Rule {
  const check: Rule['check'] = (context) => {
    const sentence = judge(deletionFactsOf(context.usul), context);
    return sentence === null ? [] : [{ fields: [deletionReasonField.name], sentence }];
  };
  return { id, level, recordTypes: 'all', kinds: ['hapus'], check };
}
