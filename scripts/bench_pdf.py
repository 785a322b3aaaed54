"""Posters of 48 x 36 in with nine photographs each, as PDF: `casebook pdf`, with fit, measuring and the check of each PDF, against a
bare browser that prints the same pages, already fitted, with tags and bookmarks. CPU time is that of all processes.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

WORDS = ("The ulcer was debrided and off-loaded with a total contact cast that was changed each week while the area was measured on "
         "photographs taken at the same distance and angle by the same nurse before the next dressing was put on").split()
BARE = """
import base64, os, sys
sys.path.insert(0, sys.argv[1])
import tools
tools.CHROME = "/usr/lib/chromium/chromium-headless-shell"
import cdp
cdp.CHROME = tools.CHROME
b, out = cdp.Browser(), sys.argv[2]
t = b.call("Target.createTarget", url="about:blank")["targetId"]
s = b.call("Target.attachToTarget", targetId=t, flatten=True)["sessionId"]
b.call("Page.enable", s)
for number, page in enumerate(sys.argv[3:]):
    b.send("Page.navigate", s, url="file://" + page)
    while b.read().get("method") != "Page.loadEventFired":
        pass
    if out == "fit":
        b.call("Runtime.evaluate", s, expression="window.casebookFit", awaitPromise=True)
        b.call("Runtime.evaluate", s, expression="document.querySelectorAll('script').forEach(x => x.remove())")
        text = b.call("Runtime.evaluate", s, expression="'<!doctype html>' + document.documentElement.outerHTML")["result"]["value"]
        open(page[:-5] + "-fitted.html", "w").write(text)
        continue
    r = b.call("Page.printToPDF", s, printBackground=True, preferCSSPageSize=True, generateTaggedPDF=True, generateDocumentOutline=True)
    open(f"{out}/{number}.pdf", "wb").write(base64.b64decode(r["data"]))
b.close()
"""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="the program to time")
    parser.add_argument("--shared", required=True, type=pathlib.Path, help="the folder that holds bench/measure.py")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/dev/shm/casebook-bench-pdf"))
    parser.add_argument("--posters", type=int, default=6)
    parser.add_argument("--runs", type=int, default=5, help="of each, interleaved; medians count (default: %(default)s)")
    parser.add_argument("--linear", type=int, default=0, help="also this many posters, once, for the time of one among many")
    return parser.parse_args()


def photographs(options):
    folder = options.folder / "photos"
    if not (folder / ".done").exists():
        big = options.folder / "big"
        run([sys.executable, options.shared / "bench/gen_photos.py", "--count", 20, "--out", big, "--small", 1600, folder])
        shutil.rmtree(big)
        (folder / ".done").touch()
    return sorted(folder.glob("*.jpg"))


def site(options, count):
    """Cases of 450 words and nine photographs of three sites at three times."""
    root = options.folder / f"site-{count}"
    if (root / ".done").exists():
        return root
    photos = photographs(options)
    for number in range(count):
        case = root / f"content/cases/case-{number:03}"
        (case / "figures").mkdir(parents=True, exist_ok=True)
        figures = []
        for place in range(9):
            shutil.copy(photos[(number * 9 + place) % len(photos)], case / f"figures/f{place}.jpg")
            side = ("Right heel", "Left heel", "Right foot, plantar")[place // 3]
            figures.append(f"  - {{id: f{place}, file: figures/f{place}.jpg, week: {place % 3 * 4}, site: \"{side}\", alt: Ulcer, caption: Week}}")
        (case / "case.yaml").write_text(
            f"title: \"Case {number}: staged closure of a plantar ulcer\"\nstatus: published\npublished: 2026-11-01\nsynthetic: true\n"
            "authors: [\"Jordan Example, DPM\"]\naffiliations: {eh: {name: Example Health}}\ndiagnosis: Ulcer\nconsent: {status: not-required}\n"
            "posters: [{id: main, size: 48x36in}]\nfigures:\n" + "\n".join(figures) + "\n")
        sections = ["Introduction", "Case presentation", "Treatment", "Results", "Conclusion"]
        texts = [f"## {name}\n\n" + " ".join(WORDS[(number + i * 7) % len(WORDS)] for i in range(90)) + ".\n" for name in sections]
        (case / "narrative.md").write_text("\n".join(texts))
    (root / "content/site.yaml").write_text("title: Bench\nurl: https://cases.example.org/\n")
    (root / ".done").touch()
    return root


def run(command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


def main():
    options = arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    sys.path.insert(0, str(options.shared / "bench"))
    sys.dont_write_bytecode = True
    from measure import Job, interleave, med

    def ours(count):
        root = site(options, count)
        slugs = [f"case-{number:03}" for number in range(count)]

        def fresh():
            shutil.rmtree(root / "print", ignore_errors=True)
            shutil.rmtree(root / ".casebook/cache/prints", ignore_errors=True)
        command = [options.program, "pdf", "--quiet", "--site", root, "--poster", "main", *slugs]
        return root, Job(f"casebook pdf, {count} posters", command, before=fresh, after=lambda: seen(root / "print"), tree=True)

    def seen(folder):
        files = list(folder.glob("*.pdf"))
        return {"pdfs": len(files), "bytes": sum(file.stat().st_size for file in files) / max(1, len(files))}

    root, job = ours(options.posters)
    run([options.program, "build", "--quiet", "--site", root])
    script = options.folder / "bare.py"
    script.write_text(BARE)
    pages = sorted((root / "output/cases").glob("*/poster.html"))
    bare = [sys.executable, script, options.shared / "bench"]
    run(bare + ["fit"] + pages)
    output = options.folder / "bare"

    def fresh():
        shutil.rmtree(output, ignore_errors=True)
        output.mkdir()
    fitted = [str(page)[:-5] + "-fitted.html" for page in pages]
    baseline = Job(f"bare browser, {len(pages)} posters", bare + [output] + fitted, before=fresh, after=lambda: seen(output), tree=True)
    rows = interleave([baseline, job], options.runs)
    figures = {name: (med(row["cpu"]) / options.posters, med(row["wall"]) / options.posters, med(row["tree_mb"])) for name, row in rows.items()}
    print("\n| program | CPU s a poster | wall s a poster | sum of PSS, MB | MB a PDF |\n| --- | ---: | ---: | ---: | ---: |")
    for name, (cpu, wall, memory) in figures.items():
        print(f"| {name} | {cpu:.3f} | {wall:.3f} | {memory:.0f} | {med(rows[name]['bytes']) / 1e6:.2f} |")
    (first, second) = (figures[baseline.name][0], figures[job.name][0])
    print(f"\nRatio of CPU time: {second / first:.2f}")
    if options.linear:
        _, many = ours(options.linear)
        run(many.cmd)  # pictures and their cache are not what is measured
        row = interleave([many], 1, warmup=0)[many.name]
        print(f"{many.name}: {med(row['cpu']) / options.linear:.3f} CPU s a poster, {med(row['tree_mb']):.0f} MB, "
              f"{med(row['cpu']) / options.linear / second:.2f} times one of {options.posters}")


main()
