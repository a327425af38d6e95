/** Common given names of men; any person made from them is invented. */
export const maleNames =
  `Ahmad Agus Andi Arif Bambang Budi Dedi Deni Dwi Eko Fajar Faisal Galih Hadi Hendra Heri Imam Indra Irfan Joko Kurnia Lukman Made Mulyadi Nanang Nur Oki Purwanto Rahmat Rendra Rizki Rudi Samsul Slamet Sugeng Suharto Sutrisno Taufik Teguh Tri Wahyu Wawan Yanto Yoga Yusuf Zainal Aditya Bagus Cahyo Darmawan Edi Firman Gunawan Hasan Iwan Jamal Krisna Maulana Nugroho Prasetyo Ridwan Satria Supriyadi Tono Umar Wijaya Yudi`.split(
    ' ',
  );

/** Common given names of women. */
export const femaleNames =
  `Ani Ayu Cahya Citra Desi Dewi Dian Dwi Endang Erna Eva Fitri Hana Ika Indah Intan Irma Kartika Lestari Lilis Lina Maya Mega Nani Nining Novi Nur Nurul Puspita Putri Rahayu Ratna Rini Rita Sari Siti Sri Sulastri Suryani Tati Tri Tuti Umi Utami Vera Wahyuni Wati Widya Wulan Yani Yuliana Yunita Anisa Aulia Bunga Dinda Elok Farida Gita Hesti Ida Juwita Kusuma Laila Mutiara Nadia`.split(
    ' ',
  );

/** Second names that men carry. */
export const maleSurnames =
  `Setiawan Santoso Wibowo Saputra Kurniawan Hidayat Nugraha Pratama Susanto Hartono Purnomo Gunawan Wijaya Ramadhan Suryanto Kusnadi Haryanto Firmansyah Iskandar Permana Siregar Nasution Simanjuntak Lubis Pane Manurung Ginting Tarigan Situmorang Harahap Maulana Mahendra Syahputra Adiputra Sanjaya Suhendar Rosyid Fauzi Hakim Anwar`.split(
    ' ',
  );

/** Second names that women carry. */
export const femaleSurnames =
  `Lestari Handayani Rahmawati Wulandari Anggraini Susanti Safitri Puspitasari Kusumawati Setyowati Maharani Permatasari Oktaviani Agustina Fitriani Hidayati Nurhayati Purnamasari Astuti Yulianti Kurniasih Rohmah Sulistyowati Mulyani Hasanah Siregar Nasution Simanjuntak Lubis Marlina Salsabila Apriliani Damayanti Novitasari Ningsih`.split(
    ' ',
  );

/** Invented or very common names of places of birth. */
export const birthplaces =
  `Kencana|Tirta Asri|Bandung|Semarang|Surakarta|Malang|Padang|Medan|Palembang|Banjarmasin|Makassar|Denpasar|Kupang|Jember|Cirebon|Tegal|Purwokerto|Madiun|Jambi|Pontianak`.split(
    '|',
  );

/** Streets of the invented regency. */
export const streets =
  `Jalan Melati|Jalan Kenanga|Jalan Cempaka|Jalan Anggrek|Jalan Pahlawan|Jalan Merdeka|Jalan Veteran|Jalan Gajah Mada|Jalan Diponegoro|Jalan Mawar|Gang Rukun|Gang Sejahtera|Perumahan Griya Tirta Blok B|Perumahan Kencana Permai Blok C`.split(
    '|',
  );
