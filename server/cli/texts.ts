import type { CommandSignature } from '#server/cli/cli-command.ts';

/** Texts of the command line itself; what a command says stands beside it. */
export const cliTexts = {
  help: (commands: readonly CommandSignature[], settings: string) => `Server pusat Meja Verifikator

Cara pakai: npm run server -- PERINTAH [pilihan]

Perintah:
${listOf(commands)}

Pilihan:
  --help     Menampilkan bantuan ini

Pengaturan dari lingkungan (environment):
${settings}
`,
  unknownCommand: (command: string) =>
    `Perintah "${command}" tidak dikenal. Lihat: npm run server -- --help`,
  noArgument: (command: string, argument: string) =>
    `Perintah ${command} perlu ${argument}. Lihat: npm run server -- --help`,
  noCommand: 'Perintah belum disebut. Lihat: npm run server -- --help',
  unknownOption: 'Ada pilihan yang tidak dikenal. Lihat: npm run server -- --help',
  unexpected:
    'Terjadi kesalahan yang tidak terduga. Sampaikan keterangan berikut kepada pengembang:',
} as const;

function listOf(commands: readonly CommandSignature[]): string {
  const calls = commands.map(({ name, argument }) => [name, argument].join(' ').trimEnd());
  const width = Math.max(...calls.map((call) => call.length)) + 2;
  return commands
    .map(({ summary }, index) => `  ${calls[index]!.padEnd(width)}${summary}`)
    .join('\n');
}
