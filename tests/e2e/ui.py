#!/usr/bin/python3
"""Reads and works the widgets of a running program through the accessibility bus (AT-SPI), for the end-to-end run.

Not here: the display, the bus and the order of steps (`run`, `desk.sh`, `steps.sh`), nor anything only a keyboard can do.
It needs Debian's own python3 with python3-gi and gir1.2-atspi-2.0; another Python does not find them.

    ui.py dump    APP                          the tree, one widget a line
    ui.py wait    APP ROLE NAME [SECONDS]      until it is there; prints its center as "x y"
    ui.py gone    APP ROLE NAME [SECONDS]      until it is not
    ui.py press   APP ROLE NAME                its first action
    ui.py focus   APP ROLE NAME                gives it the keyboard
    ui.py settext APP ROLE NAME TEXT           replaces its whole text
    ui.py text    APP ROLE NAME                prints its text, else its value, else its name
    ui.py states  APP ROLE NAME                prints its states, one a line
    ui.py is      APP ROLE NAME STATE [SECONDS]  until it has the state; "!enabled" waits for the contrary
    ui.py holds   APP ROLE NAME TEXT [SECONDS]   until its text is TEXT
    ui.py focused APP [SECONDS]                prints role, name and text of what has the keyboard, by tabs
    ui.py described APP ROLE NAME TEXT [SECONDS]  until its description is TEXT, which can be a pattern as NAME can
    ui.py has     APP ROLE NAME KEY VALUE [SECONDS]  until its attribute KEY, such as posinset, is VALUE
    ui.py listen  APP FILE                     writes what is announced into FILE, "polite" or "assertive" and the text
                                               by a tab, one a line, until it is ended
    ui.py audit   APP                          prints what a screen reader could not make out; 1 where there is something

APP is the accessible name of a program, which is the file name of its executable. ROLE is an AT-SPI role such as
"button", "entry" or "label" ("push button" and "button" mean the same), or "*". NAME is the whole name; "~part" asks for
a part of it, "/expr/" for a regular expression, "*" for any. Where several match, a showing one wins.
The exit status is 0, 1 when it was not so in time, 2 on wrong usage.
"""

import re
import sys
import time
import warnings

# Importing gi's typelibs warns about overrides that nobody here uses.
warnings.simplefilter("ignore")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 10.0
PAUSE = 0.04
# AT-SPI renamed the role; both spellings are met, depending on the version of the library.
SAME_ROLE = {"push button": "button"}


def children(node):
    """The children of a node. Widgets come and go while the tree is read, so a lost one is passed over."""
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def programs(name):
    """The programs of that name on the bus, read anew: the library's memory of the tree would hide what changed."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for program in children(desktop):
        try:
            if name in ("*", program.get_name()):
                program.clear_cache()
                yield program
        except GLib.Error:
            continue


def descendants(node, depth=0):
    """A node and everything below it, from top to bottom, each with its depth."""
    yield node, depth
    for child in children(node):
        yield from descendants(child, depth + 1)


def role_of(node):
    role = node.get_role_name()
    return SAME_ROLE.get(role, role)


def naming(name):
    """A test for a text, from a word on the command line."""
    if name == "*":
        return lambda have: True
    if name.startswith("~"):
        return lambda have: name[1:] in have
    if len(name) > 1 and name.startswith("/") and name.endswith("/"):
        expression = re.compile(name[1:-1])
        return lambda have: expression.search(have) is not None
    return lambda have: have == name


def matcher(role, name):
    """A test for a widget, from the words on the command line."""
    role = SAME_ROLE.get(role, role)
    named = naming(name)

    def matches(node):
        try:
            return role in ("*", role_of(node)) and named(node.get_name() or "")
        except GLib.Error:
            return False

    return matches


def states_of(node):
    return [state.value_nick for state in node.get_state_set().get_states()]


def find(app, matches):
    """The first showing widget that matches, else the first that matches at all, else None."""
    hidden = None
    for program in programs(app):
        for node, _ in descendants(program):
            if not matches(node):
                continue
            try:
                if "showing" in states_of(node):
                    return node
            except GLib.Error:
                continue
            hidden = hidden or node
    return hidden


def in_time(seconds, question):
    """Asks until the answer is something, and gives that, or None when the time is over."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            answer = question()
        except GLib.Error:
            # The widget went away between being found and being asked: ask again.
            answer = None
        if answer or time.monotonic() >= deadline:
            return answer
        time.sleep(PAUSE)


def box(node):
    component = node.get_component_iface()
    if component is None:
        return None
    extents = component.get_extents(Atspi.CoordType.SCREEN)
    return extents.x, extents.y, extents.width, extents.height


def text_of(node):
    text = node.get_text_iface()
    if text is not None:
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
    value = node.get_value_iface()
    if value is not None:
        return f"{value.get_current_value():g}"
    return node.get_name() or ""


def dump(app):
    shown = ("focused", "checked", "selected", "enabled", "editable", "modal", "expanded")
    found = False
    for program in programs(app):
        found = True
        for node, depth in descendants(program):
            try:
                states = [state for state in states_of(node) if state in shown]
                where = box(node)
                place = "" if where is None else " {}x{} at {},{}".format(where[2], where[3], where[0], where[1])
                print(f"{'  ' * depth}{role_of(node)} {node.get_name()!r}{place} {' '.join(states)}".rstrip())
            except GLib.Error as lost:
                print(f"{'  ' * depth}(lost: {lost.message})")
    return found


def focused(app, patience):
    def question():
        for program in programs(app):
            for node, _ in descendants(program):
                try:
                    # The window itself has the focus too, which says nothing.
                    if "focused" in states_of(node) and role_of(node) != "frame":
                        return "\t".join((role_of(node), node.get_name() or "", text_of(node)))
                except GLib.Error:
                    continue
        return None

    return in_time(patience, question)


def described(app, matches, text, patience):
    wanted = naming(text)
    seen = []

    def question():
        node = find(app, matches)
        seen[:] = [] if node is None else [node.get_description() or ""]
        return bool(seen) and wanted(seen[0])

    return None if in_time(patience, question) else f"is described by {seen}, not {text!r}"


def has_attribute(app, matches, key, value, patience):
    seen = []

    def question():
        node = find(app, matches)
        seen[:] = [] if node is None else [(node.get_attributes() or {}).get(key)]
        return seen == [value]

    return None if in_time(patience, question) else f"has {key} {seen}, not {value!r}"


def listen(app, file):
    """Writes down the announcements of a program, as a screen reader would say them."""
    # The numbers of AtspiLive, which Debian 12's library has no names for.
    politeness = {1: "polite", 2: "assertive"}
    out = open(file, "w", encoding="utf-8")

    def heard(event, *_):
        try:
            if event.source.get_application().get_name() != app:
                return
        except (GLib.Error, AttributeError):
            # Whoever spoke has gone already; nobody else speaks on this bus.
            pass
        text = event.any_data if isinstance(event.any_data, str) else repr(event.any_data)
        out.write(f"{politeness.get(event.detail1, event.detail1)}\t{text}\n")
        out.flush()

    listener = Atspi.EventListener.new(heard)
    listener.register("object:announcement")
    out.write("listening\n")
    out.flush()
    Atspi.event_main()


# What can be worked, by its role. Anything else that takes the keyboard or a press is told as something that it is not.
WORKABLE = (
    "button", "toggle button", "link", "entry", "check box", "radio button", "combo box", "table row", "column header",
    "page tab", "menu", "menu item", "check menu item", "radio menu item", "list item", "separator", "slider",
    # A text that the keys scroll.
    "document frame",
)
# The letters of icon fonts, which are no words.
SIGN = re.compile("[\ue000-\uf8ff]")


def audit(app):
    """What is wrong with the widgets of a program as they are now, one sentence each."""
    faults = []
    for program in programs(app):
        seen = {}
        audit_below(program, (), seen, faults)
        for (scope, role, name, more), count in seen.items():
            if count > 1:
                faults.append(f"{count} times {role} {name!r} {more!r} in {' > '.join(scope) or 'the program'}")
    return faults


def audit_below(node, scope, seen, faults):
    """Goes on with the children. Where a widget stands is told by the named containers around it."""
    try:
        role, name, states = role_of(node), node.get_name() or "", states_of(node)
        description = node.get_description() or ""
        action = node.get_action_iface()
        is_pressable = action is not None and action.get_n_actions() > 0
        typed = text_of(node) if role == "entry" else ""
    except GLib.Error:
        return
    what = f"{role} {name!r} in {' > '.join(scope) or 'the program'}"
    if SIGN.search(name) or SIGN.search(description):
        faults.append(f"{what} has a sign of the icon font in what is read")
    # The window itself takes the keyboard where nothing in it has it.
    if ("focusable" in states or is_pressable) and role != "frame":
        if not re.search(r"\w", name):
            faults.append(f"{what} has no name")
        if role not in WORKABLE:
            faults.append(f"{what} can be worked, but has no role that says so")
        key = (scope, role, name, description or typed)
        seen[key] = seen.get(key, 0) + 1
    # The rows of a table, and the lines below a field that is typed into, are one stop of the keyboard: the arrows go from
    # one to the next.
    goes_by_arrows = role in ("table row", "list item")
    if is_pressable and "focusable" not in states and not goes_by_arrows and "enabled" in states:
        faults.append(f"{what} can be pressed, but not by keyboard")
    if role in ("table", "dialog", "list box", "page tab list") and not name:
        faults.append(f"{what} has no name")
    if role == "dialog" and "modal" not in states:
        faults.append(f"{what} is not said to be modal")
    if role == "table row" and "selectable" not in states:
        faults.append(f"{what} cannot be selected")
    inner = scope + (name,) if role in ("dialog", "table", "panel", "list box", "menu") and name else scope
    for child in children(node):
        audit_below(child, inner, seen, faults)


def press(node):
    action = node.get_action_iface()
    if action is None or action.get_n_actions() == 0:
        return "has no action"
    return None if action.do_action(0) else "refused to be pressed"


def set_text(node, text):
    editable = node.get_editable_text_iface()
    if editable is None:
        return "cannot be edited"
    return None if editable.set_text_contents(text) else "refused the text"


def give_focus(node):
    component = node.get_component_iface()
    return None if component is not None and component.grab_focus() else "refused the keyboard"


def seconds(arguments, index):
    return float(arguments[index]) if len(arguments) > index else PATIENCE


def main(arguments):
    usage = {"dump": 1, "focused": 1, "audit": 1, "listen": 2, "settext": 4, "is": 4, "holds": 4, "described": 4, "has": 5}
    known = ("dump", "focused", "audit", "listen", "wait", "gone", "press", "focus", "settext", "text", "states", "is",
             "holds", "described", "has")
    if not arguments or arguments[0] not in known or len(arguments) - 1 < usage.get(arguments[0], 3):
        print(__doc__, file=sys.stderr)
        return 2
    command, app = arguments[0], arguments[1]
    if command == "dump":
        return 0 if dump(app) else 1
    if command == "focused":
        answer = focused(app, seconds(arguments, 2))
        print(answer or "")
        return 0 if answer else 1

    if command == "audit":
        faults = audit(app)
        print("\n".join(faults), file=sys.stderr)
        return 1 if faults else 0
    if command == "listen":
        listen(app, arguments[2])
        return 0

    role, name = arguments[2], arguments[3]
    matches = matcher(role, name)
    wanted = f"{app}: {role} {name!r}"

    def say(problem):
        print(f"{wanted} {problem}", file=sys.stderr)
        return 1

    if command == "gone":
        return 0 if in_time(seconds(arguments, 4), lambda: find(app, matches) is None) else say("is still there")
    if command == "is":
        state, contrary = arguments[4].lstrip("!"), arguments[4].startswith("!")

        def has_state():
            node = find(app, matches)
            return node is not None and (state in states_of(node)) != contrary

        return 0 if in_time(seconds(arguments, 5), has_state) else say(f"did not become {arguments[4]}")
    if command == "holds":
        seen = []

        def has_text():
            node = find(app, matches)
            seen[:] = [] if node is None else [text_of(node)]
            return seen == [arguments[4]]

        return 0 if in_time(seconds(arguments, 5), has_text) else say(f"holds {seen}, not {arguments[4]!r}")

    if command in ("described", "has"):
        last = {"described": 4, "has": 5}[command]
        ask = {"described": described, "has": has_attribute}[command]
        problem = ask(app, matches, *arguments[4 : last + 1], seconds(arguments, last + 1))
        return say(problem) if problem else 0

    node = in_time(seconds(arguments, 4) if command == "wait" else PATIENCE, lambda: find(app, matches))
    if node is None:
        return say("was not found")
    problem = None
    if command == "wait":
        where = box(node)
        if where is not None:
            print(where[0] + where[2] // 2, where[1] + where[3] // 2)
    elif command == "press":
        problem = press(node)
    elif command == "focus":
        problem = give_focus(node)
    elif command == "settext":
        problem = set_text(node, arguments[4])
    elif command == "text":
        print(text_of(node))
    elif command == "states":
        print("\n".join(states_of(node)))
    return say(problem) if problem else 0


if __name__ == "__main__":
    Atspi.init()
    Atspi.set_timeout(3000, 3000)
    try:
        sys.exit(main(sys.argv[1:]))
    except GLib.Error as failure:
        print(f"ui.py: {failure.message}", file=sys.stderr)
        sys.exit(1)
