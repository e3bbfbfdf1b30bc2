"""L: two to eight processes and a "sync client" change one file at the same time.

    tests/safety/run BINARY L              20 rounds
    tests/safety/run BINARY L --full       2,000 rounds

The processes edit different subscriptions and try again where another one has the lock. The client now and then puts an
older copy in the file's place, or one that was edited on another machine (another state folder), by rename, or rewrites the
file in place. In the end every acknowledged edit has to be in the file, in a copy that lies beside it, in a backup or in
a journal; the client's own edits in the file, a copy or a backup, unless the client itself replaced them; and everything
has to open, except what the client left half written. One round in four has no client: then the file holds them all.

A refusal because there are two versions ends a round: it is the promise, and only the window can go on from there.
"""

import os
import random
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import world as w

LOCKED = "it is open in another window"
TWO_VERSIONS = "the file was changed outside while"
NOT_IN_FILE = "The change is safe in the journal"
TAKEN_BACK = "The change was taken back, so that nothing was changed"
EDITS_EACH = 3
# In seconds: nobody waits for the lock longer than this.
ROUND = 60


class Worker(threading.Thread):
    """One process after another that edits, and what was said to it."""

    def __init__(self, world, edits, seed, over, broken):
        super().__init__()
        self.world = world
        self.edits = edits
        self.chance = random.Random(seed)
        self.over = over
        # Set while the file may be half written by the client.
        self.broken = broken
        self.acknowledged = []
        self.in_journal = []
        self.refusals = 0
        self.tries = 0
        self.odd = []

    def run(self):
        deadline = time.monotonic() + ROUND
        for edit in self.edits:
            while not self.over.is_set():
                if time.monotonic() > deadline:
                    self.odd.append(f"{edit} did not get the lock in {ROUND} s")
                    return
                self.tries += 1
                done = self.world.run(*edit.arguments)
                self.odd += w.sensible(done)
                if done.status == 0:
                    if edit.is_upgrade:
                        edit.target = done.out.strip()
                    self.acknowledged.append(edit)
                    break
                if LOCKED in done.err:
                    time.sleep(self.chance.uniform(0.02, 0.2))
                elif NOT_IN_FILE in done.err:
                    self.in_journal.append(edit)
                    self.refusals += 1
                    break
                elif TAKEN_BACK in done.err:
                    # As the message says: it is tried again, on the file as it is now.
                    time.sleep(self.chance.uniform(0.02, 0.2))
                elif TWO_VERSIONS in done.err:
                    self.refusals += 1
                    self.over.set()
                elif self.broken.is_set() and "go back to a copy" in done.err:
                    time.sleep(0.02)
                else:
                    self.odd.append(f"{edit} is refused oddly: {done}")
                    return


class Client(threading.Thread):
    """A sync client: it knows what it replaced, and nothing about locks."""

    def __init__(self, world, subscriptions, seed, over, broken, turn):
        super().__init__()
        self.world = world
        self.chance = random.Random(seed)
        self.subscriptions = subscriptions
        self.over = over
        self.broken = broken
        # Rewriting in place breaks the file for a moment, so there are rounds without.
        self.kinds = ["older", "elsewhere", "in place"] if turn % 2 else ["older", "elsewhere"]
        self.own = os.path.join(world.root, "client")
        os.makedirs(self.own)
        self.seen = []
        self.replaced = []
        self.half_written = []
        self.names = []
        self.done = 0

    def read(self):
        with open(self.world.file, "rb") as file:
            return file.read()

    def put(self, content):
        """By rename; what came out is this client's to lose."""
        temporary = os.path.join(self.world.files, ".sync-client")
        with open(temporary, "wb") as file:
            file.write(content)
            os.fsync(file.fileno())
        w.exchange(temporary, self.world.file)
        with open(temporary, "rb") as file:
            self.replaced.append(file.read())
        os.unlink(temporary)

    def elsewhere(self):
        """The file as another machine has it after an edit of its own."""
        other = w.World(os.path.join(self.own, f"machine-{self.done}"))
        with open(other.file, "wb") as file:
            file.write(self.read())
        world = self.world
        other.portfolio, other.holders, other.tokens = world.portfolio, world.holders, 1000 + self.done
        edit = other.rename(self.subscriptions.pop())
        done = other.run(*edit.arguments)
        if done.status != 0:
            # It had caught the file half written by itself.
            return
        with open(other.file, "rb") as file:
            self.put(file.read())
        self.names.append(edit.name)

    def in_place(self, content):
        with open(self.world.file, "r+b") as file:
            self.replaced.append(file.read())
            self.half_written.append(content)
            self.broken.set()
            file.seek(0)
            file.truncate()
            middle = self.chance.randrange(len(content))
            file.write(content[:middle])
            file.flush()
            time.sleep(self.chance.uniform(0, 0.03))
            file.write(content[middle:])

    def run(self):
        while not self.over.wait(self.chance.uniform(0.01, 0.25)):
            content = self.read()
            kind = self.chance.choice(self.kinds)
            if kind == "elsewhere" and self.subscriptions:
                self.elsewhere()
            elif self.seen:
                old = self.chance.choice(self.seen)
                self.in_place(old) if kind == "in place" else self.put(old)
            if content.endswith(b"\n") and b"// end " in content[-200:]:
                self.seen.append(content)
            self.done += 1


def contents(folder):
    """The files below a folder, with what is in them."""
    for where, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(where, name), "rb") as file:
                yield os.path.join(where, name), file.read()


def marks_of(edit):
    """What an edit leaves in a file or in a journal, and no other does."""
    if not edit.is_upgrade:
        return [edit.name.encode()]
    if edit.target:
        return [edit.target.encode()]
    return [f'source:{space}"{edit.subscription}"'.encode() for space in ("", " ")]


def look(report, world, workers, client):
    """Everything that has to hold in the end."""
    complaints = [complaint for worker in workers for complaint in worker.odd]
    report.states += 1
    portfolio = world.export()
    checked = world.run("check", world.file, "--format", "csv")
    complaints += w.sensible(checked)
    if portfolio is None or checked.status != 0:
        report.unopenable += 1
        complaints.append(f"it does not open: {checked}; {world.exported}")
        return complaints, 0
    if client is None:
        state = world.first
        for worker in workers:
            for edit in worker.acknowledged:
                state = edit.on(state)
        found = w.state_of(portfolio)
        # The history is in the order in which it happened, which nobody here knows.
        for one in (found, state):
            one["history"] = sorted(one["history"])
        if found != state:
            report.lost += 1
            complaints.append(f"without a client: {w.difference(found, state)}")
        return complaints, 0
    versions = []
    for path, content in contents(world.files):
        name = os.path.basename(path)
        versions.append(content)
        if name == os.path.basename(world.file):
            continue
        if name.startswith(".upgrade-desk-"):
            # What came out and could not be looked at yet: the next change clears it.
            continue
        opened = world.run("check", path, "--format", "csv")
        is_half = any(half.startswith(content) for half in client.half_written)
        if opened.status != 0 and not is_half:
            report.unopenable += 1
            complaints.append(f"{name} does not open: {opened}")
    kept = [content for path, content in contents(world.state)]
    beyond_file = 0
    for worker in workers:
        for edit in worker.acknowledged + worker.in_journal:
            marks = marks_of(edit)
            beyond_file += not any(mark in version for version in versions for mark in marks)
            if not any(mark in content for content in versions + kept for mark in marks):
                report.lost += 1
                complaints.append(f"{edit} is nowhere")
    for name in client.names:
        mark = name.encode()
        if not any(mark in content for content in versions + kept + client.replaced):
            report.lost += 1
            complaints.append(f"the client's {name} is nowhere")
    return complaints, beyond_file


def main():
    report = w.Report("L", "several processes and a sync client")
    chance = random.Random(w.SEED)
    random.seed(w.SEED)
    rounds = w.figure(20, 2000)
    edits = refusals = actions = tries = copies = beyond = 0
    for turn in range(rounds):
        world = w.World()
        world.generate(48, seed=chance.randrange(1000))
        number = chance.randint(2, 8)
        upgrades = list(world.upgrades())
        names = list(world.renamed)
        chance.shuffle(names)
        over, broken = threading.Event(), threading.Event()
        workers = []
        for _ in range(number):
            own = [world.rename(names.pop()) for _ in range(EDITS_EACH)]
            if upgrades and chance.random() < 0.5:
                own[chance.randrange(EDITS_EACH)] = upgrades.pop()
            workers.append(Worker(world, own, chance.random(), over, broken))
        client = Client(world, names, chance.random(), over, broken, turn) if turn % 4 != 3 else None
        for worker in workers:
            worker.start()
        if client:
            client.start()
        for worker in workers:
            worker.join()
        over.set()
        if client:
            client.join()
            actions += client.done
        complaints, not_in_file = look(report, world, workers, client)
        beyond += not_in_file
        tries += sum(worker.tries for worker in workers)
        edits += sum(len(worker.acknowledged) for worker in workers)
        refusals += sum(worker.refusals for worker in workers)
        copies += sum("changed outside" in name for name in os.listdir(world.files))
        report.operations += sum(worker.tries for worker in workers)
        if complaints:
            report.fail(f"round {turn + 1} ({number} processes)", "; ".join(complaints), world)
        world.remove()
    if not report.failures:
        report.ok(
            f"{rounds} rounds: {edits} edits acknowledged in {tries} tries, {actions} times the client, {copies} copies"
            f" beside the file, {refusals} refusals because of two versions, {beyond} edits in journals or backups alone"
        )
    report.end(f"{rounds} rounds")


main()
