"""Uses the viewer of pictures and the comparison of two dates as readers do, in Chromium, on the pages of the sample library.

    check_viewer.py FOLDER

Keyboard, mouse, wheel and fingers; covered pictures; the way without a script; axe-core with the viewer open, light and dark.
"""

import json
import pathlib
import sys
import time
import urllib.parse

from check_pages import Browser, axe_script, console_messages

PAGE = "cases/venous-leg-ulcers/index.html"
problems = []


def expect(what, found, wanted=True):
    if found != wanted:
        problems.append(f"{what}: {found!r}, expected {wanted!r}")


class Reader:
    """A page and what a reader does with it."""

    def __init__(self, browser, page):
        self.browser, self.page = browser, page

    def open(self, width=1280, height=900, touch=False, scheme="light", script=True, media="", motion="no-preference"):
        call = self.browser.call
        call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch)
        call("Emulation.setTouchEmulationEnabled", enabled=touch, maxTouchPoints=2)
        call("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": motion}])
        call("Emulation.setScriptExecutionDisabled", value=not script)
        self.browser.events.clear()
        call("Page.navigate", url="file://" + urllib.parse.quote(str(self.page)))
        self.browser.wait("Page.loadEventFired")
        return self

    def ask(self, expression):
        return self.browser.evaluate(expression)

    def until(self, what, expression, wanted=True):
        """Waits up to five seconds for the page to be so."""
        for _ in range(100):
            found = self.ask(expression)
            if found == wanted:
                return
            time.sleep(0.05)
        problems.append(f"{what}: {found!r}, expected {wanted!r}")

    def key(self, key, code=None, number=0, text=None):
        common = {"key": key, "code": code or key, "windowsVirtualKeyCode": number}
        self.browser.call("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
        self.browser.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def middle(self, selector):
        # Buttons of the viewer lie over its picture; a place beside them is meant.
        return json.loads(self.ask(f"""(() => {{ const box = document.querySelector({json.dumps(selector)}).getBoundingClientRect();
            return JSON.stringify([box.x + box.width / 2, box.y + box.height / 2, box.width, box.height]) }})()"""))

    def click(self, selector):
        self.ask(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center', behavior: 'instant'}})")
        x, y, _, _ = self.middle(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.browser.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def drag(self, start, end):
        self.browser.call("Input.dispatchMouseEvent", type="mousePressed", x=start[0], y=start[1], button="left", clickCount=1)
        self.browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=end[0], y=end[1], button="left", buttons=1)
        self.browser.call("Input.dispatchMouseEvent", type="mouseReleased", x=end[0], y=end[1], button="left", clickCount=1)

    def touch(self, *steps):
        """Fingers: each step is a list of their places; the first puts them down, after the last they are lifted."""
        for index, places in enumerate(steps):
            points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
            self.browser.call("Input.dispatchTouchEvent", type="touchMove" if index else "touchStart", touchPoints=points)
        self.browser.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def problems_of_axe(self, axe, what):
        self.ask(axe + "; true")
        found = json.loads(self.ask("""axe.run(document, {resultTypes: ['violations'], preload: false}).then(result =>
            JSON.stringify(result.violations.flatMap(v => v.nodes.map(n => v.id + ' at ' + n.target.join(' ')))))"""))
        expect(f"axe-core, {what}", found, [])


IS_OPEN = "!!document.querySelector('dialog.viewer[open]')"
COUNT = "document.querySelector('.viewer-count')?.textContent"
PICTURE = "document.querySelector('.viewer-stage img')?.getAttribute('src') ?? null"
IS_SHOWN = "(document.querySelector('.viewer-stage img')?.naturalWidth ?? 0) > 0"
SCALE = "Number(/scale\\(([\\d.e-]+)\\)/.exec(document.querySelector('.viewer-stage img')?.style.transform)?.[1] ?? 0)"
FOCUS = "document.activeElement.getAttribute('aria-label') || document.activeElement.className || document.activeElement.localName"
SHOW_ALL = "document.querySelector('.cover-all').click()"


def link(number):
    return f".timeline tbody tr td:nth-of-type({number}) a.zoom"


def by_keyboard(reader):
    reader.open()
    reader.ask(SHOW_ALL)
    reader.ask(f"document.querySelector('{link(1)}').focus()")
    reader.key("Enter", number=13, text="\r")
    reader.until("Enter opens the viewer", IS_OPEN)
    reader.until("the first picture is there", IS_SHOWN)
    expect("the viewer counts", reader.ask(COUNT), "1 of 10")
    expect("focus is in the viewer", reader.ask(FOCUS), "Close")
    expect("caption and time", reader.ask("/\\dA At presentation Right medial leg · Week 0$/.test(document.querySelector('.viewer-words').innerText.replace(/\\s+/g, ' '))"))
    reader.key("ArrowRight", number=39)
    expect("right arrow goes on", reader.ask(COUNT), "2 of 10")
    reader.key("End", number=35)
    expect("End is the last", reader.ask(COUNT), "10 of 10")
    expect("no further than the last", reader.ask("document.querySelector('.next-one').disabled"))
    reader.key("ArrowRight", number=39)
    expect("the last stays", reader.ask(COUNT), "10 of 10")
    reader.key("Home", number=36)
    expect("Home is the first", reader.ask(COUNT), "1 of 10")
    reader.until("the first picture is there again", IS_SHOWN)
    fit = reader.ask(SCALE)
    reader.key("+", number=187, text="+")
    expect("+ zooms in by a half", round(reader.ask(SCALE) / fit, 3), 1.5)
    bar = reader.ask("document.querySelector('.viewer-words .scale-bar span').textContent")
    expect("the scale bar has a round length", bar in ("1 cm", "2 cm", "5 cm"))
    before = reader.ask("document.querySelector('.viewer-stage img').style.transform")
    reader.key("ArrowDown", number=40)
    expect("arrows move a zoomed picture", reader.ask("document.querySelector('.viewer-stage img').style.transform") != before)
    expect("and do not leave it", reader.ask(COUNT), "1 of 10")
    reader.key("-", number=189, text="-")
    expect("- zooms out", abs(reader.ask(SCALE) / fit - 1) < 0.01)
    for _ in range(12):
        reader.key("Tab", number=9)
        inside = reader.ask("document.activeElement === document.body || !!document.activeElement.closest('.viewer')")
        expect("Tab stays in the viewer", inside)
    reader.key("Escape", number=27)
    reader.until("Escape closes", IS_OPEN, False)
    expect("focus returns to the picture", reader.ask(f"document.activeElement === document.querySelector('{link(1)}')"))


def by_mouse(reader):
    reader.open()
    reader.ask(SHOW_ALL)
    reader.click(link(2))
    reader.until("a click opens", IS_OPEN)
    reader.until("the picture is there", IS_SHOWN)
    expect("the picture that was clicked", reader.ask(COUNT), "2 of 10")
    fit = reader.ask(SCALE)
    x, y, _, _ = reader.middle(".viewer-stage")
    reader.browser.call("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=y, deltaX=0, deltaY=-250)
    reader.until("the wheel zooms in", f"{SCALE} > {fit * 1.2}")
    before = reader.ask("document.querySelector('.viewer-stage img').style.transform")
    reader.drag((x, y), (x + 60, y + 30))
    expect("a zoomed picture is dragged", reader.ask("document.querySelector('.viewer-stage img').style.transform") != before)
    expect("dragging it is no swipe", reader.ask(COUNT), "2 of 10")
    reader.click(".next-one")
    expect("the button goes on", reader.ask(COUNT), "3 of 10")
    expect("and keeps the focus", reader.ask(FOCUS), "Next picture")
    reader.click('.viewer [aria-label="Close"]')
    reader.until("the button closes", IS_OPEN, False)


def by_touch(reader):
    reader.open(390, 844, touch=True)
    reader.ask(SHOW_ALL)
    reader.ask(f"document.querySelector('{link(1)}').click()")
    reader.until("the picture is there", IS_SHOWN)
    x, y, _, _ = reader.middle(".viewer-stage")
    reader.touch([(x + 100, y)], [(x, y + 4)], [(x - 100, y + 4)])
    reader.until("a swipe goes on", COUNT, "2 of 10")
    reader.touch([(x - 100, y)], [(x + 100, y)])
    reader.until("and back", COUNT, "1 of 10")
    reader.until("the picture is there", IS_SHOWN)
    fit = reader.ask(SCALE)
    reader.touch([(x - 30, y), (x + 30, y)], [(x - 60, y), (x + 60, y)], [(x - 90, y), (x + 90, y)])
    expect("two fingers zoom", 2.5 < reader.ask(SCALE) / fit < 3.5)
    expect("the page behind stays", reader.ask("visualViewport.scale"), 1)


def covered(reader):
    reader.open()
    expect("pictures are covered", reader.ask("getComputedStyle(document.querySelector('.timeline a.zoom')).visibility"), "hidden")
    reader.click(".timeline .cover-switch")
    reader.until("one is shown", f"getComputedStyle(document.querySelector('{link(1)}')).visibility", "visible")
    reader.click(link(1))
    reader.until("it is in the viewer", IS_SHOWN)
    reader.key("ArrowRight", number=39)
    expect("the next stays covered", reader.ask(PICTURE), None)
    expect("its picture is not fetched for the viewer", reader.ask("!!document.querySelector('.viewer-show')"))
    reader.click(".viewer-show")
    reader.until("asked for, it is shown", IS_SHOWN)
    reader.key("Escape", number=27)
    expect("and on the page too", reader.ask(f"getComputedStyle(document.querySelector('{link(2)}')).visibility"), "visible")
    reader.open(media="print")
    expect("paper shows all", reader.ask("[...document.querySelectorAll('.timeline a.zoom')].every(a => getComputedStyle(a).visibility === 'visible')"))
    expect("paper has no comparison", reader.ask("getComputedStyle(document.querySelector('.compare')).display"), "none")


def compared(reader):
    reader.open()
    expect("one comparison for each site", reader.ask("document.querySelectorAll('details.compare').length"), 3)
    reader.click(".compare summary")
    reader.until("it has a stage", "!!document.querySelector('.compare-stage')")
    expect("pictures wait to be asked for", reader.ask("document.querySelectorAll('.compare-layer img').length"), 0)
    reader.click(".compare-show")
    reader.until("both pictures are there", "[...document.querySelectorAll('.compare-layer img')].filter(i => i.naturalWidth > 0).length", 2)
    expect("the slider has the focus", reader.ask("document.activeElement.type"), "range")
    widths = json.loads(reader.ask("""JSON.stringify([...document.querySelectorAll('.compare-layer img')].map(i => [
        i.getBoundingClientRect().width / i.naturalWidth * Number(i.naturalWidth) , i.getBoundingClientRect().width, i.closest('.compare').querySelector('.compare-stage').clientWidth]))"""))
    stage = widths[0][2]
    # 80 and 79 pixels to a centimeter, 1600 pixels wide: 20 and 20.25 cm; the widest of the series fills the stage.
    expect("the pictures have one scale", [round(w[1] / stage * 1600 / 79, 1) for w in widths], [20.0, 20.3])
    at = "getComputedStyle(document.querySelector('.compare-stage')).getPropertyValue('--at')"
    reader.key("ArrowRight", number=39)
    expect("the arrow moves the line", reader.ask(at), "51")
    reader.key("Home", number=36)
    expect("Home is its begin", reader.ask(at), "0")
    expect("the slider speaks", reader.ask("document.querySelector('.compare-range input').getAttribute('aria-valuetext')"), "0% Week 0, 100% Week 24")
    reader.ask("document.querySelector('.compare-stage').scrollIntoView({block: 'center', behavior: 'instant'})")
    x, y, width, _ = reader.middle(".compare-stage")
    reader.drag((x, y), (x + width / 4, y))
    expect("the line is dragged", abs(float(reader.ask(at)) - 75) <= 1)
    reader.ask("(() => { const s = document.querySelectorAll('.compare select')[1]; s.value = 1; s.dispatchEvent(new Event('change')) })()")
    reader.until("a date of one's own that is covered", "!!document.querySelector('.compare-show')")
    reader.click(".compare-show")
    reader.until("is shown when asked for", "document.querySelectorAll('.compare-tag')[1]?.textContent", "Week 12")


def without_script(reader):
    reader.open(script=False)
    nodes = reader.browser.call("DOM.getDocument", depth=-1)["root"]

    def find(selector):
        return reader.browser.call("DOM.querySelectorAll", nodeId=nodes["nodeId"], selector=selector)["nodeIds"]

    def attributes(node):
        flat = reader.browser.call("DOM.getAttributes", nodeId=node)["attributes"]
        return dict(zip(flat[::2], flat[1::2]))

    links = find("a.zoom")
    expect("each picture is a link", len(links) >= 10)
    for node in links:
        address = attributes(node)["href"]
        expect(f"{address} is there", (reader.page.parent / address).is_file())
    expect("two stills for each comparison", len(find(".compare .stills figure")), 6)


def looks(reader, axe):
    for scheme in ("light", "dark"):
        for width, height in ((1280, 900), (390, 844)):
            what = f"{scheme}, {width} px"
            reader.open(width, height, scheme=scheme, motion="reduce")
            reader.ask("document.querySelectorAll('details.compare').forEach(d => d.open = true)")
            reader.until("the comparison is there", "!!document.querySelector('.compare-stage')")
            reader.problems_of_axe(axe, f"comparison covered, {what}")
            reader.ask(SHOW_ALL)
            reader.ask("document.querySelectorAll('.compare-show').forEach(b => b.click())")
            reader.problems_of_axe(axe, f"comparison, {what}")
            expect(f"the page fits, {what}", reader.ask("document.documentElement.scrollWidth <= innerWidth"))
            reader.ask(f"document.querySelector('{link(1)}').click()")
            reader.until("the picture is there", IS_SHOWN)
            reader.problems_of_axe(axe, f"viewer, {what}")
            expect("nothing moves by itself", reader.ask("getComputedStyle(document.querySelector('.viewer-stage img')).transitionDuration"), "0s")
            reader.open(width, height, scheme=scheme)
            reader.ask(f"document.querySelector('{link(1)}').click()")
            reader.problems_of_axe(axe, f"viewer covered, {what}")


def timeline(reader):
    """On a phone the sheet scrolls and the sites' names stay, from right to left too."""
    for direction in ("ltr", "rtl"):
        reader.open(390, 844, touch=True)
        reader.ask(f"document.documentElement.dir = '{direction}'")
        sign = 1 if direction == "ltr" else -1
        edge = "Math.round(%s)" % ("document.querySelector('.timeline tbody th').getBoundingClientRect().left" if sign > 0 else
                                  "innerWidth - document.querySelector('.timeline tbody th').getBoundingClientRect().right")
        before = reader.ask(edge)
        reader.ask(f"document.querySelector('.timeline-frame').scrollLeft = {sign * 400}")
        expect(f"the timeline scrolls, {direction}", abs(reader.ask("document.querySelector('.timeline-frame').scrollLeft")), 400)
        expect(f"its rows' names stay, {direction}", abs(reader.ask(edge) - before) <= 6)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    page = pathlib.Path(sys.argv[1]).resolve() / PAGE
    browser = Browser()
    try:
        reader = Reader(browser, page)
        for act in (by_keyboard, by_mouse, by_touch, covered, compared, timeline, without_script):
            act(reader)
            problems.extend(f"{act.__name__}: {message}" for message in console_messages(browser.events))
        looks(reader, axe_script())
    finally:
        browser.close()
    for problem in problems:
        print(problem)
    if problems:
        sys.exit(f"viewer: {len(problems)} findings")
    print("viewer: keyboard, mouse, touch, covers, comparison and the way without a script work")


if __name__ == "__main__":
    main()
