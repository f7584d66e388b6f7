# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What `tertib plan` reckons and shows; how it shares the command's manners is in test_command."""

import json

from test_command import EXAMPLE, START, answer, pytestmark, run, sop, validate  # noqa: F401


def test_plan_reckons_the_example_and_says_on_what_it_rests():
    plan = answer("plan", EXAMPLE, *START)
    assert plan["main"]["finish"] == "2023-08-11T16:30:00+07:00"
    assert plan["calendar"]["label"] == "id5"
    assert plan["receipt"]["likely"] == "2023-08-11"
    text = run("plan", EXAMPLE, *START).stdout.decode()
    assert "Kalender id5" in text
    assert "Perkiraan selesai: Jumat, 11 Agustus 2023" in text
    for words in ["Mulai paling awal", "Batas waktu", "Kelonggaran", "Jalur kritis", "Bagan waktu",
                  "Beban kerja"]:
        assert words in text, words


def test_plan_takes_a_calendar_as_known_on_a_date_in_a_zone_or_from_a_file(tmp_path):
    start = ["--start", "2023-06-27T13:00"]
    known = {name: answer("plan", EXAMPLE, *start, "--calendar", name)
             for name in ("id5", "id5@2023-06-10", "id5+08")}
    assert known["id5"]["main"]["finish"] == "2023-08-21T16:00:00+07:00"
    assert known["id5@2023-06-10"]["main"]["finish"] == "2023-08-14T16:00:00+07:00"
    assert known["id5+08"]["main"]["finish"] == "2023-08-21T16:00:00+08:00"
    own = tmp_path / "kalender.json"
    own.write_text(json.dumps({
        "schema": "tertib.calendar/1", "name": "kantor", "base": "id5", "facts": [
            {"layer": "unit", "kind": "libur", "first": "2023-08-21", "name": "Hari jadi"}]}))
    later = answer("plan", EXAMPLE, *start, "--calendar", own)
    assert later["main"]["finish"] == "2023-08-22T16:00:00+07:00"
    assert run("plan", EXAMPLE, *start, "--calendar", tmp_path / "tiada.json").returncode == 3
    own.write_text("{}")
    assert run("plan", EXAMPLE, *start, "--calendar", own).returncode == 3


def looped():
    """Step 2 may send the work back to step 1; step 3 counts items; step 4 is open."""
    rows = "".join(f"{number}.\t{uraian}\t\t●\tBerkas\t{waktu}\tSurat\t\n"
                   for number, uraian, waktu in [
                       (1, "Menerima berkas", "1 Jam"), (2, "Memeriksa berkas", "1 Jam"),
                       (3, "Menyalin berkas", "10 Menit per berkas"),
                       (4, "Mengarsipkan berkas", "Sesuai Kebutuhan")])
    document = answer("read", "-", data=sop(rows=rows))
    document["steps"][1].update(kind="decision", outcomes=["Ya", "Tidak"])
    document["flow"] = [{"from": a, "to": b, "outcome": outcome} for a, b, outcome in [
        ("start", "1", None), ("1", "2", None), ("2", "3", "Ya"), ("2", "1", "Tidak"),
        ("3", "4", None), ("4", "end", None)]]
    return json.dumps(document).encode()


def test_plan_takes_outcomes_items_and_rounds():
    start = ["plan", "-", "--start", "2025-05-05T08:00", "--items", 6]
    plan = answer(*start, data=looped())
    validate("plan", plan)
    assert plan["main"]["finish"] == "2025-05-05T11:00:00+07:00"
    assert plan["worst"]["finish"] == "2025-05-05T14:00:00+07:00"
    assert plan["open_steps"] == ["4"]
    assert answer(*start, "--rounds", 0, data=looped())["worst"] == {
        **plan["worst"], **{key: value for key, value in plan["main"].items()}}
    given = answer(*start, "--outcome", "2=Tidak", "--outcome", "2=Ya", data=looped())
    assert given["best"]["finish"] == plan["worst"]["finish"]
    done = run(*start[:-2], data=looped())
    assert done.returncode == 2
    assert "langkah 3 (10 Menit per berkas)" in done.stderr.decode()


def test_plan_shows_loops_open_steps_and_a_chart_by_the_hour():
    text = run("plan", "-", "--start", "2025-05-05T08:00", "--items", "3=6", "--outcome", "2=Tidak",
               data=looped(), COLUMNS="300").stdout.decode()
    assert "2. (2)" in text
    assert "tidak ditetapkan" in text
    assert "Waktu langkah 4 tidak ditetapkan dan tidak ikut dihitung." in text
    chart = text[text.index("Bagan waktu"):text.index("Perkiraan tercepat, utama")].splitlines()
    assert chart[2].split()[:2] == ["08:00", "10:00"]
    assert [line.split()[0] for line in chart[3:] if line] == ["1.", "2.", "1.", "2.", "3.", "4."]
    assert chart[-2].endswith("◆")
