"""E: power cuts: ext4 in a file on a loop mount is shut down under the program's hands, and mounted again.

    tests/safety/run BINARY E              20 cuts
    tests/safety/run BINARY E --full       500 cuts

A writer edits one portfolio after the other, while EXT4_IOC_SHUTDOWN cuts the file system off: with NOLOGFLUSH nothing
more reaches the disk, with LOGFLUSH the journal of ext4 does. After the next mount everything that was acknowledged before
the cut began is there, what was acknowledged or under way meanwhile is there wholly or not at all, in order, and all
opens. The file alone lies on that file system, or the state folder does as well. Needs root.
"""

import errno
import fcntl
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import world as w

# <uapi/linux/ext4.h>: _IOR('X', 125, __u32), and its flags.
EXT4_IOC_SHUTDOWN = 0x8004587D
LOGFLUSH, NOLOGFLUSH = 1, 2
SIZE = 64 << 20
# The file system gets old with its cuts, and a new one is made after so many.
CUTS_EACH = 25


class Writer(threading.Thread):
    """Makes edits one after another, and notes when each was acknowledged, until one is not."""

    def __init__(self, world, edits):
        super().__init__()
        self.world = world
        self.edits = edits
        # Every edit that was begun, with the time of its acknowledgement or `None`.
        self.made = []
        self.odd = []
        self.stop = False

    def run(self):
        for edit in self.edits:
            if self.stop:
                return
            done = self.world.run(*edit.arguments)
            acknowledged = time.monotonic() if done.status == 0 else None
            self.made.append((edit, acknowledged))
            self.odd += w.sensible(done)
            if acknowledged is None:
                return


def cut(point, flags):
    """Cuts the file system off; gives back when that began."""
    folder = os.open(point, os.O_RDONLY | os.O_DIRECTORY)
    try:
        begun = time.monotonic()
        fcntl.ioctl(folder, EXT4_IOC_SHUTDOWN, struct.pack("I", flags))
        return begun
    finally:
        os.close(folder)


class Disk:
    """The file system in a file."""

    def __init__(self, mounts, root):
        self.mounts = mounts
        self.image = os.path.join(root, "image")
        self.point = os.path.join(root, "disk")
        os.makedirs(self.point, exist_ok=True)

    def make(self):
        with open(self.image, "wb") as file:
            file.truncate(SIZE)
        made = subprocess.run(["mkfs.ext4", "-q", "-F", self.image], capture_output=True, text=True)
        return made.stderr.strip() or "mkfs.ext4 fails" if made.returncode else None

    def mount(self):
        return self.mounts.mount("-o", "loop", self.image, self.point)

    def umount(self):
        self.mounts.umount(self.point)


def why_not(mounts):
    """Why this cannot be done here."""
    if os.geteuid() != 0:
        return "mounts need root"
    if not shutil.which("mkfs.ext4"):
        return "mkfs.ext4 is missing (package e2fsprogs)"
    root = tempfile.mkdtemp(prefix="upgrade-desk-safety.")
    try:
        disk = Disk(mounts, root)
        wrong = disk.make() or disk.mount()
        if wrong:
            return f"no ext4 on a loop device: {wrong}"
        try:
            cut(disk.point, NOLOGFLUSH)
        except OSError as error:
            if error.errno not in (errno.ENOTTY, errno.EOPNOTSUPP, errno.EPERM):
                raise
            return f"no EXT4_IOC_SHUTDOWN: {error}"
        finally:
            disk.umount()
        return None
    finally:
        shutil.rmtree(root, ignore_errors=True)


def main():
    report = w.Report("E", "power cuts")
    with w.Mounts() as mounts:
        why = why_not(mounts)
        if why:
            report.skip("power cuts", why)
            report.end()
        chance = random.Random(w.SEED)
        random.seed(w.SEED)
        wanted = w.figure(20, 500)
        cuts = acknowledged = unsure = taken = 0
        for turn in range((wanted + CUTS_EACH - 1) // CUTS_EACH):
            if report.failures:
                break
            root = tempfile.mkdtemp(prefix="upgrade-desk-safety.")
            disk = Disk(mounts, root)
            wrong = disk.make() or disk.mount()
            if wrong:
                report.fail("disk", wrong)
                break
            # The state folder elsewhere, once in three turns.
            own_state = None if turn % 3 == 2 else os.path.join(disk.point, "state")
            world = w.World(root, os.path.join(disk.point, "files"), own_state)
            world.generate(80, seed=chance.randrange(1000))
            os.sync()
            state = world.first
            edits = world.edits(chance)
            for _ in range(min(CUTS_EACH, wanted - cuts)):
                writer = Writer(world, edits)
                writer.start()
                time.sleep(chance.uniform(0.02, 0.35))
                flags = chance.choice((LOGFLUSH, NOLOGFLUSH, NOLOGFLUSH))
                begun = cut(disk.point, flags)
                writer.stop = True
                writer.join()
                disk.umount()
                wrong = disk.mount()
                if wrong:
                    report.fail(f"cut {cuts}", f"the file system itself does not come back: {wrong}")
                    break
                cuts += 1
                report.operations += len(writer.made)
                expected = [state]
                for edit, at in writer.made:
                    after = edit.on(expected[-1])
                    if at is not None and at < begun:
                        acknowledged += 1
                        expected = [after]
                    else:
                        unsure += 1
                        expected.append(after)
                wrong, index = world.verify(report, expected)
                if writer.odd or wrong:
                    where = "all" if own_state else "the file alone"
                    report.fail(f"cut {cuts} (flags {flags}, {where})", "; ".join(writer.odd + wrong), world)
                    break
                taken += index
                state = expected[index]
                # What a state elsewhere knows and what the disk has forgotten must not get lost by going on either.
                wrong, state = world.further(report, state, world.rename(chance.choice(world.renamed)))
                if wrong:
                    report.fail(f"after cut {cuts}", "; ".join(wrong), world)
                    break
            disk.umount()
            world.remove()
        if not report.failures:
            report.ok(
                f"{cuts} cuts: {acknowledged} edits acknowledged before, all there; {taken} of {unsure} others there wholly"
            )
    report.end(f"{cuts} cuts")


main()
