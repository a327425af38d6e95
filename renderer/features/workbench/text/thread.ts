import { conversationText } from '#renderer/frame/conversation-text.ts';
import { formatCount } from '#renderer/ui/format/amounts.ts';

/** Words of the conversation about a question. */
export const threadText = {
  title: conversationText.label,
  closedTitle: 'Percakapan dengan BKPSDM',
  summary: (count: number) => `${formatCount(count)} pesan`,
  label: 'Pesan',
  placeholder: 'Tulis pesan untuk BKPSDM',
  send: 'Kirim',
  sendHint: 'Kirim pesan; pertanyaan tetap terbuka',
  sendOnly: 'Kirim pesan',
  stored: 'Pesan tersimpan di PC ini dan dikirim begitu ada jaringan.',
  answerHint: 'Simpan sebagai jawaban: pertanyaan selesai dan usul kembali ke yang bertanya',
  heldByYou: 'Anda menangani pertanyaan ini.',
  heldByNobody: 'Belum ada yang menangani.',
  heldBy: (name: string) => `Ditangani ${name}.`,
  takeOn: 'Tangani',
  takeOnHint: 'Pejabat lain melihat bahwa Anda yang menjawab',
  release: 'Lepas',
  releaseHint: 'Pejabat lain dapat menjawab pertanyaan ini',
  taken: 'Anda menangani pertanyaan ini; pejabat lain melihatnya begitu tersambung.',
  released: 'Pertanyaan ini dilepas untuk pejabat lain.',
} as const;
