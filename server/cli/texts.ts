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
  const lines = commands.flatMap(({ name, argument, summary, options = [] }) => [
    { call: [name, argument].join(' ').trimEnd(), summary },
    ...options.map((option) => ({
      call: `  --${option.name} ${option.argument}`,
      summary: option.summary,
    })),
  ]);
  const width = Math.max(...lines.map(({ call }) => call.length)) + 2;
  return lines.map(({ call, summary }) => `  ${call.padEnd(width)}${summary}`).join('\n');
}
