import { roleLabels } from '#shared/workflow/workflow-labels.ts';
import type { Role } from '#shared/workflow/authority/roles.ts';

/** Words of the page for an account whose role has no desk in this application. */
export const noDeskText = {
  title: 'Belum ada meja untuk akun ini',
  why: (role: Role) => `Peran akun ini (${roleLabels[role]}) belum mempunyai meja di aplikasi ini.`,
  desks: 'Meja yang ada:',
  howTo: 'Keluar, lalu masuklah dengan akun yang mempunyai meja.',
} as const;
