"""F: the disk is full: a tmpfs with room for nothing up to twice the file, in the file's place, the journals', or both.

    tests/safety/run BINARY F              16 sizes
    tests/safety/run BINARY F --full       all, in steps of a page of 4 KiB, three edits each

An edit that finds no room is refused with words, or kept wholly; everything opens while the disk is full; nothing that
was acknowledged is lost; and as soon as there is room an edit works. Needs root, for the mounts.
"""

import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import world as w

PAGE = 4096
PLENTY = "64m"
# What is on the small disk.
PLACES = ("file", "journals", "both")


def used(point):
    facts = os.statvfs(point)
    return (facts.f_blocks - facts.f_bfree) * facts.f_frsize


def small_world(mounts, place):
    """A world whose files or journals, or both, lie on a tmpfs of their own."""
    world = w.World()
    if place == "both":
        point = os.path.join(world.root, "disk")
        files, state = os.path.join(point, "files"), os.path.join(point, "state")
    else:
        point = world.files if place == "file" else world.state_home
        files, state = world.files, world.state_home
    os.makedirs(point, exist_ok=True)
    wrong = mounts.mount("-t", "tmpfs", "-o", f"size={PLENTY},mode=700", "tmpfs", point)
    if wrong:
        world.remove()
        return None, None, wrong
    return w.World(world.root, files, state), point, None


def fill(report, mounts, chance, place, room, steps, past):
    """Edits with so many bytes of room; gives back what was wrong, and how many were refused."""
    world, point, wrong = small_world(mounts, place)
    if wrong:
        return [wrong], 0, None
    world.generate(60, seed=chance.randrange(1000))
    state = world.first
    upgrades = list(world.upgrades())
    if past:
        edit = world.rename(world.renamed[0])
        assert world.run(*edit.arguments).status == 0
        state = edit.on(state)
    if used(point) + room == 0:
        # For tmpfs a size of 0 is no limit at all.
        with open(os.path.join(point, "other"), "wb") as other:
            other.write(bytes(PAGE))
    complaints = w.remount(point, f"size={used(point) + room}")
    refused = 0
    for step in range(steps):
        edit = upgrades.pop() if step % 2 == 0 else world.rename(chance.choice(world.renamed))
        after = edit.on(state)
        report.operations += 1
        done = world.run(*edit.arguments)
        complaints += w.sensible(done)
        if done.status == 1:
            refused += 1
            if "No space left" not in done.err and "no room" not in done.err.lower():
                complaints.append(f"it does not say that the disk is full: {done}")
        # While it is full.
        wrong, index = world.verify(report, [after] if done.status == 0 else [state, after])
        complaints += wrong
        if index is None:
            break
        is_there = done.status == 0 or index == 1
        if is_there and "nothing was changed" in done.err:
            complaints.append(f"it says that nothing was changed, but it was: {done}")
        if not is_there and "safe in the journal" in done.err:
            complaints.append(f"it says that the change is safe, but it is not there: {done}")
        state = after if is_there else state
    if not complaints:
        complaints += w.remount(point, f"size={PLENTY}")
        wrong, state = world.further(report, state, upgrades.pop())
        complaints += wrong
    if not complaints:
        left = [name for name in os.listdir(world.files) if name.endswith(".tmp")]
        complaints += [f"it leaves {left} behind"] if left else []
    if complaints:
        return complaints, refused, world
    mounts.umount(point)
    world.remove()
    return complaints, refused, None


def main():
    report = w.Report("F", "full disks")
    if os.geteuid() != 0:
        report.skip("full disks", "mounts need root")
        report.end()
    chance = random.Random(w.SEED)
    random.seed(w.SEED)
    probe = w.World()
    probe.generate(60)
    size = os.path.getsize(probe.file)
    probe.remove()
    pages = (2 * size + PAGE - 1) // PAGE
    wanted = w.figure(16, pages + 1)
    rooms = sorted({round(turn * pages / max(1, wanted - 1)) for turn in range(wanted)})
    with w.Mounts() as mounts:
        world, point, wrong = small_world(mounts, "file")
        if wrong:
            report.skip("full disks", f"no tmpfs can be mounted here: {wrong}")
            report.end()
        mounts.umount(point)
        world.remove()
        for place in PLACES:
            failures = report.failures
            refusals = 0
            for turn, room in enumerate(rooms):
                past = turn % 2 == 1
                # A file that was opened before has its copy among the backups already.
                for past in (True, False) if w.FULL else (past,):
                    complaints, refused, world = fill(report, mounts, chance, place, room * PAGE, 3 if w.FULL else 1, past)
                    refusals += refused
                    if complaints:
                        report.fail(f"{place}, {room} pages, {'with' if past else 'no'} past", "; ".join(complaints), world)
            if report.failures == failures:
                report.ok(f"{place} on a full disk: {len(rooms)} sizes up to {pages} pages, {refusals} edits refused")
    report.end()


main()
