/**
 * Words of which passwords are made that everybody tries first: the usual ones of the world, and what is usual in an
 * Indonesian government office. Folded: lower case, letters alone.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  password passwd pass passw word katasandi sandi kata rahasia kunci masuk login signin akses admin administrator
  adminadmin operator verifikator verifikasi validator user username pengguna guest tamu root test testing tes coba
  uji demo default ganti gantisandi diganti ubah baru lama sementara welcome selamat datang hello halo hai letmein
  master super superuser server komputer computer laptop internet wifi google facebook instagram whatsapp gmail
  yahoo office windows microsoft apple samsung qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx qwe asd zxc abc abcd xyz
  iloveyou love lovely loveyou baby babygirl angel princess queen king prince sunshine flower rainbow butterfly
  dragon monkey tiger lion eagle shadow freedom whatever trustno hunter ranger soccer football baseball basketball
  hockey batman superman spiderman starwars pokemon naruto doraemon minecraft michael jordan daniel thomas jessica
  ashley charlie jennifer michelle andrew joshua matthew robert david anthony nicole secret summer winter spring
  autumn money lucky happy smile star moon bismillah bismillahirrahmanirrahim alhamdulillah assalamualaikum
  subhanallah insyaallah masyaallah astaghfirullah allah allahuakbar muhammad ahmad islam muslim quran ramadhan
  ramadan lebaran idulfitri yesus tuhan yesusku haleluya puji syukur amin berkah barokah sholat doa surga sayang
  sayangku sayangkamu cinta cintaku kasih rindu kangen kamu aku saya dia kita kami ku mu nya selamanya selalu mama
  papa ibu ayah bapak bunda mami papi anak anakku kakak adik istri suami istriku suamiku keluarga keluargaku sahabat
  teman bahagia sukses semangat sehat pintar cantik ganteng manis lucu imut terimakasih terima makasih pagi siang
  sore malam indonesia indonesiaku nusantara merdeka garuda pancasila bhinneka merah putih merahputih negara
  republik jakarta bandung surabaya semarang yogyakarta jogja medan makassar palembang denpasar bali jawa sumatera
  kalimantan sulawesi papua lombok bogor depok bekasi tangerang malang solo padang aceh lampung banjarmasin
  pontianak manado persib persija persebaya arema bobotoh jakmania viking asn pns pppk bkn bkd bkpsdm bkpp siasn
  sapk mysapk sasn simpeg korpri pemda pemkab pemkot pemprov kabupaten kota provinsi dinas badan kantor kantorku
  kepegawaian pegawai kepala bidang bagian umum sekretariat opd kanreg meja januari februari maret april mei juni
  juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu minggu tahun bulan hari
  kucing anjing kelinci mawar melati anggrek matahari bintang langit hujan pelangi kupu naga harimau singa elang
  kuning hijau biru hitam ungu satu dua tiga empat lima enam tujuh delapan sembilan sepuluh one two three four five
  six seven eight nine ten monday tuesday wednesday thursday friday saturday sunday january february march may june
  july august october december the my your you me is and
`
    .trim()
    .split(/\s+/),
);
