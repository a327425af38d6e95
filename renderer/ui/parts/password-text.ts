/** Words of a field that takes a password. */
export const passwordText = {
  password: 'Kata sandi',
  showPassword: 'Tampilkan kata sandi',
  hidePassword: 'Sembunyikan kata sandi',
  capsLock: 'Caps Lock menyala: huruf terketik besar.',
  passwordMissing: 'Isi kata sandi.',
} as const;
