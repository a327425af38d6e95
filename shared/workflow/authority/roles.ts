import type { ActiveStage, UsulPosition } from '#shared/records/usul.ts';

/** Kinds of scope; see `scopeSchema`. */
export type ScopeKind = 'opd' | 'instansi' | 'kanreg' | 'bkn_pusat' | 'employee';

/**
 * What the holder of an appointment does with an usul in his or her queue: decides it, answers the question that was
 * asked about it, or follows it while others act, because he or she must answer for it.
 */
export type QueueTask = 'decide' | 'answer' | 'follow';

type StageTasks = Readonly<Partial<Record<ActiveStage, QueueTask>>>;
/** A settled usul lies in no queue. */
type Queue = Readonly<Record<Exclude<UsulPosition['kind'], 'selesai'>, StageTasks>>;

/** What is done to an usul besides deciding it. */
export type PlainDeed = 'jawab' | 'ajukan_ulang' | 'tarik';

/** All that a role is: whatever else asks what a role may do, asks this. */
export interface RoleDeclaration {
  /** What an appointment of this role may be over (domain.md 4.2). */
  readonly scopes: readonly ScopeKind[];
  /** The stage at which it decides; null: at none. */
  readonly decides: ActiveStage | null;
  /** What else it does, while the usul stands so that it can be done. */
  readonly deeds: readonly PlainDeed[];
  /** What its queue holds, and why (design.md section 6b); null: it has none, and so no feed and no documents. */
  readonly queue: Queue | null;
}

const atEveryStage = (task: QueueTask): StageTasks => ({
  verifikasi: task,
  validasi: task,
  persetujuan: task,
});

/**
 * Every role (design.md section 4, domain.md 4.2). A new one is declared here, named in `roleLabels`, and let into the
 * table of appointments by a migration.
 */
export const roleDeclarations = {
  // Acts for himself or herself; has own usul, not a queue.
  asn: {
    scopes: ['employee'],
    decides: null,
    deeds: ['ajukan_ulang', 'tarik'],
    queue: null,
  },
  // Answers to the ASN of the OPD (or a small instansi without OPD) for every usul until it is settled.
  verifikator: {
    scopes: ['opd', 'instansi'],
    decides: 'verifikasi',
    deeds: [],
    queue: {
      menunggu: { ...atEveryStage('follow'), verifikasi: 'decide' },
      koordinasi: atEveryStage('follow'),
      perbaikan: atEveryStage('follow'),
    },
  },
  // Decides, and answers every question for BKPSDM.
  approver: {
    scopes: ['instansi'],
    decides: 'persetujuan',
    deeds: ['jawab'],
    queue: {
      menunggu: { persetujuan: 'decide' },
      koordinasi: atEveryStage('answer'),
      perbaikan: {},
    },
  },
  // Awaits the answer to his or her own question; what goes back to its ASN comes again through the verifikator.
  validator: {
    scopes: ['kanreg', 'bkn_pusat'],
    decides: 'validasi',
    deeds: [],
    queue: {
      menunggu: { validasi: 'decide' },
      koordinasi: { validasi: 'follow' },
      perbaikan: {},
    },
  },
  // The others ask for what they need while they look at it.
  monitor: {
    scopes: ['opd', 'instansi', 'kanreg', 'bkn_pusat'],
    decides: null,
    deeds: [],
    queue: null,
  },
  admin: { scopes: ['instansi', 'bkn_pusat'], decides: null, deeds: [], queue: null },
  helpdesk: { scopes: ['instansi', 'kanreg', 'bkn_pusat'], decides: null, deeds: [], queue: null },
} as const satisfies Readonly<Record<string, RoleDeclaration>>;

/** What an appointment makes of its holder. */
export type Role = keyof typeof roleDeclarations;

/** Every role, in the order of the declaration. */
export const roles: readonly Role[] = Object.keys(roleDeclarations).filter((name): name is Role =>
  Object.hasOwn(roleDeclarations, name),
);

/** The declaration of a role. */
export function declarationOf(role: Role): RoleDeclaration {
  return roleDeclarations[role];
}
