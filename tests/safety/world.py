"""What the suites share: a home of its own for the program, edits with known outcomes, and the say of what held.

Not here: what is done to the program and its files (`suites/*.py`). Debian's python3 and its standard library only.
"""

import ctypes
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BINARY = os.environ["SAFETY_BINARY"]
FULL = bool(os.environ.get("SAFETY_FULL"))
SEED = int(os.environ.get("SAFETY_SEED") or 1)
COUNT = int(os.environ.get("SAFETY_COUNT") or 0)
NO_SKIP = os.environ.get("UPGRADE_DESK_NO_SKIP") == "1"
KEEP = os.environ.get("SAFETY_KEEP") or os.path.join(tempfile.gettempdir(), "upgrade-desk-safety-failures")
WORDLESS = "it refused without a word"
# So many failed worlds are kept to be looked at.
KEPT_WORLDS = 10
# In seconds: no command on these portfolios takes a tenth of it, but the machine may be loaded.
PATIENCE = 60


def figure(usual, full):
    """How many of what a suite counts."""
    return COUNT or (full if FULL else usual)


def say(line):
    """A line for people, and for `run` to count."""
    print(line, flush=True)
    if "SAFETY_RESULTS" in os.environ:
        with open(os.environ["SAFETY_RESULTS"], "a", encoding="utf-8") as results:
            print(line, file=results)


class Report:
    """Says what held, in lines that `run` counts."""

    def __init__(self, letter, title):
        self.letter = letter
        self.failures = 0
        self.kept = 0
        self.operations = 0
        self.states = 0
        self.lost = 0
        self.unopenable = 0
        self.begun = time.monotonic()
        say(f"== {letter} {title} (seed {SEED}{', full' if FULL else ''})")

    def ok(self, what):
        say(f"ok {self.letter} {what}")

    def fail(self, what, why, world=None):
        self.failures += 1
        say(f"FAIL {self.letter} {what}: {why}")
        if world is not None and self.kept < KEPT_WORLDS:
            self.kept += 1
            to = os.path.join(KEEP, f"{self.letter}-{os.getpid()}-{self.kept}")
            shutil.rmtree(to, ignore_errors=True)
            try:
                shutil.copytree(world.root, to, symlinks=True, ignore_dangling_symlinks=True)
                say(f"  kept in {to}")
            except (OSError, shutil.Error) as error:
                say(f"  not kept: {error}")

    def known(self, what, why):
        """A fault that is known and not mended yet: said, and no failure. Its entry goes when it is mended."""
        say(f"known {self.letter} {what}: {why}")

    def judge(self, what, complaints, world=None):
        """One thing that had to hold; `complaints` lists why it did not."""
        if complaints:
            self.fail(what, "; ".join(complaints), world)
        else:
            self.ok(what)

    def skip(self, what, why):
        if NO_SKIP:
            self.fail(what, f"cannot run here: {why}")
        else:
            say(f"skip {self.letter} {what}: {why}")

    def end(self, *more):
        figures = [
            f"{self.operations} operations",
            f"{self.states} states",
            f"{self.lost} lost",
            f"{self.unopenable} unopenable",
            *more,
            f"seed {SEED}",
        ]
        say(f"  {self.letter}: {', '.join(figures)}, {time.monotonic() - self.begun:.0f} s")
        # Python itself ends with 1 where a suite has a mistake of its own.
        sys.exit(4 if self.failures else 0)


class Done:
    """A command that came to its end."""

    def __init__(self, status, out, err, seconds):
        self.status = status
        self.out = out
        self.err = err
        self.seconds = seconds

    def __str__(self):
        return f"status {self.status}, {self.err.strip()[:600]!r}"


def sensible(done, killed=False):
    """What is wrong with how a command ended: it is done, or it says why not."""
    wrong = []
    if "panicked" in done.err or "RUST_BACKTRACE" in done.err:
        wrong.append(f"it panicked: {done}")
    if done.status not in (0, 1) and not (killed and done.status in (-signal.SIGKILL, 128 + signal.SIGKILL)):
        wrong.append(f"it ended oddly: {done}")
    if done.status == 1 and not done.err.strip():
        wrong.append(WORDLESS)
    return wrong


def wait_or_kill(process, seconds):
    """Waits for a process of ours, and ends it when it takes too long; says whether it had to."""
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


class Edit:
    """A change whose outcome is known beforehand: an import that renames one subscription, or an upgrade."""

    def __init__(self, arguments, customer, subscription, name=None, quantity=None, to=None, licenses=None):
        self.arguments = arguments
        self.customer = customer
        self.subscription = subscription
        self.name = name
        self.quantity = quantity
        self.to = to
        self.licenses = licenses
        # Of an upgrade that was acknowledged: the new subscription's id.
        self.target = None

    @property
    def is_upgrade(self):
        return self.to is not None

    def __str__(self):
        return f"upgrade of {self.subscription}" if self.is_upgrade else f"rename of {self.subscription} to {self.name}"

    def on(self, state):
        """The state with this edit in it."""
        subscriptions = dict(state["subscriptions"])
        upgrades = dict(state["upgrades"])
        history = list(state["history"])
        name, quantity, status, _ = subscriptions[self.subscription]
        if self.is_upgrade:
            subscriptions[self.subscription] = (name, quantity, "Deleted", True)
            subscriptions[f"of {self.subscription}"] = (name, self.licenses, "Active", False)
            upgrades[self.subscription] = (self.to.lower(), self.licenses)
            history.append(("upgrade", self.subscription))
        else:
            subscriptions[self.subscription] = (self.name, self.quantity, status, False)
        return {**state, "subscriptions": subscriptions, "upgrades": upgrades, "history": history}


def state_of(portfolio):
    """What a portfolio says, without what differs each time: the new subscriptions' ids, and the time."""
    targets = {upgrade["target"]: f"of {upgrade['source']}" for upgrade in portfolio.get("upgrades", [])}
    subscriptions = {}
    rest = {key: value for key, value in portfolio.items() if key not in ("id", "customers", "upgrades", "history")}
    rest["customers"] = []
    for customer in portfolio["customers"]:
        rest["customers"].append({key: value for key, value in customer.items() if key != "subscriptions"})
        for record in customer.get("subscriptions", []):
            key = targets.get(record["id"], record["id"])
            if key in subscriptions:
                key = f"a second {key}"
            upgraded = record.get("upgraded_to")
            is_upgraded = upgraded is not None and targets.get(upgraded) == f"of {record['id']}"
            subscriptions[key] = (record.get("friendly_name"), record["quantity"], record.get("status"), is_upgraded)
    return {
        "subscriptions": subscriptions,
        "upgrades": {
            upgrade["source"]: (upgrade["to_offer"].lower(), upgrade["licenses"])
            for upgrade in portfolio.get("upgrades", [])
        },
        "history": [(entry["what"], entry["old"][0]["subscription"]) for entry in portfolio.get("history", [])],
        "rest": hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest(),
    }


def difference(found, expected):
    """How a state differs from another, in short."""
    said = []
    for key in ("subscriptions", "upgrades"):
        for name in sorted(set(found[key]) | set(expected[key])):
            if found[key].get(name) != expected[key].get(name):
                said.append(f"{name}: {found[key].get(name)} instead of {expected[key].get(name)}")
    for key in ("history", "rest"):
        if found[key] != expected[key]:
            said.append(f"{key}: {found[key]} instead of {expected[key]}")
    return " | ".join(said)[:800]


class World:
    """A home of its own for the program, with one portfolio in it."""

    def __init__(self, root=None, files=None, state=None):
        self.root = root or tempfile.mkdtemp(prefix="upgrade-desk-safety.")
        for name in ("home", "config", "data", "cache", "runtime", "sources"):
            os.makedirs(os.path.join(self.root, name), mode=0o700, exist_ok=True)
        self.files = files or os.path.join(self.root, "files")
        self.state_home = state or os.path.join(self.root, "state")
        os.makedirs(self.files, exist_ok=True)
        os.makedirs(self.state_home, exist_ok=True)
        self.file = os.path.join(self.files, "portfolio.ron")
        self.tokens = 0
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "HOME": os.path.join(self.root, "home"),
            "XDG_CONFIG_HOME": os.path.join(self.root, "config"),
            "XDG_DATA_HOME": os.path.join(self.root, "data"),
            "XDG_CACHE_HOME": os.path.join(self.root, "cache"),
            "XDG_RUNTIME_DIR": os.path.join(self.root, "runtime"),
            "XDG_STATE_HOME": self.state_home,
        }

    @property
    def state(self):
        """The program's own folder."""
        return os.path.join(self.state_home, "upgrade-desk")

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def start(self, *arguments, wrap=(), out=subprocess.PIPE, environment=None):
        return subprocess.Popen(
            [*wrap, BINARY, *arguments],
            cwd=self.root,
            env=environment or self.environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.PIPE,
        )

    def run(self, *arguments, wrap=(), patience=PATIENCE, environment=None):
        begun = time.monotonic()
        process = self.start(*arguments, wrap=wrap, environment=environment)
        try:
            out, err = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            err += f"\nended after {patience} s".encode()
        text = [part.decode("utf-8", "replace") for part in (out, err)]
        return Done(process.returncode, *text, time.monotonic() - begun)

    def generate(self, customers, seed=1):
        """Makes the portfolio, and learns which edits can be made on it."""
        done = self.run("generate", "--customers", str(customers), "--seed", str(seed), "--to", self.file)
        assert done.status == 0, done
        self.learn()

    def learn(self):
        checked = self.run("check", self.file, "--format", "json")
        assert checked.status == 0, checked
        self.portfolio = self.export()
        assert self.portfolio is not None
        self.first = state_of(self.portfolio)
        self.holders = {}
        for customer in self.portfolio["customers"]:
            for record in customer.get("subscriptions", []):
                self.holders[record["id"]] = (customer, record)
        # One for each customer, so that no upgrade stands in another's way.
        self.eligible = {}
        for entry in json.loads(checked.out)["subscriptions"]:
            target = next((t for t in entry["targets"] if t["verdict"] == "eligible"), None)
            if entry["verdict"] == "eligible" and entry["customer"] not in self.eligible:
                self.eligible[entry["customer"]] = (entry["subscription"], target["offer"], target["maximum"])
        # Imports say the whole record, so those that are upgraded are left alone.
        self.renamed = [id for id, (customer, _) in self.holders.items() if customer["id"] not in self.eligible]

    def upgrades(self):
        """Every upgrade that can be made, as edits."""
        for customer, (subscription, to, maximum) in self.eligible.items():
            assigned = self.holders[subscription][1].get("assigned", 0)
            licenses = maximum if maximum <= 100_000 else max(assigned, 1000)
            arguments = ["upgrade", self.file, "--subscription", subscription, "--to", to, "--licenses", str(licenses)]
            yield Edit(arguments, customer, subscription, to=to, licenses=licenses)

    def rename(self, subscription, token=None):
        """An import that changes one subscription; its name is found nowhere else."""
        if token is None:
            self.tokens += 1
            token = f"edit-{self.tokens}-{random.getrandbits(48):012x}"
        customer, record = self.holders[subscription]
        quantity = random.randint(1, 9_999)
        changed = {**record, "friendly_name": token, "quantity": quantity}
        source = {key: value for key, value in self.portfolio.items() if key not in ("upgrades", "history")}
        source["customers"] = [{**customer, "subscriptions": [changed]}]
        path = os.path.join(self.root, "sources", f"{token}.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(source, file)
        arguments = ["import", path, "--into", self.file]
        return Edit(arguments, customer["id"], subscription, name=token, quantity=quantity)

    def edits(self, chance):
        """Edits without end; one in four is an upgrade, as long as there are any left."""
        upgrades = list(self.upgrades())
        chance.shuffle(upgrades)
        while True:
            if upgrades and chance.random() < 0.25:
                yield upgrades.pop()
            else:
                yield self.rename(chance.choice(self.renamed))

    def export(self, file=None):
        """What the program reads, file and journal, as a tree; `None` where it does not open."""
        descriptor, out = tempfile.mkstemp(suffix=".json", dir=self.root)
        os.close(descriptor)
        try:
            self.exported = self.run("export", file or self.file, "--to", out)
            if self.exported.status != 0:
                return None
            with open(out, encoding="utf-8") as read:
                return json.load(read)
        finally:
            os.unlink(out)

    def verify(self, report, expected):
        """Whether all opens and is in one of the expected states; the complaints, and which state it is."""
        report.states += 1
        complaints = []
        checked = self.run("check", self.file, "--format", "csv")
        complaints += sensible(checked)
        portfolio = self.export()
        if checked.status != 0 or portfolio is None:
            report.unopenable += 1
            return [*complaints, f"it does not open: check: {checked}; export: {self.exported}"], None
        found = state_of(portfolio)
        for index, state in enumerate(expected):
            if state == found:
                return complaints, index
        report.lost += 1
        return [*complaints, f"it is in no state that it may be in: {difference(found, expected[-1])}"], None

    def further(self, report, state, edit):
        """Whether one more edit works; gives back the complaints and the new state."""
        report.operations += 1
        done = self.run(*edit.arguments)
        complaints = sensible(done)
        if done.status != 0:
            return [*complaints, f"a further {edit} is refused: {done}"], state
        after = edit.on(state)
        wrong, _ = self.verify(report, [after])
        return complaints + wrong, after


libc = ctypes.CDLL(None, use_errno=True)


def exchange(a, b):
    """Swaps two files in one step, as renameat2(2) with RENAME_EXCHANGE does."""
    here = -100
    if libc.renameat2(here, os.fsencode(a), here, os.fsencode(b), 2) != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error), a)


def remount(point, options):
    """Gives a mount other options; the complaints where it does not work."""
    done = subprocess.run(["mount", "-o", f"remount,{options}", point], capture_output=True, text=True)
    return [] if done.returncode == 0 else [f"remount: {done.stderr.strip()}"]


class Mounts:
    """Mounts that are taken down again, whatever happens."""

    def __init__(self):
        self.points = []
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for point in reversed(self.points):
            for _turn in range(50):
                if subprocess.run(["umount", point], stderr=subprocess.DEVNULL).returncode == 0:
                    break
                time.sleep(0.1)
            else:
                subprocess.run(["umount", "-l", point], stderr=subprocess.DEVNULL)

    def mount(self, *arguments):
        """`mount ARGUMENTS… POINT`; the complaint where it does not work."""
        done = subprocess.run(["mount", *arguments], capture_output=True, text=True)
        if done.returncode == 0:
            self.points.append(arguments[-1])
            return None
        return done.stderr.strip() or "mount fails"

    def umount(self, point):
        for _turn in range(50):
            done = subprocess.run(["umount", point], capture_output=True, text=True)
            if done.returncode == 0:
                self.points.remove(point)
                return
            time.sleep(0.1)
        raise RuntimeError(done.stderr)
