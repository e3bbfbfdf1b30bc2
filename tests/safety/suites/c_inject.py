"""C: every system call that touches a file fails, or is the last one: `strace -e inject` on upgrades and imports.

    tests/safety/run BINARY C              about 60 injections, sampled
    tests/safety/run BINARY C --full       all: each call, each error that it can give, once and for ever; kill;
                                           and all calls that change something from there on

First a run without injections tells the calls. Then, each time from the same folders, one call fails or the program is
killed before it takes effect. Afterwards the exit status and the messages have to be sensible and true, everything has
to open, an acknowledged edit is there, another one is there wholly or not at all, and one more edit works.
"""

import collections
import os
import random
import re
import shutil
import signal
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import world as w

# What each call can say, by open(2) and its like. EINTR is to be gone over, EINVAL is "no such swap here".
ERRORS = {
    "openat": ["ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "EINTR"],
    "write": ["ENOSPC", "EIO", "EDQUOT", "EINTR"],
    "fsync": ["EIO", "ENOSPC", "EDQUOT", "EINTR"],
    "fdatasync": ["EIO", "ENOSPC", "EDQUOT", "EINTR"],
    "rename": ["EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT"],
    "renameat": ["EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT"],
    "renameat2": ["EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "EINVAL"],
    "unlink": ["EIO", "EACCES", "EROFS"],
    "unlinkat": ["EIO", "EACCES", "EROFS"],
    "mkdir": ["ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT"],
    "flock": ["EIO", "EINTR", "ENOLCK"],
    "ftruncate": ["ENOSPC", "EIO", "EDQUOT"],
    "fchmod": ["EIO", "EPERM", "EROFS"],
    "read": ["EIO", "EINTR"],
    "getdents64": ["EIO"],
    "statx": ["EIO", "EACCES"],
    "readlink": ["EIO", "EACCES"],
    "statfs": ["EIO"],
    "copy_file_range": ["EIO", "ENOSPC"],
}
# Calls that change nothing: killed before one of them is killed after the one before it.
LOOKS = {"read", "getdents64", "statx", "readlink", "statfs"}
# What a disk that is gone refuses. Not `write`, so that the messages are heard: what is written is not synced either.
GONE = ("openat", "fsync", "fdatasync", "rename", "renameat2", "unlink", "mkdir", "fchmod", "ftruncate")
# What stays wrong once it is: a full disk, a broken one, one that became read-only.
LASTING = {"ENOSPC", "EIO", "EROFS", "EDQUOT", "EACCES"}

# `SAFETY_PART=2/4` does the second quarter alone, so that several can run beside each other.
PART = os.environ.get("SAFETY_PART")

CALL = re.compile(r"^(?:\[pid +\d+\] )?(?:\d+ +)?([a-z_0-9]+)\((.*)$")


class Injection(collections.namedtuple("Injection", "call number error kill lasting on gone", defaults=[None])):
    """`gone`: the numbers from which on each call of [`GONE`] fails."""

    def expressions(self):
        if self.gone:
            return [f"inject={call}:error=EIO:when={number}+" for call, number in self.gone.items()]
        return [str(self)]

    def __str__(self):
        if self.gone:
            return " -e ".join(self.expressions())
        times = "+" if self.lasting else ""
        kill = ":signal=KILL" if self.kill else ""
        return f"inject={self.call}:error={self.error}{kill}:when={self.number}{times}"


class Scene:
    """Folders as they are before an edit, and the edit; put back as they were each time, at the same paths."""

    def __init__(self, name, world, state, edit, further):
        self.name = name
        self.world = world
        self.state = state
        self.edit = edit
        self.further = further
        self.saved = os.path.join(world.root, "saved")
        shutil.rmtree(self.saved, ignore_errors=True)
        for folder in (world.files, world.state_home):
            shutil.copytree(folder, os.path.join(self.saved, os.path.basename(folder)))

    def back(self):
        for folder in (self.world.files, self.world.state_home):
            shutil.rmtree(folder)
            shutil.copytree(os.path.join(self.saved, os.path.basename(folder)), folder)

    def calls(self):
        """The calls that touch these folders, with their number among all calls of their name."""
        self.back()
        log = os.path.join(self.world.root, "trace")
        trace = ["strace", "-f", "-y", "-s", "1", "-o", log, "-e", f"trace={','.join('?' + call for call in ERRORS)}"]
        done = self.world.run(*self.edit.arguments, wrap=trace)
        assert done.status == 0, done
        counts = collections.Counter()
        found = []
        with open(log, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                match = CALL.match(line.strip())
                if not match:
                    continue
                call, rest = match.groups()
                counts[call] += 1
                # Data goes out on 1, which is no file here.
                is_output = call == "write" and rest.startswith("1<")
                if self.world.files in rest or self.world.state_home in rest or is_output:
                    from_here = {name: counts[name] + (name != call) for name in GONE}
                    found.append((call, counts[call], rest[:160], from_here))
        return found

    def injections(self):
        for call, number, on, from_here in self.calls():
            for error in ERRORS[call]:
                yield Injection(call, number, error, False, False, on)
                if error in LASTING and call not in LOOKS:
                    yield Injection(call, number, error, False, True, on)
            if call not in LOOKS:
                yield Injection(call, number, "EIO", True, False, on)
            if call in GONE:
                yield Injection(call, number, "EIO", False, True, on, from_here)


def claims(done, state, after, found):
    """What the messages say against what is there."""
    wrong = []
    is_there = found == after
    if "nothing was changed" in done.err.lower() and is_there and state != after:
        wrong.append(f"it says that nothing was changed, but it was: {done}")
    if "safe in the journal" in done.err and not is_there:
        wrong.append(f"it says that the change is safe, but it is not there: {done}")
    return wrong


def inject(report, scene, injection):
    """One injection, and everything that has to hold after it."""
    world, state, edit = scene.world, scene.state, scene.edit
    scene.back()
    report.operations += 1
    trace = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={','.join(injection.gone or [injection.call])}"]
    for expression in injection.expressions():
        trace += ["-e", expression]
    done = world.run(*edit.arguments, wrap=trace)
    complaints = w.sensible(done, killed=injection.kill)
    if injection.call == "write" and injection.lasting:
        # What it says goes the way of all its writing.
        complaints = [complaint for complaint in complaints if complaint != w.WORDLESS]
    if injection.kill and done.status not in (-signal.SIGKILL, 128 + signal.SIGKILL):
        complaints.append(f"it was not killed: {done}")
    after = edit.on(state) if state is not None else scene.made
    # A portfolio that is only being made need not be there.
    if state is None and done.status != 0 and not os.path.exists(world.file):
        report.states += 1
        again = world.run(*edit.arguments)
        return complaints + ([] if again.status == 0 else [f"it cannot be made afterwards: {again}"])
    expected = [after] if done.status == 0 else [s for s in (state, after) if s is not None]
    wrong, index = world.verify(report, expected)
    complaints += wrong
    if index is None:
        return complaints
    complaints += claims(done, state, after, expected[index])
    wrong, _ = world.further(report, expected[index], scene.further)
    return complaints + wrong


def prepared(chance, name, steps):
    """A world after some edits, and edits that are still to be made."""
    world = w.World()
    world.generate(40, seed=chance.randrange(1000))
    state = world.first
    edits = [world.rename(chance.choice(world.renamed)) for _ in range(steps)]
    for edit in edits:
        done = world.run(*edit.arguments)
        assert done.status == 0, done
        state = edit.on(state)
    upgrades = list(world.upgrades())
    return world, state, upgrades


def cut_off(world, state, edit, call):
    """Leaves the folders as a kill leaves them before the last such call in the file's own folder."""
    scene = Scene("", world, state, edit, None)
    number = [number for name, number, on, _ in scene.calls() if name == call and world.files in on][-1]
    scene.back()
    trace = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}"]
    done = world.run(*edit.arguments, wrap=[*trace, "-e", f"inject={call}:error=EIO:signal=KILL:when={number}"])
    assert done.status not in (0, 1), done
    return edit.on(state)


def scenes(chance):
    """One after another, since each has its own folders."""
    for name in ("upgrade of a file never opened before", "import into one never opened before"):
        world, state, upgrades = prepared(chance, name, 0)
        rename = world.rename(world.renamed[0])
        edits = (upgrades[0], rename) if name.startswith("upgrade") else (rename, upgrades[0])
        yield Scene(name, world, state, *edits)
    for name in ("upgrade of one with a past", "import into one with a past"):
        world, state, upgrades = prepared(chance, name, 3)
        rename = world.rename(world.renamed[1])
        edits = (upgrades[0], rename) if name.startswith("upgrade") else (rename, upgrades[0])
        yield Scene(name, world, state, *edits)
    for call in ("renameat2", "unlink"):
        world, state, upgrades = prepared(chance, call, 2)
        # The last removal is that of what came out of the swap.
        state = cut_off(world, state, world.rename(world.renamed[2]), call)
        yield Scene(f"upgrade of one that was cut off before {call}", world, state, upgrades[0], upgrades[1])
    world, state, upgrades = prepared(chance, "new", 0)
    source = os.path.join(world.root, "sources", "whole.ron")
    shutil.copy(world.file, source)
    os.unlink(world.file)
    edit = w.Edit(["import", source, "--into", world.file], None, None)
    scene = Scene("import that makes the file", world, None, edit, upgrades[0])
    scene.made = world.first
    yield scene


def main():
    report = w.Report("C", "failing and last system calls")
    if not shutil.which("strace"):
        report.skip("injections", "strace is missing (package strace)")
        report.end()
    chance = random.Random(w.SEED)
    random.seed(w.SEED)
    share = w.figure(60, 0)
    for scene in scenes(chance):
        injections = list(scene.injections())
        if PART:
            turn, parts = (int(number) for number in PART.split("/"))
            injections = injections[turn - 1 :: parts]
        if share:
            injections = sample(chance, injections, max(1, round(share / 7)))
        groups = collections.Counter()
        failures = report.failures
        for injection in injections:
            groups["kill" if injection.kill else "disk gone" if injection.gone else injection.call] += 1
            complaints = inject(report, scene, injection)
            if complaints:
                report.fail(f"{scene.name}: {injection} on {injection.on}", "; ".join(complaints), scene.world)
        if report.failures == failures:
            said = ", ".join(f"{count} {call}" for call, count in sorted(groups.items()))
            report.ok(f"{scene.name}: {sum(groups.values())} injections ({said})")
        scene.world.remove()
    report.end()


def sample(chance, injections, number):
    """Some of all kinds: half of them kills and failing writes and syncs, where the most is at stake."""
    heavy = [one for one in injections if one.kill or one.gone or one.call in ("write", "fdatasync", "fsync", "renameat2")]
    light = [one for one in injections if one not in heavy]
    half = min(len(heavy), (number * 2 + 2) // 3)
    return chance.sample(heavy, half) + chance.sample(light, min(len(light), number - half))


main()
