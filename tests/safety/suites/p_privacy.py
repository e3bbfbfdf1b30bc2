"""P: what the program tells and leaves behind: customers' data only where it belongs, files for their owner alone, no network.

    tests/safety/run BINARY P              all of it; --full is the same

1. A portfolio with a canary word in every name, id, note and tag goes through all commands, those that fail too, and
   through the window. The canary is found in no file but the portfolio's own, its journals, backups and untitled ones, in
   no file's name, and on stderr only where the message is about that record. No message is a panic.
2. Every file and folder that the program makes is its owner's alone (0600, 0700), whatever the umask; a file that was
   there keeps its mode.
3. Commands open no socket at all; the window those to the display and to the desktop's buses, all of this machine.
"""

import json
import os
import random
import re
import shutil
import stat
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import world as w

CANARY = "zqkanarienvogelqz"
SUITES = os.path.dirname(os.path.abspath(__file__))
# Where a portfolio's content is kept, below the program's state folder.
KEPT = re.compile(r"^(portfolios/.*/(journal-\d+|backups/[^/]+|discarded/[^/]+)|untitled/[^/]+)$")


def canary_world():
    """A world whose portfolio says the canary everywhere."""
    world = w.World()
    os.umask(0)
    # Not there yet, so that the program makes it.
    world.environment["XDG_STATE_HOME"] = world.state_home = os.path.join(world.root, "made", "state")
    world.environment["XDG_CONFIG_HOME"] = os.path.join(world.root, "made", "config")
    world.environment["TMPDIR"] = os.path.join(world.root, "made", "tmp")
    world.environment["RUST_BACKTRACE"] = "1"
    os.makedirs(world.environment["TMPDIR"], mode=0o700)
    world.generate(40)
    portfolio = world.portfolio
    ids = {}

    def of(text):
        return f"{CANARY} {text}"

    for customer in portfolio["customers"]:
        customer["company_name"] = of(customer["company_name"])
        customer["id"] = f"{CANARY}-{customer['id']}"
        customer["domain"] = f"{CANARY}.partner.onmschina.cn"
        customer["notes"] = of("notes")
        customer["tags"] = [of("tag")]
        for record in customer.get("subscriptions", []):
            ids[record["id"]] = f"{CANARY}-{record['id']}"
        for record in customer.get("subscriptions", []):
            record["id"] = ids[record["id"]]
            record["friendly_name"] = of("subscription")
            for key in ("parent_id", "upgraded_to"):
                if key in record:
                    record[key] = ids.get(record[key], f"{CANARY}-{record[key]}")
    portfolio["partner"]["name"] = of("partner")
    source = os.path.join(world.root, "sources", "whole.json")
    with open(source, "w", encoding="utf-8") as file:
        json.dump(portfolio, file)
    os.unlink(world.file)
    return world, source


def commands(world, source):
    """Every command, well and badly called: arguments, the status expected, and whether stderr may be about a record."""
    file = world.file
    yield ["import", source, "--into", file], 0, True
    world.learn()
    upgrades = list(world.upgrades())
    bad = os.path.join(world.root, "sources", "bad.json")
    with open(bad, "w", encoding="utf-8") as out:
        out.write(json.dumps(world.portfolio)[:-200])
    garbage = os.path.join(world.root, "sources", "garbage.ron")
    with open(file, "rb") as read, open(garbage, "wb") as out:
        out.write(read.read()[:20_000])
    odd = os.path.join(world.root, "sources", "odd.json")
    broken = json.loads(json.dumps(world.portfolio))
    broken["customers"][0]["subscriptions"] = [{"id": CANARY, "offer_name": CANARY, "quantity": CANARY, "status": CANARY}]
    with open(odd, "w", encoding="utf-8") as out:
        json.dump(broken, out)
    for format in ("table", "json", "csv"):
        yield ["check", file, "--format", format], 0, False
    yield ["check", file, "--rules", "page", "--as-of", "2026-01-01"], 0, False
    yield ["check", file, "--rules", CANARY], 2, True
    yield ["check", garbage], 1, False
    yield ["check", os.path.join(world.files, "missing.ron")], 1, False
    one = upgrades[0].arguments
    yield [*one, "--dry-run"], 0, True
    yield one, 0, True
    yield one, 1, True
    yield [*one[:-1], "0"], 1, True
    yield [*one[:-1], "many"], 2, True
    yield ["upgrade", file, "--subscription", "nobody", "--to", "nothing", "--licenses", "1"], 1, False
    yield world.rename(world.renamed[0]).arguments, 0, True
    yield ["import", source, "--into", file, "--dry-run"], 0, True
    yield ["import", bad, "--into", file], 1, False
    yield ["import", odd, "--into", file], None, True
    yield ["import", garbage, "--into", file], 1, False
    for extension in ("ron", "json", "csv", "xlsx", "html"):
        yield ["export", file, "--to", os.path.join(world.files, f"export.{extension}")], None, False
    yield ["export", file, "--to", os.path.join(world.files, "no-such-folder", "export.ron")], 1, False
    yield ["export", file, "--to", file], 1, False
    yield ["generate", "--customers", "3", "--seed", "1", "--to", os.path.join(world.files, "made.ron")], 0, False
    yield ["generate", "--customers", "3", "--seed", "1", "--to", "/dev/null"], 1, False
    if "\n  diff " in world.run("--help").out:
        yield ["diff", file, os.path.join(world.files, "export.ron")], 0, False
        yield ["diff", file, garbage], 1, False
    with open(file, "r+b") as out:
        out.truncate(os.path.getsize(file) // 2)
    yield ["check", file], 1, False
    yield upgrades[1].arguments, 1, False


# What may bring a program down that takes its surroundings for granted.
SURROUNDINGS = [
    {"LANG": "\udcff", "LC_ALL": "xx_YY"},
    {"HOME": "", "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": ""},
    {"HOME": None, "XDG_STATE_HOME": None, "XDG_CONFIG_HOME": None},
    {"XDG_STATE_HOME": "relative"},
    {"XDG_STATE_HOME": "/dev/null/none"},
    {"TZ": "nowhere/none"},
    {"RUST_LOG": "trace", "RUST_BACKTRACE": "full"},
]


def surroundings(world, upgrade):
    """The same commands in odd surroundings; the complaints."""
    wrong = []
    for odd in SURROUNDINGS:
        environment = {**world.environment, **{key: value for key, value in odd.items() if value is not None}}
        for key in [key for key, value in odd.items() if value is None]:
            del environment[key]
        # Without a home it would be root's own.
        if "HOME" in odd:
            environment.pop("XDG_DATA_HOME")
        for arguments in (["check", world.file], [*upgrade.arguments, "--dry-run"]):
            done = world.run(*arguments, environment=environment)
            wrong += w.sensible(done)
            if arguments[0] == "check" and CANARY in done.err:
                wrong.append(f"{odd}: the canary on stderr: {done}")
    # Nobody listens, or there is no room for what it says.
    for redirection in (">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full"):
        shell = f'exec "$0" check "$1" {redirection}'
        done = subprocess.run(
            ["bash", "-c", shell, w.BINARY, world.file], env=world.environment, capture_output=True, text=True
        )
        wrong += [
            complaint
            for complaint in w.sensible(w.Done(done.returncode, done.stdout, done.stderr, 0))
            if complaint != w.WORDLESS or "2>" not in redirection
        ]
        if CANARY in done.stderr:
            wrong.append(f"{redirection}: the canary on stderr: {done.stderr[:300]}")
    return wrong


def leaks(folder, kept, theirs):
    """Where the canary is below a folder and should not be; `theirs` are folders of the person's own files."""
    wrong = []
    for where, folders, names in os.walk(folder):
        for name in folders + names:
            path = os.path.join(where, name)
            if CANARY in name:
                wrong.append(f"in the name of {path}")
            if name in folders or any(path.startswith(their + os.sep) for their in theirs):
                continue
            with open(path, "rb") as file:
                found = CANARY.encode() in file.read()
            if found and not KEPT.match(os.path.relpath(path, kept)):
                wrong.append(f"in {path}")
    return wrong


def modes(folder, but=()):
    """What is not for its owner alone below a folder."""
    wrong = []
    for where, folders, names in os.walk(folder):
        for name in folders + names:
            path = os.path.join(where, name)
            if path in but:
                continue
            facts = os.lstat(path)
            expected = 0o700 if stat.S_ISDIR(facts.st_mode) else 0o600
            if stat.S_IMODE(facts.st_mode) != expected:
                wrong.append(f"{path} has {stat.S_IMODE(facts.st_mode):o}")
    return wrong


def of_commands(report):
    world, source = canary_world()
    said = []
    sockets = []
    unread = []
    has_strace = bool(shutil.which("strace"))
    trace = os.path.join(world.root, "made", "tmp", "calls")
    for arguments, status, may_tell in commands(world, source):
        report.operations += 1
        wrap = ["strace", "-f", "-o", trace, "-e", "trace=network"] if has_strace else []
        done = world.run(*arguments, wrap=wrap)
        wrong = [] if done.status == 2 else w.sensible(done)
        if status is not None and done.status != status:
            wrong.append(f"status {status} was expected: {done}")
        if CANARY in done.err and (not may_tell or "panicked" in done.err):
            wrong.append(f"the canary on stderr: {done}")
        said += [f"{' '.join(arguments)[:200]}: {complaint}" for complaint in wrong]
        if has_strace:
            with open(trace, encoding="utf-8", errors="replace") as lines:
                sockets += [f"{arguments[0]}: {line.strip()}" for line in lines if re.match(r"\d+ +[a-z_0-9]+\(", line)]
            os.unlink(trace)
    report.judge("all commands, badly called ones too: no panic, and the canary only in messages about its record", said, world)
    if has_strace:
        report.judge("commands open no socket", sockets, world)
    else:
        report.skip("sockets of commands", "strace is missing (package strace)")
    # What follows is about a file that opens.
    os.unlink(world.file)
    assert world.run("import", source, "--into", world.file).status == 0
    world.learn()
    upgrade = next(world.upgrades())
    report.judge("odd surroundings: no panic, no canary", surroundings(world, upgrade), world)

    made = os.path.join(world.root, "made")
    theirs = [world.files, os.path.join(world.root, "sources")]
    report.states += 1
    report.judge("the canary is in no file but where it belongs", leaks(world.root, world.state, theirs), world)
    report.judge("every file and folder is for its owner alone", modes(made) + modes(world.files), world)

    # A file that was there keeps its mode, and so does what it becomes; its backup is for the owner alone.
    os.chmod(world.file, 0o644)
    done = world.run(*upgrade.arguments)
    wrong = [f"the upgrade is refused: {done}"] if done.status else []
    if stat.S_IMODE(os.stat(world.file).st_mode) != 0o644:
        wrong.append(f"the file has {stat.S_IMODE(os.stat(world.file).st_mode):o} now")
    report.judge("a file keeps its mode", wrong, world)
    report.judge("backups and journals of a file that all may read are for its owner alone", modes(made), world)
    return world


def of_window(report, world):
    """The window on the same portfolio, under strace on a desktop of its own."""
    out = os.path.join(world.root, "window")
    os.mkdir(out, 0o700)
    ran = subprocess.run(
        [os.path.join(SUITES, "sockets.sh"), w.BINARY, world.file, out], capture_output=True, text=True
    )
    if ran.returncode == 3:
        report.skip("the window", f"missing: {', '.join(ran.stderr.split(chr(10)))}")
        return
    report.operations += 1
    if ran.returncode != 0:
        report.fail("the window", f"it does not open and close: {(ran.stdout + ran.stderr)[-500:]}", world)
        return
    wrong = []
    seen = set()
    with open(os.path.join(out, "calls"), encoding="utf-8", errors="replace") as lines:
        for line in lines:
            call = re.match(r"\d+ +(socket|socketpair|connect|bind|listen|accept4?)\((.*)", line)
            if not call:
                continue
            name, rest = call.groups()
            if name in ("socket", "socketpair"):
                if not rest.startswith("AF_UNIX"):
                    wrong.append(f"a socket of another kind: {line.strip()}")
            elif name == "connect":
                path = re.search(r'sun_path=(@?"[^"]*")', rest)
                place = path.group(1) if path else rest
                kind = next((kind for kind in ("X11-unix", "/at-spi/", "/dbus-", "/bus") if kind in place), None)
                seen.add(kind)
                if kind is None:
                    wrong.append(f"a connection to something else: {line.strip()}")
            else:
                wrong.append(f"it listens: {line.strip()}")
    if "X11-unix" not in seen:
        wrong.append("no connection to the display was seen, so nothing was looked at")
    report.judge("the window: only the display and the desktop's buses", wrong, world)
    theirs = [os.path.join(out, "files")]
    state = os.path.join(out, "state", "upgrade-desk")
    os.unlink(os.path.join(out, "calls"))
    report.judge("the window: the canary is in no settings, log or name", leaks(out, state, theirs), world)
    own = [modes(os.path.join(out, part, "upgrade-desk")) for part in ("config", "data", "state", "cache")]
    report.judge("the window: every file and folder is for its owner alone", sum(own, []), world)


def main():
    report = w.Report("P", "privacy")
    random.seed(w.SEED)
    world = of_commands(report)
    of_window(report, world)
    world.remove()
    report.end()


main()
