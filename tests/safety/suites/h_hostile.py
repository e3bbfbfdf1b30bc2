"""H: hostile files: each is refused with words, or opens with findings, within 512 MiB and 10 s, and nothing panics.

    tests/safety/run BINARY H              20,000 findings in a file, 2 MB strings: for a debug build
    tests/safety/run BINARY H --full       a million findings, 100 MB strings: for a release build

Each file is checked, imported into a new portfolio, and written to by an upgrade. The time is the processor's, since the
machine may be loaded; the memory is the most that was ever resident, as the kernel says.
"""

import codecs
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import world as w

MANY = 1_000_000 if w.FULL else 20_000
# In mebibytes, of one string.
LONG = 100 if w.FULL else 2
MEMORY = 512 << 20
SECONDS = 10
# On a loaded machine; after it the command counts as hanging.
HANGING = 60
# A message is for people: one that is longer fails. Of what it says so much is looked at.
HEARD = 1 << 20
LONGEST_MESSAGE = 64 << 10
# More is never of use, and the machine is shared: the kernel refuses it then.
ADDRESS_SPACE = 8 << 30

HEAD = '(\n  format: 1,\n  id: "587d7d09-4123-49fe-9d99-0c382ff0c2a9",\n  rules: "partner-center",\n  partner: (\n    name: "P",\n    role: AdminAgent,\n  ),\n'
RECORD = '(id: "{id}", offer_id: Some("5C9FD4CC-EDCE-44A8-8E91-07DF09744609"), offer_name: "O", quantity: {quantity}, status: Active, billing_cycle: Monthly, channel: ThisPartner)'


def customer(records, name='"C"', id="c", more=""):
    return f'(id: "{id}", company_name: {name}, delegated_admin: All, {more}subscriptions: [\n{records}\n])'


def ron(customers):
    return f"{HEAD}  customers: [\n{customers}\n  ],\n)\n"


def record(id="s", quantity="1"):
    return RECORD.format(id=id, quantity=quantity)


# What is known not to hold, by the file and a part of the complaint: bounds that the program does not have yet.
KNOWN = {
    "long-line.ron": ["it says"],
    "many-duplicates.ron": ["it says", "it takes", "it hangs"],
    "many-negatives.ron": ["it says", "it takes", "it hangs"],
    "many-faults.ron": ["it says", "it takes", "it hangs"],
    "many-in-one.ron": ["it takes", "it hangs"],
    # A million customers of one line each: the memory is that of the customers.
    "many-unknown-fields.ron": ["it takes"],
}


class Case:
    """A hostile file: its name, how it is made, and which statuses `check` may end with."""

    def __init__(self, name, make, statuses=(1,)):
        self.name = name
        self.make = make
        self.statuses = statuses


def text(content, encoding="utf-8"):
    def make(path):
        with open(path, "wb") as file:
            file.write(content.encode(encoding) if isinstance(content, str) else content)

    return make


def stream(parts):
    """Large ones, a piece at a time."""

    def make(path):
        with open(path, "w", encoding="utf-8") as file:
            for part in parts():
                file.write(part)

    return make


def many(line):
    """Customers by the line. A customer of many subscriptions is another matter: each is judged by all the others."""

    def parts():
        yield HEAD + "  customers: [\n"
        for begin in range(0, MANY, 10_000):
            yield "".join(line(number) for number in range(begin, begin + 10_000))
        yield "  ],\n)\n"

    return stream(parts)


def long_string():
    yield HEAD + '  customers: [\n    (id: "c", company_name: "'
    for _ in range(LONG):
        yield "x" * (1 << 20)
    yield '", delegated_admin: All, subscriptions: []),\n  ],\n)\n'


def sparse(size, beginning=b""):
    def make(path):
        with open(path, "wb") as file:
            file.write(beginning)
            file.truncate(size)

    return make


def link_loop(path):
    os.symlink(os.path.basename(path) + "-b", path)
    os.symlink(os.path.basename(path), path + "-b")


def to(target):
    return lambda path: os.symlink(target, path)


def xlsx(sheet, rows):
    """A workbook whose one sheet is made of parts."""

    def make(path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "[Content_Types].xml",
                '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
                '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
            )
            archive.writestr(
                "_rels/.rels",
                '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            )
            archive.writestr(
                "xl/_rels/workbook.xml.rels",
                '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            )
            archive.writestr(
                "xl/workbook.xml",
                '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
            )
            with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as out:
                out.write(
                    b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
                )
                for part in rows():
                    out.write(part)
                out.write(b"</sheetData></worksheet>")

    return make


def far_cell():
    yield b'<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
    yield b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def inflating():
    """300 MB of one cell's text."""
    yield b'<row r="1"><c r="A1" t="inlineStr"><is><t>'
    for _ in range(300):
        yield b"A" * (1 << 20)
    yield b"</t></is></c></row>"


def cases():
    opens = (0,)
    either = (0, 1)
    yield Case("empty.ron", text(b""))
    yield Case("blank.ron", text(" \n\t\n"))
    yield Case("only-a-mark.ron", text(codecs.BOM_UTF8))
    yield Case("zeros.ron", text(bytes(4096)))
    yield Case("noise.ron", text(random.Random(1).randbytes(100_000)))
    yield Case("trailing-garbage.ron", text(ron(customer(record())) + "garbage)]}"))
    yield Case("twice.ron", text(ron(customer(record())) * 2))
    yield Case("cut-off.ron", text(ron(customer(record()))[:-40]))
    for name, opening in (("parentheses", "("), ("brackets", "["), ("options", "Some("), ("braces", "{a:"), ("comments", "/*")):
        yield Case(f"deep-{name}.ron", text(opening * 1_000_000))
        yield Case(f"deep-{name}-within.ron", text(HEAD + "  customers: " + opening * 1_000_000))
        yield Case(f"deep-{name}-unknown.ron", text(HEAD + "  unknown: " + opening * 1_000_000))
    closed = "[" * 100_000 + "]" * 100_000
    yield Case("deep-closed.ron", text(HEAD + f"  unknown: {closed},\n  customers: [],\n)\n"), either)
    yield Case("long-string.ron", stream(long_string), either)
    yield Case("long-line.ron", text("x" * (LONG << 20)))
    bare = '(id: "{}", company_name: "C", delegated_admin: All, {}subscriptions: []),\n'
    yield Case("many-duplicates.ron", many(lambda _: bare.format("c", "")), either)
    yield Case("many-negatives.ron", many(lambda number: customer(record("s", "-1"), id=number) + ",\n"), either)
    yield Case("many-faults.ron", many(lambda number: '(id: 1, company_name: "C", delegated_admin: None),\n'))
    yield Case("many-unknown-fields.ron", many(lambda number: bare.format(number, "unknown: 1, ")), either)
    yield Case("many-unknown-names.ron", stream(lambda: [HEAD, *(f"  u{n}: 1,\n" for n in range(MANY)), "customers: [],\n)\n"]), either)
    yield Case("many-in-one.ron", text(ron(customer(",\n".join(record(f"s{n}") for n in range(1000 if w.FULL else 200))))), opens)
    for name, number in (
        ("huge", "9" * 400),
        ("beyond-64-bits", "18446744073709551616"),
        ("largest", "9223372036854775807"),
        ("smallest", "-9223372036854775808"),
        ("exponent", "1e400"),
        ("fraction", "1.5"),
        ("nan", "NaN"),
        ("infinity", "inf"),
        ("hexadecimal", "0xFFFFFFFFFFFFFFFFFF"),
        ("negative-zero", "-0"),
    ):
        yield Case(f"number-{name}.ron", text(ron(customer(record(quantity=number)))), either if name in ("largest", "smallest", "negative-zero") else (1,))
    yield Case("huge-format.ron", text(ron(customer(record())).replace("format: 1", "format: " + "9" * 50)))
    yield Case("newer-format.ron", text(ron(customer(record())).replace("format: 1", "format: 2")), either)
    yield Case("impossible-date.ron", text(ron(customer(record()[:-1] + ', created: Some("2025-02-30"))'))))
    yield Case("far-date.ron", text(ron(customer(record()[:-1] + ', created: Some("+262142-12-31"))'))), either)
    yield Case("duplicate-ids.ron", text(ron(",\n".join([customer(record() + ",\n" + record())] * 2))), opens)
    yield Case("duplicate-fields.ron", text(ron(customer(record())).replace("format: 1,", "format: 1,\n  format: 1,")))
    yield Case("parent-loop.ron", text(ron(customer(",\n".join(record(a)[:-1] + f', parent_id: Some("{b}"))' for a, b in ("xy", "yx"))))), opens)
    yield Case("control-characters.ron", text(ron(customer(record(), name='"\\u{202e}\\u{0}\\u{1b}[31m\\r\\n"'))), either)
    yield Case("utf-16-le.ron", text(codecs.BOM_UTF16_LE + ron(customer(record())).encode("utf-16-le")), either)
    yield Case("utf-16-be.ron", text(codecs.BOM_UTF16_BE + ron(customer(record())).encode("utf-16-be")), either)
    yield Case("utf-16-unmarked.ron", text(ron(customer(record())), "utf-16-le"))
    yield Case("utf-16-odd.ron", text(codecs.BOM_UTF16_LE + ron(customer(record())).encode("utf-16-le")[:-1]))
    yield Case("utf-16-lone-surrogate.ron", text(codecs.BOM_UTF16_LE + b"\x00\xd8" + "(".encode("utf-16-le")))
    yield Case("utf-32.ron", text(codecs.BOM_UTF32_LE + ron("").encode("utf-32-le")))
    yield Case("invalid-utf-8.ron", text(ron(customer(record(), name='"C@"')).encode().replace(b"@", b"\xff\xfe")))
    yield Case("surrogate-in-utf-8.ron", text(ron(customer(record(), name='"C@"')).encode().replace(b"@", b"\xed\xa0\x80")))
    yield Case("latin-1.ron", text(ron(customer(record(), name='"Café"')), "latin-1"))
    yield Case("line-ends.ron", text(ron(customer(record())).replace("\n", "\r\n")), opens)
    yield Case("sparse-1-gib.ron", sparse(1 << 30))
    yield Case("sparse-behind-text.ron", sparse(1 << 30, ron(customer(record())).encode() + b"//"))
    yield Case("sparse-utf-16.ron", sparse(1 << 30, codecs.BOM_UTF16_LE))
    yield Case("sparse.csv", sparse(1 << 30, b"id,name\n"))
    yield Case("sparse-more.ron", sparse((1 << 30) + 1))
    yield Case("sparse-1-tib.ron", sparse(1 << 40))
    yield Case("pipe.ron", os.mkfifo)
    yield Case("folder.ron", os.mkdir)
    yield Case("link-loop.ron", link_loop)
    yield Case("link-to-nothing.ron", to("nothing"))
    yield Case("link-to-itself.ron", lambda path: os.symlink(os.path.basename(path), path))
    for device in ("zero", "null", "full", "random", "stdin", "tty"):
        yield Case(f"device-{device}.ron", to(f"/dev/{device}"))
    for name in ("self/mem", "kcore", "self/environ"):
        yield Case(f"proc-{name.replace('/', '-')}.ron", to(f"/proc/{name}"))
    yield Case("long-name-" + "n" * 300 + ".ron", lambda path: None)
    yield Case(os.fsdecode(b"not-\xff-unicode.ron"), text(ron(customer(record()))), opens)
    # What only import reads; for check it is no portfolio.
    yield Case("deep.json", text('{"customers":' + "[" * 1_000_000))
    yield Case("deep-closed.json", text('{"format":1,"x":' + closed + "}"))
    yield Case("long-string.json", stream(lambda: ['{"format":1,"id":"', *("x" * (1 << 20) for _ in range(LONG)), '"}']))
    yield Case("numbers.json", text('{"format":1,"customers":[{"id":"c","company_name":"C","subscriptions":[{"id":"s","quantity":1e400}]}]}'))
    yield Case("nan.json", text('{"format":NaN}'))
    yield Case("huge-number.json", text('{"format":' + "9" * 10_000_000 + "}"))
    yield Case("duplicate-keys.json", text('{"format":1,"format":2,"format":1}'))
    yield Case("many-items.json", stream(lambda: ['{"format":1,"customers":[', *("{}," for _ in range(MANY)), "{}]}"]))
    yield Case("long-line.csv", text("a," * (16 << 20)))
    yield Case("quotes.csv", text('"' * 10_000_001))
    yield Case("many-columns.csv", text("," * 5_000_000 + "\n1\n"))
    yield Case("far-cell.xlsx", xlsx("S", far_cell))
    yield Case("inflating.xlsx", xlsx("S", inflating))
    yield Case("no-archive.xlsx", text(b"PK\x03\x04" + bytes(1000)))


class Measured:
    """A command with what it took."""

    def __init__(self, world, arguments):
        limits = ("prlimit", f"--as={ADDRESS_SPACE}") if shutil.which("prlimit") else ()
        self.process = world.start(*arguments, wrap=limits, out=subprocess.DEVNULL)
        err = []

        def listen():
            self.said = 0
            while part := self.process.stderr.read1(1 << 20):
                self.said += len(part)
                err.append(part[: HEARD - min(HEARD, self.said - len(part))])

        reader = threading.Thread(target=listen)
        reader.start()
        deadline = time.monotonic() + HANGING
        self.hung = False
        while True:
            pid, status, usage = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline and not self.hung:
                self.hung = True
                self.process.send_signal(signal.SIGKILL)
            time.sleep(0.005)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        reader.join()
        self.process.stderr.close()
        said = b"".join(err).decode("utf-8", "replace")
        self.seconds = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024
        self.done = w.Done(self.process.returncode, "", said, self.seconds)


def main():
    report = w.Report("H", "hostile files")
    random.seed(w.SEED)
    world = w.World()
    world.generate(10)
    most_memory, most_seconds = (0, ""), (0.0, "")
    for case in cases():
        path = os.path.join(world.files, case.name)
        case.make(path)
        new = os.path.join(world.files, "new.ron")
        wrong = []
        upgrade = ["upgrade", path, "--subscription", "s", "--to", "031C9E47-4802-4248-838E-778FB1D2CC05"]
        for arguments in (["check", path], ["import", path, "--into", new], [*upgrade, "--licenses", "5"]):
            report.operations += 1
            ran = Measured(world, arguments)
            name = f"{arguments[0]} {case.name[:40]}"
            most_memory = max(most_memory, (ran.memory, name))
            most_seconds = max(most_seconds, (ran.seconds, name))
            said = f"{arguments[0]}: "
            if ran.hung:
                wrong.append(f"{said}it hangs")
                continue
            wrong += [said + complaint for complaint in w.sensible(ran.done)]
            if arguments[0] == "check" and ran.done.status not in case.statuses:
                wrong.append(f"{said}status {case.statuses} was expected: {str(ran.done)[:300]}")
            if ran.memory > MEMORY:
                wrong.append(f"{said}it takes {ran.memory >> 20} MiB")
            if ran.seconds > SECONDS:
                wrong.append(f"{said}it takes {ran.seconds:.1f} s")
            if ran.said > LONGEST_MESSAGE:
                wrong.append(f"{said}it says {ran.said >> 10} KiB")
        report.states += 1
        excused = [one for one in wrong if any(part in one for part in KNOWN.get(case.name, []))]
        if excused:
            report.known(case.name, "; ".join(excused))
            wrong = [one for one in wrong if one not in excused]
        if wrong:
            report.fail(case.name[:60].encode("utf-8", "replace").decode(), "; ".join(wrong))
        # One at a time, since the large ones are large.
        for left in os.listdir(world.files):
            if left != os.path.basename(world.file):
                there = os.path.join(world.files, left)
                shutil.rmtree(there) if os.path.isdir(there) and not os.path.islink(there) else os.unlink(there)
        shutil.rmtree(world.state, ignore_errors=True)
    world.remove()
    took = f"at most {most_memory[0] >> 20} MiB ({most_memory[1]}) and {most_seconds[0]:.1f} s ({most_seconds[1]})"
    if not report.failures:
        report.ok(f"{report.states} files: {took}")
    report.end(took)


main()
