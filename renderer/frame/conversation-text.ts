/** Words of a conversation. */
export const conversationText = {
  label: 'Percakapan koordinasi',
  you: 'Anda',
  kinds: { tanya: 'Pertanyaan', jawab: 'Jawaban' },
  sending: {
    menunggu: 'Menunggu jaringan',
    mengirim: 'Sedang dikirim',
    terkirim: 'Terkirim',
    ditolak: 'Tidak terkirim',
  },
  sent: 'Terkirim',
} as const;
