// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/verbs.hpp"

#include <algorithm>
#include <array>

namespace tertib::rules {
namespace {

/// Words that begin as an active verb may (see is_active_verb) and are none. Media, mesin, besar
/// and the like need no entry: no prefix stands before their letters.
constexpr std::array<std::string_view, 69> no_verbs{
    "beranda",    "berani",        "berapa",          "berbagai",   "berdasarkan",
    "berhubung",  "berikut",       "berikutnya",      "berita",     "berkala",
    "berkas",     "berkas-berkas", "berkat",          "berkenaan",  "berlian",
    "bersama",    "bersama-sama",  "bersamaan",       "bersih",     "berupa",
    "melalui",    "melawan",       "melayu",          "member",     "memoar",
    "memorandum", "memori",        "menag",           "menaker",    "menara",
    "mendagri",   "mendikbud",     "mendikbudristek", "mengapa",    "mengenai",
    "menhan",     "menhub",        "menhut",          "menit",      "menjelang",
    "menkes",     "menkeu",        "menko",           "menkominfo", "menkumham",
    "menlu",      "menpan",        "menpora",         "menristek",  "mensesneg",
    "mensos",     "mentah",        "mental",          "mentan",     "menteri",
    "mentor",     "mentoring",     "menurut",         "merah",      "merdeka",
    "merek",      "mereka",        "merger",          "merit",      "meritokrasi",
    "merkuri",    "merpati",       "merupakan",       "mewah"};

/// Real verbs whose prefix has lost its r.
constexpr std::array<std::string_view, 6> irregular{"bekerja",  "bekerjasama", "belajar",
                                                    "beternak", "beserta",     "beperkara"};

struct Nominal {
    std::string_view name;
    std::string_view verb;
};

/// Names of acts and bare stems that stand at the start of steps, with the verb to use.
constexpr std::array<Nominal, 138> nominals{{
    {"analisa", "Menganalisis"},
    {"analisis", "Menganalisis"},
    {"arsip", "Mengarsipkan"},
    {"arsipkan", "Mengarsipkan"},
    {"buat", "Membuat"},
    {"cek", "Memeriksa"},
    {"cetak", "Mencetak"},
    {"dokumentasi", "Mendokumentasikan"},
    {"evaluasi", "Mengevaluasi"},
    {"identifikasi", "Mengidentifikasi"},
    {"input", "Memasukkan"},
    {"inventarisasi", "Menginventarisasi"},
    {"kirim", "Mengirim"},
    {"klarifikasi", "Mengklarifikasi"},
    {"konfirmasi", "Mengonfirmasi"},
    {"konsultasi", "Berkonsultasi"},
    {"koordinasi", "Berkoordinasi"},
    {"koreksi", "Mengoreksi"},
    {"legalisasi", "Melegalisasi"},
    {"mediasi", "Memediasi"},
    {"monitoring", "Memantau"},
    {"otorisasi", "Mengotorisasi"},
    {"pelabelan", "Melabeli"},
    {"pelaksanaan", "Melaksanakan"},
    {"pelaporan", "Melaporkan"},
    {"pelatihan", "Melatih"},
    {"pelayanan", "Melayani"},
    {"pelepasan", "Melepaskan"},
    {"pelimpahan", "Melimpahkan"},
    {"pemanggilan", "Memanggil"},
    {"pemantauan", "Memantau"},
    {"pemaparan", "Memaparkan"},
    {"pemasangan", "Memasang"},
    {"pembagian", "Membagikan"},
    {"pembahasan", "Membahas"},
    {"pembatalan", "Membatalkan"},
    {"pembayaran", "Membayar"},
    {"pembentukan", "Membentuk"},
    {"pemberian", "Memberikan"},
    {"pemberitahuan", "Memberitahukan"},
    {"pembuatan", "Membuat"},
    {"pembubuhan", "Membubuhkan"},
    {"pembukaan", "Membuka"},
    {"pembukuan", "Membukukan"},
    {"pemeliharaan", "Memelihara"},
    {"pemeriksaan", "Memeriksa"},
    {"pemetaan", "Memetakan"},
    {"pemilahan", "Memilah"},
    {"pemilihan", "Memilih"},
    {"pemindahan", "Memindahkan"},
    {"pemindaian", "Memindai"},
    {"pemrosesan", "Memproses"},
    {"pemulangan", "Memulangkan"},
    {"pemutakhiran", "Memutakhirkan"},
    {"penandatanganan", "Menandatangani"},
    {"penanganan", "Menangani"},
    {"penataan", "Menata"},
    {"pencabutan", "Mencabut"},
    {"pencairan", "Mencairkan"},
    {"pencarian", "Mencari"},
    {"pencatatan", "Mencatat"},
    {"pencetakan", "Mencetak"},
    {"pendaftaran", "Mendaftarkan"},
    {"pendampingan", "Mendampingi"},
    {"pendataan", "Mendata"},
    {"pendistribusian", "Mendistribusikan"},
    {"penelaahan", "Menelaah"},
    {"penelitian", "Meneliti"},
    {"penentuan", "Menentukan"},
    {"penerbitan", "Menerbitkan"},
    {"penerimaan", "Menerima"},
    {"penerusan", "Meneruskan"},
    {"penetapan", "Menetapkan"},
    {"pengadaan", "Mengadakan"},
    {"pengajuan", "Mengajukan"},
    {"pengambilan", "Mengambil"},
    {"penganalisisan", "Menganalisis"},
    {"pengantaran", "Mengantar"},
    {"pengarahan", "Mengarahkan"},
    {"pengarsipan", "Mengarsipkan"},
    {"pengawalan", "Mengawal"},
    {"pengawasan", "Mengawasi"},
    {"pengecekan", "Mengecek"},
    {"pengelolaan", "Mengelola"},
    {"pengembalian", "Mengembalikan"},
    {"pengesahan", "Mengesahkan"},
    {"pengetikan", "Mengetik"},
    {"penggandaan", "Menggandakan"},
    {"penghapusan", "Menghapus"},
    {"penghitungan", "Menghitung"},
    {"pengiriman", "Mengirim"},
    {"pengisian", "Mengisi"},
    {"pengolahan", "Mengolah"},
    {"pengukuran", "Mengukur"},
    {"pengumpulan", "Mengumpulkan"},
    {"pengumuman", "Mengumumkan"},
    {"pengunggahan", "Mengunggah"},
    {"pengusulan", "Mengusulkan"},
    {"penilaian", "Menilai"},
    {"peninjauan", "Meninjau"},
    {"penjadwalan", "Menjadwalkan"},
    {"penolakan", "Menolak"},
    {"penomoran", "Memberi nomor"},
    {"penugasan", "Menugaskan"},
    {"penunjukan", "Menunjuk"},
    {"penutupan", "Menutup"},
    {"penyampaian", "Menyampaikan"},
    {"penyelesaian", "Menyelesaikan"},
    {"penyerahan", "Menyerahkan"},
    {"penyiapan", "Menyiapkan"},
    {"penyimpanan", "Menyimpan"},
    {"penyusunan", "Menyusun"},
    {"perbaikan", "Memperbaiki"},
    {"perekaman", "Merekam"},
    {"perencanaan", "Merencanakan"},
    {"periksa", "Memeriksa"},
    {"permintaan", "Meminta"},
    {"permohonan", "Memohon"},
    {"perpanjangan", "Memperpanjang"},
    {"persetujuan", "Menyetujui"},
    {"persiapan", "Menyiapkan"},
    {"pertimbangan", "Mempertimbangkan"},
    {"rapat", "Menyelenggarakan rapat"},
    {"registrasi", "Meregistrasi"},
    {"rekapitulasi", "Merekapitulasi"},
    {"rekomendasi", "Merekomendasikan"},
    {"revisi", "Merevisi"},
    {"seleksi", "Menyeleksi"},
    {"seminar", "Menyelenggarakan seminar"},
    {"serah", "Menyerahkan"},
    {"simpan", "Menyimpan"},
    {"sosialisasi", "Menyosialisasikan"},
    {"survei", "Menyurvei"},
    {"terima", "Menerima"},
    {"tinjauan", "Meninjau"},
    {"validasi", "Memvalidasi"},
    {"verifikasi", "Memverifikasi"},
    {"wawancara", "Mewawancarai"},
}};

/// Whether the letters after "me" are those that the prefix takes before a stem.
bool fits_me(std::string_view rest) {
    const char next = rest[0];
    if (next == 'l' || next == 'r' || next == 'w' || next == 'y' || next == '-') {
        return true;
    }
    return next == 'm' || next == 'n';
}

} // namespace

bool is_active_verb(std::string_view word) {
    if (std::ranges::find(no_verbs, word) != no_verbs.end()) {
        return false;
    }
    if (std::ranges::find(irregular, word) != irregular.end()) {
        return true;
    }
    if (word.size() >= 5 && word.starts_with("me")) {
        return fits_me(word.substr(2));
    }
    return word.size() >= 6 && word.starts_with("ber");
}

std::optional<std::string_view> active_form(std::string_view word) {
    const auto found = std::ranges::find(nominals, word, &Nominal::name);
    return found == nominals.end() ? std::nullopt : std::optional(found->verb);
}

} // namespace tertib::rules
