"""Opens every page below a folder in Chromium and reports what axe-core and the browser find.

    check_pages.py FOLDER

Each page is opened wide and as on a phone, light and dark. Besides axe-core's rules: pictures that do not load, messages of
the browser's console, and pages that scroll sideways on a phone.
"""

import fcntl
import importlib.util
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.parse

VIEWS = [
    ("wide", 1280, 900, False),
    ("phone", 390, 844, True),
]
SCHEMES = ["light", "dark"]

# What the page's state is after loading: axe-core's violations, broken pictures and the width that it takes.
PROBE = """
(async () => {
  await document.fonts.ready;
  const result = await axe.run(document, {resultTypes: ['violations'], preload: false});
  const found = result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help} at ${n.target.join(' ')} (${n.any.concat(n.all, n.none).map(c => c.message).join('; ')})`));
  for (const image of document.images)
    if (image.complete && image.naturalWidth === 0) found.push('picture does not load: ' + image.getAttribute('src'));
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return JSON.stringify({found, wide});
})()
"""


class Browser:
    """Chromium without a window, driven over its debugging pipe."""

    def __init__(self):
        command_read, self.write_end = os.pipe()
        self.read_end, answer_write = os.pipe()
        # Out of the way of 3 and 4, where the browser expects them.
        inner = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (command_read, answer_write)]

        def wire():
            os.setpgid(0, 0)
            os.dup2(inner[0], 3)
            os.dup2(inner[1], 4)

        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        flags = ["--remote-debugging-pipe", "--user-data-dir=" + self.profile.name, "--hide-scrollbars", "--no-first-run",
                 "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")  # the sandbox refuses to run as root
        self.process = subprocess.Popen(
            [chromium(), *flags, "about:blank"], preexec_fn=wire, pass_fds=(3, 4), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(command_read)
        os.close(answer_write)
        for end in inner:
            os.close(end)
        self.number, self.buffer, self.events = 0, bytearray(), []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(domain + ".enable")

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if hasattr(self, "session") and not method.startswith(("Target.", "Browser.")):
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write_end, data):]
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, event):
        while True:
            for index, message in enumerate(self.events):
                if message.get("method") == event:
                    del self.events[index]
                    return message
            self.events.append(self.read())

    def read(self):
        while True:
            end = self.buffer.find(b"\0")
            if end >= 0:
                message = json.loads(self.buffer[:end])
                del self.buffer[:end + 1]
                return message
            part = os.read(self.read_end, 1 << 20)
            if not part:
                sys.exit("check_pages: the browser ended early")
            self.buffer += part

    def evaluate(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", "script failed"))
        return result["result"].get("value")

    def close(self):
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(10)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            self.process.kill()
        self.profile.cleanup()


def chromium():
    # Not /usr/bin's: that is a script, and ending it would leave the browser running.
    for path in ("/usr/lib/chromium/chromium-headless-shell", shutil.which("chromium-headless-shell"), shutil.which("chromium")):
        if path and os.path.exists(path):
            return path
    sys.exit("check_pages: there is no Chromium; run scripts/setup --test")


def axe_script():
    module = importlib.util.find_spec("axe_playwright_python")
    return (pathlib.Path(module.origin).parent / "axe.min.js").read_text()


def console_messages(events):
    for message in events:
        if message.get("method") == "Log.entryAdded":
            entry = message["params"]["entry"]
            if entry["level"] in ("error", "warning"):
                yield f"console: {entry['text']} {entry.get('url', '')}"
        if message.get("method") == "Runtime.exceptionThrown":
            yield "script: " + message["params"]["exceptionDetails"].get("text", "")


def check(browser, page, axe, view, scheme):
    name, width, height, is_phone = view
    browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=is_phone)
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.events.clear()
    browser.call("Page.navigate", url="file://" + urllib.parse.quote(str(page)))
    browser.wait("Page.loadEventFired")
    browser.evaluate(axe + "; true")
    state = json.loads(browser.evaluate(PROBE))
    yield from state["found"]
    # A server shows 404.html at any address, so it names its style sheet by the site's own, which is out of reach here.
    if page.name != "404.html":
        yield from console_messages(browser.events)
    # A poster has its printed size everywhere; a page fits the screen.
    if is_phone and state["wide"] > 0 and not page.name.startswith("poster"):
        yield f"page is {state['wide']} px wider than the screen"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1]).resolve()
    # A page that sends its reader on at once can't be looked at; vnu has read it.
    pages = sorted(page for page in folder.rglob("*.html") if b'http-equiv="refresh"' not in page.read_bytes())
    if not pages:
        sys.exit(f"check_pages: there are no pages below {folder}")
    axe = axe_script()
    signal.alarm(1800)  # a browser that hangs ends the check, not the day
    browser = Browser()
    count = 0
    try:
        for view in VIEWS:
            for scheme in SCHEMES:
                for page in pages:
                    for problem in check(browser, page, axe, view, scheme):
                        count += 1
                        print(f"{page.relative_to(folder)} ({view[0]}, {scheme}): {problem}")
    finally:
        browser.close()
    if count:
        sys.exit(f"axe: {count} findings")
    print(f"axe: nothing found in {len(pages)} pages, wide and phone, light and dark")


if __name__ == "__main__":
    main()
