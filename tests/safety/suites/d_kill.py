"""D: the program is killed (SIGKILL) at random moments of upgrades and imports, over and over on the same portfolio.

    tests/safety/run BINARY D              50 kills
    tests/safety/run BINARY D --full       1,000 kills

After each kill everything opens, every acknowledged edit is there, and the one that was under way is there wholly or not
at all. Only kills that hit the running program are counted. What happens at each single system call is C's.
"""

import os
import random
import signal
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import world as w

# After so many kills a portfolio has journals and backups of all ages, and its upgrades are used up.
KILLS_EACH = 25


def killed(world, edit, delay):
    """Runs an edit, and kills it after so many seconds unless it has ended; says how it ended and whether it was hit."""
    process = world.start(*edit.arguments)
    deadline = time.monotonic() + delay
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(max(0.0, min(0.0005, deadline - time.monotonic())))
    hit = process.poll() is None
    if hit:
        process.send_signal(signal.SIGKILL)
    out, err = process.communicate()
    done = w.Done(process.returncode, out.decode(), err.decode(), delay)
    # It may have ended by itself between the look and the kill.
    return done, hit and process.returncode == -signal.SIGKILL


def main():
    report = w.Report("D", "kill -9 at random moments")
    chance = random.Random(w.SEED)
    random.seed(w.SEED)
    wanted = w.figure(50, 1000)
    kills = kept = gone = 0
    while kills < wanted and not report.failures:
        world = w.World()
        world.generate(120, seed=chance.randrange(1000))
        state = world.first
        usual = []
        # Where the program really is during most of its time is not where its writing is; so the end is aimed at too.
        begun_with = kills
        for edit in world.edits(chance):
            if kills >= wanted or kills - begun_with >= KILLS_EACH:
                break
            report.operations += 1
            longest = max(usual[-20:], default=0.5)
            middle = sorted(usual[-20:])[len(usual[-20:]) // 2] if usual else 0.5
            if len(usual) < 3 or chance.random() < 0.05:
                delay = longest * 3 + 1
            elif chance.random() < 0.5:
                delay = chance.uniform(0, longest * 1.1)
            else:
                delay = chance.uniform(middle * 0.5, longest * 1.05)
            begun = time.monotonic()
            done, hit = killed(world, edit, delay)
            kills += hit
            complaints = w.sensible(done, killed=hit)
            after = edit.on(state)
            if done.status == 0:
                if delay > longest:
                    usual.append(time.monotonic() - begun)
                expected = [after]
            elif hit:
                expected = [state, after]
            else:
                complaints.append(f"{edit} is refused: {done}")
                expected = [state]
            wrong, index = world.verify(report, expected)
            if hit and index is not None:
                kept += index
                gone += 1 - index
            if complaints or wrong:
                report.fail(f"kill {kills} after {delay * 1000:.1f} ms", "; ".join(complaints + wrong), world)
                break
            state = expected[index]
        leftovers = [name for name in os.listdir(world.files) if name.startswith(".upgrade-desk-")]
        if len(leftovers) > 2:
            report.fail("leftovers", f"temporary files pile up: {leftovers}", world)
        world.remove()
    if not report.failures:
        report.ok(f"{kills} kills: {gone} edits not there at all, {kept} there wholly")
    report.end(f"{kills} kills")


main()
