/** Where the screens of the administration are, behind the `#`. */
export const adminAddresses = {
  overview: '/admin',
  accounts: '/admin/akun',
  appointments: '/admin/penunjukan',
  assignment: '/admin/penugasan',
  devices: '/admin/pc',
  held: '/admin/serahan',
  schedule: '/admin/periode',
  imports: '/admin/impor',
  audit: '/admin/jejak',
} as const;
